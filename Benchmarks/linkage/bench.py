"""bench.py [quick|full]: links the same files with Kindred and with its peer, and prints both side by side.

quick takes some minutes: the small sets, and 100,000 people. full adds a million people, 100,000 to 5,000,000 with
Kindred alone, and the pairs scored in a second. Everything is kept in .build/bench/linkage, results.json included.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FOLDER = ROOT / ".build/bench/linkage"
SMALL = ["febrl3", "febrl4", "historical", "families"]
# The probability from which Kindred joins where the settings say nothing, and others that are tried.
DEFAULT_JOIN = 0.8
JOINS = [0.5, 0.99, 0.999, 0.9999, 0.99999]


@dataclass
class Case:
    """One set of records at one size, and how often it is linked."""

    name: str
    records: int | None = None
    times: int = 2

    @property
    def title(self) -> str:
        return f"{self.name} {self.records:,}" if self.records else self.name

    @property
    def data(self) -> Path:
        return FOLDER / "data" / (f"{self.name}-{self.records}" if self.records else self.name)

    def files(self) -> list[Path]:
        return sorted(path for path in self.data.glob("*.csv") if path.name != "truth.csv")

    def make(self) -> None:
        """Makes the data if it is not there, or if what makes it has changed."""
        made = self.data / "truth.csv"
        newest = max(path.stat().st_mtime for path in HERE.glob("*.py"))
        if made.exists() and made.stat().st_mtime > newest:
            return
        shutil.rmtree(self.data, ignore_errors=True)
        size = ["--records", str(self.records)] if self.records else []
        subprocess.run([sys.executable, HERE / "data.py", self.name, self.data, *size], check=True)

    def warm(self) -> None:
        """Reads the files once, so that neither program pays for the disk."""
        for path in self.files():
            path.read_bytes()


@dataclass
class Run:
    """What one run of one program took: the quickest of several, since all that disturbs only adds."""

    seconds: float
    megabytes: float
    said: str


@dataclass
class Result:
    """One program on one case."""

    case: str
    program: str
    trained: Run | None = None
    linked: Run | None = None
    accuracy: dict = field(default_factory=dict)


def measured(command: list, times: int) -> Run:
    """Runs a command, and takes its time by the clock and its greatest memory from the system."""
    best: Run | None = None
    for _ in range(times):
        before = time.perf_counter()
        told = tempfile.TemporaryFile("w+")
        process = subprocess.Popen(
            [str(part) for part in command], stdout=subprocess.PIPE, stderr=told, text=True)
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - before
        if process.returncode != 0:
            told.seek(0)
            sys.stderr.write(told.read())
            raise SystemExit(f"exit {process.returncode}: {' '.join(str(part) for part in command)}")
        if best is None or seconds < best.seconds:
            best = Run(seconds, usage.ru_maxrss / 1024, said)
    return best


class Peer:
    """Splink on DuckDB."""

    name = "splink"

    def __init__(self, threads: int | None):
        self.threads = ["--threads", str(threads)] if threads else []

    def link(self, case: Case, out: Path, model: Path | None) -> Run:
        trained = ["--model", model] if model else []
        return measured(
            [sys.executable, HERE / "peer.py", case.name, case.data, out, *trained, *self.threads], case.times)

    def probability(self, case: Case, run: Run) -> float:
        return json.loads(run.said)["threshold_probability"]

    def other_clusters(self, case: Case, out: Path) -> list[str]:
        # What is connected at a weight is what the peer would make there.
        return ["--connect"]


class Kindred:
    """The program of this project."""

    name = "kindred"

    def __init__(self, program: Path, threads: int | None):
        self.program = program
        self.threads = ["--threads", str(threads)] if threads else []

    def settings(self, case: Case) -> Path:
        return HERE / "settings" / f"{case.name}.yaml"

    def link(self, case: Case, out: Path, model: Path | None, settings: Path | None = None) -> Run:
        trained = ["--model", model] if model else []
        return measured(
            [self.program, "link", settings or self.settings(case), *case.files(), "--out", out, *trained,
             *self.threads], case.times)

    def probability(self, case: Case, run: Run) -> float:
        found = re.search(r"^\s+join:\s*([0-9.]+)", self.settings(case).read_text(), re.M)
        return float(found[1]) if found else DEFAULT_JOIN

    def other_clusters(self, case: Case, out: Path) -> list[str]:
        """Links again with other thresholds: clusters are repaired, so they are not what is connected."""
        text = re.sub(r"^  join:.*\n", "", self.settings(case).read_text(), flags=re.M)
        found = []
        once = Case(case.name, case.records, times=1)
        for join in JOINS:
            place = out.parent / f"kindred-{join}"
            place.mkdir(exist_ok=True)
            changed = place / "settings.yaml"
            with_join = f"clusters:\n  join: {join}\n"
            changed.write_text(
                re.sub(r"^clusters:\n", with_join, text, flags=re.M) if re.search(r"^clusters:", text, re.M)
                else text + with_join)
            self.link(once, place, out / "model.json", changed)
            found.append(place / "clusters.csv")
        return ["--clusters", *map(str, found)]


def blocking_is_shared(name: str) -> None:
    """Both programs use the rules of blocking.json, so that neither has an easier task."""
    rules = json.loads((HERE / "blocking.json").read_text())["people" if name == "families" else name]
    wanted = {", ".join(sorted(map(kindred_expression, rule))) for rule in rules}
    text = (HERE / "settings" / f"{name}.yaml").read_text()
    section = re.search(r"^blocking:\n((?:  - .*\n|\s*#.*\n)+)", text, re.M)[1]
    written = re.findall(r"^  - (.*)$", section, re.M)
    # The one rule that is written differently in both: two names in either order.
    written = [rule for rule in written if not rule.startswith("sorted(")]
    found = {", ".join(sorted(re.split(r", (?![^(]*\))", rule))) for rule in written}
    if found != wanted:
        raise SystemExit(f"{name}: the blocking rules differ: {sorted(found ^ wanted)}")


def kindred_expression(feature: str) -> str:
    column, _, length = feature.partition(":")
    if not length:
        return column
    return f"year({column})" if length == "4" and column in ("dob", "date_of_birth") else f"first({column}, {length})"


def judge(case: Case, out: Path, probability: float, more: list[str]) -> dict:
    command = [sys.executable, HERE / "measure.py", case.data, out, "--probability", str(probability), *more]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def compare(case: Case, programs: list) -> list[Result]:
    """Links one case with each program, one after the other on the same warm files, and judges both."""
    case.make()
    results = []
    for program in programs:
        print(f"… {case.title}: {program.name}", file=sys.stderr)
        case.warm()
        out = FOLDER / "out" / case.data.name / program.name
        out.mkdir(parents=True, exist_ok=True)
        result = Result(case.title, program.name)
        result.trained = program.link(case, out, None)
        again = out.parent / f"{program.name}-again"
        result.linked = program.link(case, again, out / "model.json")
        probability = program.probability(case, result.trained)
        result.accuracy = judge(case, out, probability, program.other_clusters(case, out))
        results.append(result)
    return results


HEADINGS = [
    ("", 19, "<"), ("", 9, "<"), ("pairs", 9, ">"), ("P", 8, ">"), ("R", 8, ">"), ("F1", 8, ">"),
    ("F1 best", 8, ">"), ("clust. P", 9, ">"), ("R", 8, ">"), ("F1", 8, ">"), ("F1 best", 8, ">"),
    ("false", 6, ">"), ("train+link", 11, ">"), ("MB", 7, ">"), ("link", 9, ">"), ("MB", 7, ">"),
]


def line(cells: list) -> str:
    return "".join(f"{cell:{align}{width}}" for cell, (_, width, align) in zip(cells, HEADINGS)).rstrip()


def row(result: Result) -> str:
    pairs, clusters = result.accuracy["pairs"], result.accuracy["clusters"]

    def figure(number: float) -> str:
        return f"{number:.4f}"

    return line([
        result.case, result.program, f"{result.accuracy['pairs_written']:,}",
        *(figure(pairs["shipped"][key]) for key in ("precision", "recall", "f1")), figure(pairs["best"]["f1"]),
        *(figure(clusters["shipped"][key]) for key in ("precision", "recall", "f1")), figure(clusters["best"]["f1"]),
        clusters["shipped"]["largest_false"], f"{result.trained.seconds:.2f} s", f"{result.trained.megabytes:,.0f}",
        f"{result.linked.seconds:.2f} s", f"{result.linked.megabytes:,.0f}",
    ])


def ratios(ours: Result, theirs: Result) -> str:
    """What Kindred takes of the peer's time and memory, and by how much its F1 is higher."""
    def share(kind: str, unit: str) -> str:
        return f"{getattr(getattr(ours, kind), unit) / getattr(getattr(theirs, kind), unit):.2f}"

    def gain(what: str, when: str) -> str:
        return f"{ours.accuracy[what][when]['f1'] - theirs.accuracy[what][when]['f1']:+.4f}"

    return line([
        "", "ratio", "", "", "", gain("pairs", "shipped"), gain("pairs", "best"), "", "",
        gain("clusters", "shipped"), gain("clusters", "best"), "", share("trained", "seconds"),
        share("trained", "megabytes"), share("linked", "seconds"), share("linked", "megabytes"),
    ])


