"""For the tests beside this: `lines OUT` writes the fixtures as JSON Lines and some lines that are no article;
`compare PLAIN OTHER` fails unless both hold the same records (the line number, which the engines do not keep, aside)."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def lines(out):
    paths = sorted((ROOT / "fixtures").glob("*/*.txt")) + sorted((ROOT / "fixtures").glob("*/*.md"))
    with open(out, "w") as file:
        # Some copies, so that there is more than one partition and batch.
        for copy in range(20):
            for path in paths:
                row = {"id": f"{copy}/{path.name}", "text": path.read_text()}
                file.write(json.dumps(row, ensure_ascii=copy % 2 == 0) + "\n")
            file.write(json.dumps({"id": f"{copy}/none", "text": None}) + "\n")


def load(path):
    found = {}
    for line in open(path, newline="\n"):
        record = json.loads(line)
        record["source"].pop("line", None)
        found[record["source"]["id"]] = record
    return found


def compare(plain, other):
    plain, other = load(plain), load(other)
    assert plain.keys() == other.keys(), plain.keys() ^ other.keys()
    for identity in plain:
        assert plain[identity] == other[identity], identity
    errors = sum("error" in record for record in plain.values())
    print(f"the same: {len(plain) - errors} records, {errors} errors")


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
