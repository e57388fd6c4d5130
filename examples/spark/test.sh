#!/usr/bin/env bash
# Runs both examples over the fixtures on a local Spark of two workers and compares with a plain run.
# Needs Java 17 or newer; PySpark comes from PyPI into a virtual environment ($VENV keeps it).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export ICBRIEF=${ICBRIEF:-$here/../../target/release/icbrief}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
venv=${VENV:-$work/venv}
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import pyspark, pandas, pyarrow' 2>/dev/null ||
    "$venv/bin/pip" install --quiet 'pyspark>=4' 'pandas<3' pyarrow
export PYSPARK_PYTHON=$venv/bin/python

python3 "$here/../fixtures.py" lines "$work/articles.jsonl"
"$ICBRIEF" extract --input-format jsonl --on-error record - <"$work/articles.jsonl" >"$work/plain.jsonl"

submit() { "$venv/bin/spark-submit" --master 'local-cluster[2,1,1024]' "$@" 2>"$work/log" || { cat "$work/log"; exit 1; }; }

echo "pipe:"
submit "$here/pipe.py" "$work/articles.jsonl" "$work/piped"
cat "$work"/piped/part-* >"$work/piped.jsonl"
python3 "$here/../fixtures.py" compare "$work/plain.jsonl" "$work/piped.jsonl"
# Spark names the parts in the order of the input.
jq -r .source.id "$work/piped.jsonl" | cmp - <(jq -r .source.id "$work/plain.jsonl")

echo "mapInPandas:"
"$venv/bin/python" - "$work" <<'PY'
import pyarrow.json, pyarrow.parquet, sys
pyarrow.parquet.write_table(pyarrow.json.read_json(sys.argv[1] + "/articles.jsonl"), sys.argv[1] + "/articles.parquet")
PY
submit "$here/map_in_pandas.py" "$work/articles.parquet" "$work/mapped"
"$venv/bin/python" - "$work" <<'PY'
import json, pyarrow.parquet as parquet, sys
with open(sys.argv[1] + "/mapped.jsonl", "w") as out:
    for row in parquet.read_table(sys.argv[1] + "/mapped").to_pylist():
        error = {"error": row["error"], "source": {"path": "-", "id": row["id"]}}
        out.write((row["record"] or json.dumps(error)) + "\n")
PY
python3 "$here/../fixtures.py" compare "$work/plain.jsonl" "$work/mapped.jsonl"