def show(results: list[Result]) -> None:
    if results:
        print(row(results[0]))
    for other in results[1:]:
        print(row(other))
    if len(results) == 2:
        print(ratios(results[1], results[0]))
    sys.stdout.flush()


def scaling(program: Kindred, sizes: list[int]) -> list[dict]:
    """How Kindred's time and memory grow with the records, at a constant number of pairs for each."""
    print("\nKindred alone, by number of people")
    found = []
    for records in sizes:
        case = Case("people", records, times=1)
        case.make()
        case.warm()
        out = FOLDER / "out" / case.data.name / "scaling"
        out.mkdir(parents=True, exist_ok=True)
        run = program.link(case, out, None)
        found.append({"records": records, "seconds": run.seconds, "megabytes": run.megabytes})
        print(f"{records:>11,} records {run.seconds:8.2f} s {run.seconds / records * 1e6:7.2f} s a million "
              f"{run.megabytes:8,.0f} MB", flush=True)
    return found


def throughput(case: Case) -> dict:
    """Pairs that rapidfuzz compares in a second on one core, on the names of a set."""
    case.make()
    said = subprocess.run(
        [sys.executable, HERE / "throughput.py", case.files()[0]], check=True, capture_output=True, text=True).stdout
    return json.loads(said)


def weighed_in_a_second(program: Kindred, case: Case) -> float:
    """Pairs that Kindred brings together, compares in all their columns and weighs in a second on one core."""
    case.make()
    case.warm()
    out = FOLDER / "out" / case.data.name / "weighing"
    model = FOLDER / "out" / case.data.name / "kindred" / "model.json"
    said = subprocess.run(
        [program.program, "link", program.settings(case), *case.files(), "--out", out, "--model", model, "--threads",
         "1", "--verbose"], check=True, capture_output=True, text=True).stderr
    return float(re.search(r"([0-9]+) pairs a second", said)[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", nargs="?", choices=["quick", "full"], default="quick")
    parser.add_argument("--only", choices=["peer", "kindred"], help="one of the two programs")
    parser.add_argument("--sets", help="some of the sets, with commas: febrl3,people")
    parser.add_argument("--records", type=int, help="how many people")
    parser.add_argument("--times", type=int, help="how often each small set is linked; the quickest counts")
    parser.add_argument("--threads", type=int)
    parser.add_argument("--kindred", type=Path, default=ROOT / ".build/release/kindred", help="the program")
    options = parser.parse_args()

    peer, kindred = Peer(options.threads), Kindred(options.kindred, options.threads)
    programs = [each for each in (peer, kindred) if options.only in (None, "peer" if each is peer else "kindred")]
    if kindred in programs and not options.kindred.exists():
        raise SystemExit(f"there is no {options.kindred}: 'make build', or say --only peer")
    people = options.records or (1_000_000 if options.size == "full" else 100_000)
    cases = [Case(name, times=options.times or 2) for name in SMALL] + [Case("people", people, times=1)]
    wanted = options.sets.split(",") if options.sets else SMALL + ["people"]
    cases = [case for case in cases if case.name in wanted]

    print(f"{platform.machine()}, {os.cpu_count()} cores; at the threshold that ships, and F1 at the best one\n")
    print(line([name for name, _, _ in HEADINGS]))
    results = []
    for case in cases:
        if kindred in programs:
            blocking_is_shared(case.name)
        both = compare(case, programs)
        show(both)
        results += both
    more = {}
    if options.size == "full" and not options.sets:
        more["rapidfuzz"] = throughput(Case("people", people))
        print(f"\nrapidfuzz, Jaro-Winkler, one core: {more['rapidfuzz']['pairs_per_second'] / 1e6:.1f} million pairs a second")
        if kindred in programs:
            more["weighed"] = weighed_in_a_second(kindred, Case("people", people))
            print(f"Kindred, pairs brought together, compared in all columns and weighed, one core: "
                  f"{more['weighed'] / 1e6:.1f} million a second")
            more["scaling"] = scaling(kindred, [100_000, 300_000, 1_000_000, 2_000_000, 5_000_000])
    (FOLDER / "results.json").write_text(json.dumps(
        {"results": [vars_of(result) for result in results], **more}, indent=1))


def vars_of(result: Result) -> dict:
    runs = {kind: {"seconds": run.seconds, "megabytes": run.megabytes, "said": run.said}
            for kind, run in (("train_and_link", result.trained), ("link", result.linked))}
    return {"case": result.case, "program": result.program, "accuracy": result.accuracy, **runs}


if __name__ == "__main__":
    main()
