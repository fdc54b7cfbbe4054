"""peer.py SET DATA OUT [--model FILE]: links a set with Splink on DuckDB, as its documentation would.

Writes OUT/pairs.csv, OUT/clusters.csv and, where it trained, OUT/model.json; prints the seconds of each phase as JSON.
"""

import argparse
import json
import logging
import time
from contextlib import contextmanager
from pathlib import Path

STARTED = time.perf_counter()

import duckdb  # noqa: E402  The import is part of what a run takes.
from splink import DuckDBAPI, Linker  # noqa: E402

from models import MODELS  # noqa: E402

class Phases:
    """What each phase took, in seconds."""

    def __init__(self):
        self.seconds = {"import": time.perf_counter() - STARTED}

    @contextmanager
    def measured(self, name: str):
        before = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0) + time.perf_counter() - before


def link(name: str, data: Path, out: Path, trained: Path | None, threads: int | None) -> Phases:
    model, phases = MODELS[name], Phases()
    out.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect()
    if threads:
        connection.execute(f"set threads = {threads}")
    with phases.measured("read"):
        api = DuckDBAPI(connection=connection)
        tables = [read(connection, api, path, model.columns) for path in sources(data)]
        settings = str(trained) if trained else model.settings()
        linker = Linker(tables if len(tables) > 1 else tables[0], settings)
    if not trained:
        train(linker, model, phases)
        linker.misc.save_model_to_json(str(out / "model.json"), overwrite=True)
    with phases.measured("predict"):
        pairs = linker.inference.predict(threshold_match_weight=model.floor)
    with phases.measured("cluster"):
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            pairs, threshold_match_probability=model.probability)
    with phases.measured("write"):
        write_pairs(connection, pairs, model, len(tables) > 1, out / "pairs.csv")
        write_clusters(connection, clusters, model, len(tables) > 1, out / "clusters.csv")
    return phases


def sources(data: Path) -> list[Path]:
    return sorted(path for path in data.glob("*.csv") if path.name != "truth.csv")


def read(connection, api, path: Path, columns: str):
    connection.execute(f"""
        create table "{path.stem}" as select {columns}
        from read_csv('{path}', all_varchar = true, nullstr = '', allow_quoted_nulls = true)""")
    return api.register(path.stem, dataset_display_name=path.stem)


def train(linker, model, phases: Phases) -> None:
    with phases.measured("prior"):
        linker.training.estimate_probability_two_random_records_match(
            model.deterministic(), recall=model.recall)
    with phases.measured("u"):
        linker.training.estimate_u_using_random_sampling(max_pairs=model.max_pairs, seed=1)
    with phases.measured("m"):
        for rule in model.training():
            linker.training.estimate_parameters_using_expectation_maximisation(
                rule, estimate_without_term_frequencies=True)


def write_pairs(connection, pairs, model, has_sources: bool, path: Path) -> None:
    left, right = ("source_dataset_l", "source_dataset_r") if has_sources else ("''", "''")
    connection.execute(f"""
        copy (select {left} as source_l, {model.id_column}_l as id_l, {right} as source_r,
              {model.id_column}_r as id_r, match_weight as weight, match_probability as probability
              from {pairs.physical_name}) to '{path}' (header)""")


def write_clusters(connection, clusters, model, has_sources: bool, path: Path) -> None:
    source = "source_dataset" if has_sources else "''"
    connection.execute(f"""
        copy (select {source} as source, {model.id_column} as id, cluster_id as cluster
              from {clusters.physical_name}) to '{path}' (header)""")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=list(MODELS))
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--model", type=Path, help="a model that a run before has written")
    parser.add_argument("--threads", type=int)
    options = parser.parse_args()
    # Splink tells of each step at warning level and below.
    logging.disable(logging.WARNING)
    phases = link(options.set, options.data, options.out, options.model, options.threads)
    probability = MODELS[options.set].probability
    print(json.dumps({"seconds": phases.seconds, "threshold_probability": probability}))
