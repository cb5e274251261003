#!/usr/bin/env python3
"""What a conversion costs, in instructions, which no busy machine changes.

    run.py REPEAT BUILD

REPEAT converts a file N times in one process; callgrind counts. The cost of a
document in the steady state is a tenth of what eleven cost more than one. A
format "batch:akn" is the same for the command with -o DIR/ and --report, and
"cold:akn" is one run of the command, from its start to its end. A
change that makes it dearer than a row of budgets.txt allows fails here; one
that makes it cheaper lowers the row.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import ROOT, SHARED, Program   # noqa: E402

COLLECTED = re.compile(r"Collected : (\d+)")


def instructions(environment, *command):
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
                           *map(str, command)], env=environment,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    told = done.stderr.decode("utf-8", "replace")
    if done.returncode:
        raise SystemExit(told)
    return int(COLLECTED.search(told).group(1))


def rows():
    """(format, file, instructions at most); a file of the corpus may be absent."""
    for line in (Path(__file__).parent / "budgets.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            form, name, most = line.split()
            yield form, name, float(most) * 1e6


def batch(program, environment, form, path, n):
    """A folder of n documents to another, with a report, on one thread."""
    with tempfile.TemporaryDirectory() as work:
        for i in range(n):
            (Path(work) / "in").mkdir(exist_ok=True)
            shutil.copy(path, Path(work) / "in" / ("%02d%s" % (i, path.suffix)))
        return instructions(environment, program, "-q", "-r", "-j1", "-t", form, "-o",
                            Path(work) / "out", "--report", Path(work) / "run.ndjson",
                            Path(work) / "in")


def steady(count):
    """What a document costs more where there are eleven, and the first."""
    one, eleven = count(1), count(11)
    return (eleven - one) / 10, one


def cost_of(repeat, program, environment, form, path):
    how, _, name = form.rpartition(":")
    if how == "batch":
        return steady(lambda n: batch(program, environment, name, path, n))
    if how == "cold":
        cost = instructions(environment, program, "-q", "-t", name, path)
        return cost, cost
    return steady(lambda n: instructions(environment, repeat, n, form, path))


def measure(repeat, program, environment, row):
    form, name, most = row
    path = SHARED / name[len("shared/"):] if name.startswith("shared/") else ROOT / name
    if not path.exists():
        return "absent: ../%s, its cost as %s is not counted" % (name, form), True
    cost, one = cost_of(repeat, program, environment, form, path)
    return "%-9s %-40s %8.3f of %8.3f M instructions a document, %.1f M for the first" % (
        form, name, cost / 1e6, most / 1e6, one / 1e6), cost <= most


def main():
    repeat, build = sys.argv[1:]
    program = Program(build)
    environment = dict(program.environment)
    environment.pop("MALLOC_PERTURB_", None)    # meson's; it costs too
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        told = list(pool.map(lambda row: measure(repeat, program.path, environment, row), rows()))
    for line, kept in told:
        print(line if kept else line + "  TOO MUCH")
    return 0 if all(kept for _, kept in told) else 1


if __name__ == "__main__":
    sys.exit(main())
