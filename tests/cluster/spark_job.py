"""Pipe records through a command on a Spark of two workers.

    spark_job.py RECORDS ANSWERS COMMAND
"""
import os
import sys

from pyspark import SparkConf, SparkContext

PARTITIONS = 8


def main():
    records, answers, command = sys.argv[1:]
    conf = (SparkConf().setMaster("local-cluster[2,1,1024]").setAppName("resconv")
            .set("spark.ui.enabled", "false").set("spark.executor.memory", "512m")
            .set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1"))
    context = SparkContext(conf=conf)
    piped = context.textFile("file://" + records, PARTITIONS).pipe(
        command, env=dict(os.environ), checkCode=True)
    with open(answers, "w", encoding="utf-8", newline="") as out:
        for line in piped.collect():
            out.write(line + "\n")
    context.stop()


if __name__ == "__main__":
    main()
