#!/usr/bin/env python3
"""Compare accuracy with the floors in tests/floors.tsv.

usage: tests/floors.py ICBRIEF SHARED [--raise]

ICBRIEF is the program, SHARED the folder with eval/ (the scorers), seeds/, gold/ and corpora/. The table has a row for
each set and metric: sets are `seeds`, `fixtures` (all of this project's own articles), its folders `fixtures/articles`
and `fixtures/kept-aside`, the halves of `tests/briefs` and the names of the corpora,
metrics are the rows that the scorers print. What counts is a row's F1, or its accuracy or recall where it has no F1; a
metric that was not measured counts as 0. --raise lifts the floors to what is reached now, rounded down to a hundredth,
and lowers none. Exit status 1 if something is below its floor, 2 if nothing could be measured.
"""
import json
import math
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "tests" / "floors.tsv"
TEMPORARY = tempfile.TemporaryDirectory()


def run(command, stdin=b""):
    """Standard output; what is said on standard error is seen. A failure is the end."""
    done = subprocess.run(command, input=stdin, stdout=subprocess.PIPE)
    if done.returncode:
        sys.exit(f"floors: exit status {done.returncode} from: {' '.join(map(str, command))}")
    return done.stdout


def gold_of(folders, gold):
    """A folder with the gold of just the articles in `folders`: the scorer counts what has no record as missed."""
    own = pathlib.Path(TEMPORARY.name) / "-".join(folder.name for folder in folders)
    own.mkdir(exist_ok=True)
    for folder in folders:
        for article in folder.iterdir():
            if (gold / f"{article.stem}.json").exists():
                shutil.copy(gold / f"{article.stem}.json", own)
    return own


def measure(icbrief, shared, name):
    """Metric to value for one set."""
    corpus = shared / "corpora" / f"{name}.jsonl"
    if name == "seeds":
        paths, scorer = [shared / "seeds"], [shared / "eval" / "score", shared / "gold" / "seeds", "-"]
    elif name == "fixtures" or name.startswith("fixtures/"):
        fixtures = ROOT / "fixtures"
        paths = [fixtures / "articles", fixtures / "kept-aside"] if name == "fixtures" else [ROOT / name]
        scorer = [shared / "eval" / "score", gold_of(paths, fixtures / "gold"), "-"]
    elif name.startswith("briefs/"):
        paths = [ROOT / "tests" / name]
        gold = gold_of(paths, ROOT / "tests" / "briefs" / "gold")
        scorer = [shared / "eval" / "score", gold, "-", "--only", "events"]
    else:
        paths, scorer = [corpus], [shared / "eval" / "spans", corpus, "-"]
    records = run([icbrief, "extract", *paths])
    scored = run([*scorer, "--json"], records)
    rows = json.loads(scored)
    if "scores" in rows:
        rows = {**rows["scores"], **rows["attributes"]}
    value = lambda row: next((row[key] for key in ("f1", "accuracy", "recall") if key in row), 0.0)
    return {metric: value(row) for metric, row in rows.items()}


def main(icbrief, shared, *options):
    icbrief, shared = pathlib.Path(icbrief).resolve(), pathlib.Path(shared).resolve()
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    measured, below, out, count = {}, [], [], 0
    for line in lines:
        if not line or line.startswith("#"):
            out.append(line)
            continue
        name, metric, floor = line.split("\t")
        if name not in measured:
            measured[name] = measure(icbrief, shared, name)
        got, floor = measured[name].get(metric, 0.0), float(floor)
        count += 1
        print(f"{name:26} {metric:34} {got:.4f}   floor {floor:.2f}{'   BELOW' if got < floor else ''}")
        if got < floor:
            below.append(f"{name} {metric}")
        floor = max(floor, math.floor(got * 100 + 1e-9) / 100)
        out.append(f"{name}\t{metric}\t{floor:.2f}")
    if "--raise" in options:
        TABLE.write_text("\n".join(out) + "\n", encoding="utf-8")
    print(f"{count} floors, {len(below)} not held" + "".join(f"\n  {row}" for row in below))
    return 1 if below else 0 if count else 2


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
