#!/usr/bin/env python3
"""Read hostile inputs: none may crash, hang, or take memory beyond measure.

    run.py READER SET [NAME...]     READER is the program of reader.c, SET is
                                    text, word, web or pdf
"""
import pathlib
import subprocess
import sys
import tempfile

import inputs
import pdfs
import web
import word

SECONDS = 2.0                   # for each step of an input
SLOWER = 8                      # with sanitizers
FACTOR = 8                      # so many times the input in memory, and the base:
# the largest arrays that the limits allow (400,000 paragraphs, 2 million marks),
# whatever the size; and what a Word file may unpack to, with room to grow.
TREE = 1 << 20                  # KiB: a tree of as many paragraphs
# A set: where it is from, which inputs read it, the base in KiB, the fewest.
SETS = {
    "text": (inputs.inputs, ["markdown", "plain"], 160 << 10, 150),
    "word": (word.inputs, ["docx"], 320 << 10, 150),
    "web": (web.inputs, ["html", "json"], 320 << 10, 150),
    "pdf": (pdfs.pdfs, ["pdf"], 320 << 10, 80),
}


def judge(out, size, base):
    """What is wrong with a reader's report."""
    rows = [line.split(" ", 2) for line in out.splitlines()]
    seconds = SECONDS * (SLOWER if rows[-1][2] == "sanitized" else 1)
    more = base + FACTOR * (size >> 10)
    for step, spent, _ in rows:
        if step == "memory":
            if int(spent) > more:
                yield "%s KiB of memory" % spent
            more += TREE
        elif int(spent) / 1000 > seconds:
            yield "%s took %s ms" % (step, spent)


def try_one(command, size, base):
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace",
                              timeout=4 * SECONDS * SLOWER)
    except subprocess.TimeoutExpired:
        return ["hangs"]
    if done.returncode:
        return ["ended with %d: %s" % (done.returncode, done.stderr[-2000:])]
    return list(judge(done.stdout, size, base))


def main():
    reader, wanted = sys.argv[1], set(sys.argv[3:])
    inputs_of, formats, base, fewest = SETS[sys.argv[2]]
    tried, failed = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "input.txt"
        for name, data in inputs_of():
            if wanted and name not in wanted:
                continue
            path.write_bytes(data)
            tried += 1
            for wrong in try_one([reader, str(path), *formats], len(data), base):
                failed += 1
                print("%s: %s" % (name, wrong), flush=True)
    print("%d inputs, %d failures" % (tried, failed))
    return 1 if failed or not wanted and tried < fewest else 0


if __name__ == "__main__":
    sys.exit(main())
