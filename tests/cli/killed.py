#!/usr/bin/env python3
"""A run that is killed, or finds the disk full, loses nothing: what it leaves
is whole, and --resume comes to the tree of a run that was left in peace."""
import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from command import tree             # noqa: E402
from program import ROOT, Program   # noqa: E402

SAMPLES = sorted((ROOT / "tests/golden/samples").glob("*.md")) + \
    sorted((ROOT / "tests/golden/samples").glob("*.txt"))
KILLS = int(os.environ.get("RESCONV_KILLS", "50"))   # fewer with the sanitizers
SEED, DOCUMENTS = 1945, 24
FORMATS = "akn,json,html,pdf"
SYSTEM = 5
program = None


def is_waiting(name):
    return Path(name).name.startswith(".resconv-")


class Killed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.base = Path(folder.name)
        for i in range(DOCUMENTS):
            path = cls.base / "in" / str(i % 3) / ("%02d%s" % (i, SAMPLES[i % 2].suffix))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(SAMPLES[i % 2].read_bytes().replace(b"99/901", b"99/9%02d" % i))
        assert cls.start("whole").wait() == 0
        cls.whole = tree(cls.base / "whole")
        assert len(cls.whole) == 4 * DOCUMENTS
        cls.report = cls.masked("whole.ndjson")

    @classmethod
    def masked(cls, name):
        lines = (cls.base / name).read_text().splitlines()
        return [dict(json.loads(line), ms=None) for line in lines]

    @classmethod
    def start(cls, name, *more, limit=None):
        return subprocess.Popen(
            [program.path, "-q", "-r", "-j2", "-t", FORMATS, "-o", name, "--report",
             name + ".ndjson", *more, "in"], cwd=cls.base, env=program.environment,
            stderr=subprocess.PIPE if limit else subprocess.DEVNULL, preexec_fn=limit)

    def lines(self, name):
        path = self.base / (name + ".ndjson")
        return path.read_bytes().count(b"\n") if path.exists() else 0

    def kill_after(self, child, name, lines, seconds):
        """SIGKILL so long after the report has so many lines, which is the same
        moment of the run on a fast machine and a slow one. FALSE: too late."""
        while child.poll() is None and self.lines(name) < lines:
            time.sleep(0.001)
        time.sleep(seconds)
        child.send_signal(signal.SIGKILL)
        return child.wait() == -signal.SIGKILL

    def check_whole_or_absent(self, name):
        """No output that is there is half of one."""
        left = tree(self.base / name) if (self.base / name).exists() else {}
        for path, data in left.items():
            if not is_waiting(path):
                self.assertEqual(data, self.whole[path], path)
        return left

    def check_complete(self, name, report=None):
        self.assertEqual(tree(self.base / name), self.whole)
        self.assertEqual(self.masked(report or name + ".ndjson"), self.report)

    def test_killed_at_any_moment(self):
        moments = random.Random(SEED)
        reached, cut_short = [], 0
        for i in range(KILLS):
            name = "killed%02d" % i
            cut_short += self.kill_after(self.start(name), name, moments.randrange(DOCUMENTS),
                                         moments.uniform(0, 0.03))
            left = self.check_whole_or_absent(name)
            reached.append(sum(not is_waiting(path) for path in left))
            self.assertEqual(self.start(name, "--resume").wait(), 0)
            self.check_complete(name)
        print("%d kills, %d in the middle, after %s outputs of %d" %
              (KILLS, cut_short, sorted(set(reached)), len(self.whole)))
        self.assertGreater(cut_short, KILLS // 2)
        self.assertGreater(len(set(reached)), KILLS // 10)

    def test_killed_again_and_again(self):
        """Each try is killed when it has done two documents more."""
        kills = 0
        while True:
            child = self.start("again", "--resume")
            if not self.kill_after(child, "again", self.lines("again") + 2, 0):
                break
            self.check_whole_or_absent("again")
            kills += 1
        self.assertEqual(child.returncode, 0)
        self.assertGreater(kills, 3)
        self.check_complete("again")

    def check_full(self, name, report, limit=None):
        child = subprocess.Popen(
            [program.path, "-q", "-r", "-j2", "-t", FORMATS, "-o", name, "--report", report, "in"],
            cwd=self.base, env=program.environment, stderr=subprocess.PIPE, preexec_fn=limit)
        told = child.communicate()[1].decode()
        self.assertEqual(child.returncode, SYSTEM, told)
        left = self.check_whole_or_absent(name)
        self.assertFalse([path for path in left if is_waiting(path)])
        self.assertTrue((self.base / report).read_bytes().endswith(b"\n") or
                        not (self.base / report).read_bytes())
        return told

    def resume(self, name, report):
        done = program.run("-q", "-r", "-j2", "-t", FORMATS, "-o", name, "--report", report,
                           "--resume", "in", cwd=self.base)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.check_complete(name, report)

    def test_full_disk(self):
        disk = self.base / "disk"
        disk.mkdir()
        size = sum(map(len, self.whole.values())) // 2
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%d" % size, "none", disk],
                                 stderr=subprocess.DEVNULL).returncode == 0
        if mounted:
            print("full disk: a tmpfs of %d bytes" % size)
            try:
                told = self.check_full("disk/out", "disk/run.ndjson")
                self.assertIn("No space left on device", told)
                self.assertIn("the disk is full; stopped. Make room and run", told)
                subprocess.run(["mount", "-o", "remount,size=%d" % (9 * size), disk], check=True)
                self.resume("disk/out", "disk/run.ndjson")
            finally:
                subprocess.run(["umount", "-l", disk], check=True)
        else:
            print("full disk: no tmpfs may be mounted here, a limit of the size of files instead")
        self.check_limit()

    def check_limit(self):
        """No file may grow beyond 20 kB: PDFs do not fit, the rest does."""
        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (20000, resource.RLIM_INFINITY))
        told = self.check_full("limited", "limited.ndjson", limit)
        self.assertIn(".pdf: cannot be written: File too large", told)
        self.resume("limited", "limited.ndjson")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    known, rest = parser.parse_known_args()
    program = Program(known.build)
    unittest.main(argv=[sys.argv[0], *rest])
