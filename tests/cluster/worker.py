#!/usr/bin/env python3
"""A worker of an engine: the command, or, once, one that dies in the middle.

    worker.py STATE WHOM COMMAND...

The first worker that makes the folder STATE lets COMMAND go on until something
of its output is there and then sends SIGKILL: to COMMAND, or, where WHOM is
the name of a program such as java, to the first ancestor that runs it. Later
workers are the command alone.
"""
import os
import signal
import subprocess
import sys
from pathlib import Path


def ancestor(name):
    """The nearest process above this one that runs a program."""
    pid = os.getppid()
    while pid > 1:
        stat = Path("/proc/%d/stat" % pid).read_text()
        if stat[stat.index("(") + 1:stat.rindex(")")] == name:
            return pid
        pid = int(stat[stat.rindex(")") + 2:].split()[1])
    raise SystemExit("worker.py: no %s above" % name)


def main():
    state, whom, *command = sys.argv[1:]
    try:
        os.mkdir(state)
    except FileExistsError:
        os.execvp(command[0], command)
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    line = child.stdout.readline()      # the half of a partition
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
    Path(state, "line").write_bytes(line)
    if whom != "self":
        victim = ancestor(whom)
        Path(state, "victim").write_text(str(victim))
        os.kill(victim, signal.SIGKILL)
    child.kill()
    child.wait()
    return 137


if __name__ == "__main__":
    sys.exit(main())
