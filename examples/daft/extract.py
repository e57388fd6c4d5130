"""A table with a column of text to a table of records with Daft, batch by batch.

    python extract.py ARTICLES RECORDS

ARTICLES are JSON Lines or Parquet with the columns `id` and `text`; RECORDS a folder of Parquet with `id` and `record`,
which is JSON: a record, or {"error": …, "source": …}. icbrief has to be on the PATH of the workers, or in $ICBRIEF.
"""

import json
import os
import subprocess
import sys

import daft
from daft import DataType, Series, col

# A batch is a process: a start costs as much as one or two articles, so there should be some hundred in it.
BATCH = 2000


@daft.func.batch(return_dtype=DataType.string(), batch_size=BATCH)
def icbrief(identities: Series, texts: Series):
    command = [os.environ.get("ICBRIEF", "icbrief"), "extract", "--threads", "1"]
    command += ["--input-format", "jsonl", "--on-error", "record", "-"]
    lines = (json.dumps({"id": str(i), "text": text}) for i, text in zip(identities.to_pylist(), texts.to_pylist()))
    done = subprocess.run(command, input="\n".join(lines).encode(), stdout=subprocess.PIPE, check=True)
    # Not splitlines(): a record may hold U+2028.
    return done.stdout.decode().rstrip("\n").split("\n") if done.stdout else []


def main(articles, records):
    read = daft.read_parquet if articles.endswith(".parquet") else daft.read_json
    frame = read(articles)
    frame = frame.select(col("id"), icbrief(col("id"), col("text")).alias("record"))
    frame.write_parquet(records)


if __name__ == "__main__":
    main(*sys.argv[1:])
