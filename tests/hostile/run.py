#!/usr/bin/env python3
"""Read hostile inputs: none may crash, hang, or take memory beyond measure.

    run.py READER [NAME...]     READER is the program of reader.c
"""
import pathlib
import subprocess
import sys
import tempfile

from inputs import inputs

SECONDS = 2.0                   # for each step of an input
SLOWER = 8                      # with sanitizers
# Memory: the largest arrays that the limits allow (400,000 paragraphs, 2 million
# marks), whatever the size, and so many times the input.
BASE_KIB, FACTOR = 160 << 10, 8
FEWEST = 150


def judge(out, size):
    """What is wrong with a reader's report."""
    rows = [line.split(" ", 2) for line in out.splitlines()]
    memory, build = int(rows[-1][1]), rows[-1][2]
    seconds = SECONDS * (SLOWER if build == "sanitized" else 1)
    for step, spent, _ in rows[:-1]:
        if int(spent) / 1000 > seconds:
            yield "%s took %s ms" % (step, spent)
    if memory > BASE_KIB + FACTOR * (size >> 10):
        yield "%d KiB of memory" % memory


def try_one(reader, path, size):
    try:
        done = subprocess.run([reader, str(path)], capture_output=True, text=True, errors="replace",
                              timeout=4 * SECONDS * SLOWER)
    except subprocess.TimeoutExpired:
        return ["hangs"]
    if done.returncode:
        return ["ended with %d: %s" % (done.returncode, done.stderr[-2000:])]
    return list(judge(done.stdout, size))


def main():
    reader, wanted = sys.argv[1], set(sys.argv[2:])
    tried, failed = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "input.txt"
        for name, data in inputs():
            if wanted and name not in wanted:
                continue
            path.write_bytes(data)
            tried += 1
            for wrong in try_one(reader, path, len(data)):
                failed += 1
                print("%s: %s" % (name, wrong), flush=True)
    print("%d inputs, %d failures" % (tried, failed))
    return 1 if failed or not wanted and tried < FEWEST else 0


if __name__ == "__main__":
    sys.exit(main())
