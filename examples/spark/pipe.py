"""JSON Lines through icbrief with Spark's `pipe`: one process per partition, no Python code per row.

    spark-submit pipe.py ARTICLES RECORDS

ARTICLES are JSON Lines (`id`, `text`, …), RECORDS a folder that Spark makes. icbrief has to be on the PATH of the workers, or
in $ICBRIEF. One line in gives one line out in the same order; a line that is no article gives {"error": …, "source": …}.
"""

import os
import shlex
import sys

from pyspark.sql import SparkSession


def main(articles, records):
    spark = SparkSession.builder.appName("icbrief").getOrCreate()
    icbrief = shlex.quote(os.environ.get("ICBRIEF", "icbrief"))
    # One thread each: Spark already runs a task per core. checkCode makes a task fail with icbrief and not pass over it.
    command = f"{icbrief} extract --threads 1 --input-format jsonl --on-error record -"
    spark.sparkContext.textFile(articles).pipe(command, checkCode=True).saveAsTextFile(records)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
