"""measure.py DATA OUT: judges pairs.csv and clusters.csv against truth.csv, knowing nothing of who wrote them.

Prints JSON: precision, recall and F1 of pairs and of clusters, at the threshold that shipped and at the best one.
"""

import argparse
import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components


class Truth:
    """Which entity each record is of, and how many pairs there are to be found."""

    def __init__(self, path: Path):
        table = pd.read_csv(path, dtype={"id": str, "source": str})
        self.places = pd.Index(table["id"])
        if not self.places.is_unique:
            raise SystemExit(f"{path}: an id must be of one source only")
        self.entity = pd.factorize(table["entity"])[0].astype(np.int64)
        self.entities = int(self.entity.max()) + 1
        self.source = pd.factorize(table["source"])[0].astype(np.int64)
        self.sources = int(self.source.max()) + 1
        # With two files, only a pair across them counts.
        self.across = self.sources > 1
        self.pairs = self.pairs_within(self.entity)

    def pairs_within(self, group: np.ndarray) -> int:
        """Pairs that share a group, given by numbers from 0."""
        def halves(numbers) -> int:
            sizes = np.unique(numbers, return_counts=True)[1].astype(np.int64)
            return int((sizes * (sizes - 1) // 2).sum())
        everything = halves(group)
        return everything - halves(group * self.sources + self.source) if self.across else everything

    def numbers(self, ids: pd.Series) -> np.ndarray:
        places = self.places.get_indexer(ids)
        if (places < 0).any():
            raise SystemExit("a result names a record that the truth does not have")
        return places


def figures(true: float, said: float, there: float) -> dict:
    """Precision, recall and F1 out of three counts."""
    precision, recall = true / said if said else 1.0, true / there if there else 1.0
    both = precision + recall
    return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / both if both else 0.0}


class Pairs:
    """The pairs that a program wrote, strongest first."""

    def __init__(self, path: Path, truth: Truth):
        table = pd.read_csv(path, usecols=["id_l", "id_r", "weight"], dtype={"id_l": str, "id_r": str})
        self.left, self.right = truth.numbers(table["id_l"]), truth.numbers(table["id_r"])
        low, high = np.minimum(self.left, self.right), np.maximum(self.left, self.right)
        if len(np.unique(low.astype(np.int64) * len(truth.places) + high)) != len(table):
            raise SystemExit(f"{path}: a pair is there twice")
        if (low == high).any() or (truth.across and (truth.source[low] == truth.source[high]).any()):
            raise SystemExit(f"{path}: a pair is of one record, or of one file where two are linked")
        order = np.argsort(-table["weight"].to_numpy(), kind="stable")
        self.weight = table["weight"].to_numpy()[order]
        self.left, self.right = self.left[order], self.right[order]
        self.is_true = truth.entity[self.left] == truth.entity[self.right]

    def best(self, truth: Truth) -> dict:
        """At the weight that gives the best F1."""
        found = np.cumsum(self.is_true)
        said = np.arange(1, len(found) + 1)
        # Pairs of one weight stand or fall together.
        ends = np.append(self.weight[1:] != self.weight[:-1], True)
        f1 = np.where(ends, 2 * found / (said + truth.pairs), -1)
        place = int(np.argmax(f1))
        return {"weight": float(self.weight[place]), **figures(found[place], said[place], truth.pairs)}

    def at(self, weight: float, truth: Truth) -> dict:
        said = int((self.weight >= weight).sum())
        return {"weight": weight, **figures(int(self.is_true[:said].sum()), said, truth.pairs)}

    def components(self, weight: float, count: int) -> np.ndarray:
        """What is connected at a weight."""
        said = int((self.weight >= weight).sum())
        ones = np.ones(said, dtype=np.int8)
        graph = coo_matrix((ones, (self.left[:said], self.right[:said])), shape=(count, count))
        return connected_components(graph, directed=False)[1]


def cluster_figures(group: np.ndarray, truth: Truth) -> dict:
    """How well groups agree with entities: by pairs, by the largest that is false, by those that are exact."""
    codes = pd.factorize(group)[0].astype(np.int64)
    both = codes * truth.entities + truth.entity
    result = figures(truth.pairs_within(both), truth.pairs_within(codes), truth.pairs)
    sizes = np.bincount(codes)
    cells, shared = np.unique(both, return_counts=True)
    cluster, entity = cells // truth.entities, cells % truth.entities
    mixed = np.bincount(cluster) > 1
    exact = (sizes[cluster] == shared) & (np.bincount(truth.entity)[entity] == shared)
    return {
        **result, "largest": int(sizes.max()), "largest_false": int(sizes[mixed].max()) if mixed.any() else 0,
        "exact": float(exact.sum() / truth.entities),
    }


def read_clusters(path: Path, truth: Truth) -> np.ndarray:
    """A group for each record; one that the file does not name is alone."""
    table = pd.read_csv(path, dtype=str)
    group = -1 - np.arange(len(truth.places))
    places = truth.numbers(table["id"])
    if len(np.unique(places)) != len(places):
        raise SystemExit(f"{path}: a record is in two clusters")
    group[places] = pd.factorize(table["cluster"])[0]
    return group


def judge(data: Path, out: Path, probability: float, more: list[Path], connect: bool) -> dict:
    truth = Truth(data / "truth.csv")
    pairs = Pairs(out / "pairs.csv", truth)
    shipped = math.log2(probability / (1 - probability))
    result = {
        "true_pairs": truth.pairs, "pairs_written": len(pairs.weight),
        "pairs": {"best": pairs.best(truth), "shipped": pairs.at(shipped, truth)},
        "clusters": {"shipped": cluster_figures(read_clusters(out / "clusters.csv", truth), truth)},
    }
    tried = [(str(path), read_clusters(path, truth)) for path in more]
    if connect:
        # What is connected is what the peer calls a cluster, so any threshold can be tried here.
        weights = np.arange(-8, 32.01, 1.0)
        tried += [(float(weight), pairs.components(weight, len(truth.places))) for weight in weights]
    best = {"at": "shipped", **result["clusters"]["shipped"]}
    for name, group in tried:
        tried_here = cluster_figures(group, truth)
        if tried_here["f1"] > best["f1"]:
            best = {"at": name, **tried_here}
    result["clusters"]["best"] = best
    return result


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--probability", type=float, default=0.95, help="the threshold that shipped")
    parser.add_argument("--clusters", type=Path, nargs="*", default=[], help="clusters at other thresholds")
    parser.add_argument("--connect", action="store_true", help="also try what is connected at each threshold")
    options = parser.parse_args()
    print(json.dumps(judge(
        options.data, options.out, options.probability, options.clusters, options.connect), indent=1))
