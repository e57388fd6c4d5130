"""A table with a column of text to a table of records with Spark's `mapInPandas`.

    spark-submit map_in_pandas.py ARTICLES.parquet RECORDS.parquet

ARTICLES have the columns `id` and `text`; RECORDS have `id`, `record` (JSON) and `error`, one row each. icbrief has to be
on the PATH of the workers, or in $ICBRIEF.
"""

import os
import sys

from pyspark.sql import SparkSession

SCHEMA = "id string, record string, error string"


def extract(frames):
    """One process per partition. It answers line by line, but a pipe holds only so much: one thread writes while this reads."""
    import json
    import subprocess
    import threading

    import pandas

    command = [os.environ.get("ICBRIEF", "icbrief"), "extract", "--threads", "1"]
    command += ["--input-format", "jsonl", "--on-error", "record", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for frame in frames:
            # No text is null and not NaN, which is no JSON.
            texts = (None if pandas.isna(text) else text for text in frame["text"])
            lines = (json.dumps({"id": str(i), "text": text}) + "\n" for i, text in zip(frame["id"], texts))
            data = "".join(lines).encode()

            def write():
                process.stdin.write(data)
                process.stdin.flush()

            writer = threading.Thread(target=write)
            writer.start()
            rows = []
            for identity in frame["id"]:
                answer = process.stdout.readline().decode().rstrip("\n")
                if not answer:
                    raise RuntimeError("icbrief ended early")
                error = json.loads(answer)["error"] if answer.startswith('{"error"') else None
                rows.append((identity, None if error else answer, error))
            writer.join()
            yield pandas.DataFrame(rows, columns=["id", "record", "error"])
        process.stdin.close()
        if process.wait() != 0:
            raise RuntimeError(f"icbrief: exit status {process.returncode}")


def main(articles, records):
    spark = SparkSession.builder.appName("icbrief").getOrCreate()
    spark.read.parquet(articles).select("id", "text").mapInPandas(extract, SCHEMA).write.parquet(records)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
