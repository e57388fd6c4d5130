#!/usr/bin/env bash
# Runs the example over the fixtures and compares with a plain run. Daft comes from PyPI into a virtual environment
# ($VENV keeps it). RUNNER=ray runs it on a local Ray cluster instead of Daft's own runner.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export ICBRIEF=${ICBRIEF:-$here/../../target/release/icbrief}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
venv=${VENV:-$work/venv}
runner=${RUNNER:-native}
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
module=daft
[ "$runner" != ray ] || module=daft,ray
"$venv/bin/python" -c "import $module, pyarrow" 2>/dev/null ||
    "$venv/bin/pip" install --quiet pyarrow "daft$([ "$runner" = ray ] && echo '[ray]')"

python3 "$here/../fixtures.py" lines "$work/articles.jsonl"
"$ICBRIEF" extract --input-format jsonl --on-error record - <"$work/articles.jsonl" >"$work/plain.jsonl"
DAFT_RUNNER=$runner "$venv/bin/python" "$here/extract.py" "$work/articles.jsonl" "$work/records" >"$work/log" 2>&1 ||
    { cat "$work/log"; exit 1; }
"$venv/bin/python" - "$work" <<'PY'
import pyarrow.parquet as parquet, sys
with open(sys.argv[1] + "/records.jsonl", "w") as out:
    for record in parquet.read_table(sys.argv[1] + "/records")["record"].to_pylist():
        out.write(record + "\n")
PY
python3 "$here/../fixtures.py" compare "$work/plain.jsonl" "$work/records.jsonl"
