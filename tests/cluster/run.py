#!/usr/bin/env python3
"""Engines that spread work over workers give what one process gives, byte for
byte, also when a worker is killed in the middle: GNU parallel, Slurm, Spark.

An engine that is not installed is named and counted. --need makes that a failure.
"""
import argparse
import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from program import ROOT, Program   # noqa: E402

SAMPLES = [ROOT / "tests/golden/samples/lighthouses.md", ROOT / "tests/golden/samples/beekeeping.txt"]
DOCUMENTS = 80
FORMAT = "json"
WAIT = 240      # seconds that an engine may take
program = None
spark_python = None
needed = False


def tree(folder):
    return {str(p.relative_to(folder)): p.read_bytes()
            for p in sorted(Path(folder).rglob("*")) if p.is_file()}


def need(*commands):
    lack = [c for c in commands if not shutil.which(c)]
    if lack and needed:
        raise AssertionError("not installed: %s" % " ".join(lack))
    if lack:
        print("absent: %s" % " ".join(lack))
        raise unittest.SkipTest("not installed: %s" % " ".join(lack))


class Engine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.work = Path(folder.name)
        self.records = self.work / "records.ndjson"
        names = []
        with self.records.open("w") as out:
            for i in range(DOCUMENTS):
                text = SAMPLES[i % 2].read_text().replace("99/901", "99/%d" % (i + 1000))
                path = self.work / "in" / ("%03d%s" % (i, SAMPLES[i % 2].suffix))
                path.parent.mkdir(exist_ok=True)
                path.write_text(text)
                names.append("in/" + path.name)
                out.write(json.dumps({"id": i, "name": path.name, "text": text}) + "\n")
        (self.work / "list").write_text("".join(n + "\n" for n in names))
        self.stream = [program.path, "--stream", "-j1", "-t", FORMAT]
        with self.records.open("rb") as lines:
            self.wanted = subprocess.run(self.stream, stdin=lines, env=program.environment,
                                         stdout=subprocess.PIPE, check=True).stdout
        done = self.batch("whole", "list")
        self.assertEqual(done.returncode, 0)
        self.whole = tree(self.work / "whole")
        self.assertEqual(len(self.whole), DOCUMENTS)

    def batch(self, out, names):
        return subprocess.run([program.path, "-q", "-t", FORMAT, "-o", out, "--files-from", names],
                              cwd=self.work, env=program.environment)

    def run_it(self, command, lines=subprocess.DEVNULL, **more):
        done = subprocess.run(list(map(str, command)), cwd=self.work, timeout=WAIT, stdin=lines,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=dict(program.environment, **more))
        self.assertEqual(done.returncode, 0, done.stderr.decode(errors="replace")[-4000:])
        return done.stdout

    def killing(self, whom="self"):
        """The stream command as a worker that dies once."""
        return [sys.executable, HERE / "worker.py", self.work / "killed", whom, *self.stream]

    def check_killed(self):
        self.assertTrue((self.work / "killed" / "line").read_bytes().endswith(b"\n"))


class Parallel(Engine):
    def setUp(self):
        need("parallel")
        super().setUp()

    def pipe(self, worker):
        with self.records.open("rb") as lines:
            return self.run_it(["parallel", "--will-cite", "-j2", "--keep-order", "--retries", "3",
                                "--pipe", "--block", "20k", "-q", *worker], lines)

    def test_records(self):
        self.assertEqual(self.pipe(self.stream), self.wanted)

    def test_records_with_a_worker_killed(self):
        self.assertEqual(self.pipe(self.killing()), self.wanted)
        self.check_killed()

    def test_files(self):
        with (self.work / "list").open("rb") as lines:
            self.run_it(["parallel", "--will-cite", "-j2", "-N", "9", "--pipe", program.path, "-q",
                         "-t", FORMAT, "-o", "out", "--files-from", "-"], lines)
        self.assertEqual(tree(self.work / "out"), self.whole)


class Slurm(Engine):
    """One node, whose daemons run as this user, in a folder of their own."""

    def setUp(self):
        need("slurmctld", "slurmd", "sbatch", "munged", "mungekey")
        super().setUp()
        self.daemons = []
        self.addCleanup(self.stop)
        self.start()

    def spawn(self, *command):
        log = open(self.work / (Path(command[0]).name + ".out"), "wb")
        self.addCleanup(log.close)
        self.daemons.append(subprocess.Popen(
            list(map(str, command)), env=self.environment, stdout=log, stderr=log))

    def stop(self):
        for daemon in reversed(self.daemons):
            daemon.terminate()
            try:
                daemon.wait(20)
            except subprocess.TimeoutExpired:
                daemon.kill()
                daemon.wait()

    def start(self):
        slurm = self.work / "slurm"
        slurm.mkdir()
        self.work.chmod(0o755)
        ports = []
        for _ in range(2):
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                ports.append(free.getsockname()[1])
        host = socket.gethostname().split(".")[0]
        user = subprocess.run(["id", "-un"], stdout=subprocess.PIPE).stdout.decode().strip()
        (slurm / "slurm.conf").write_text("\n".join([
            "ClusterName=test", "SlurmctldHost=%s(127.0.0.1)" % host,
            "SlurmctldPort=%d" % ports[0], "SlurmdPort=%d" % ports[1],
            "SlurmUser=" + user, "SlurmdUser=" + user, "AuthType=auth/munge",
            "AuthInfo=socket=%s/munge.socket" % slurm, "CryptoType=crypto/munge",
            "MpiDefault=none", "ProctrackType=proctrack/pgid", "TaskPlugin=task/none",
            "ReturnToService=2", "SwitchType=switch/none", "SelectType=select/cons_res",
            "SelectTypeParameters=CR_Core", "SchedulerParameters=batch_sched_delay=0,sched_interval=1",
            "RebootProgram=/bin/false", "JobAcctGatherType=jobacct_gather/none",
            "AccountingStorageType=accounting_storage/none", "JobRequeue=1",
            "StateSaveLocation=%s/state" % slurm, "SlurmdSpoolDir=%s/spool" % slurm,
            "SlurmctldPidFile=%s/ctld.pid" % slurm, "SlurmdPidFile=%s/d.pid" % slurm,
            "SlurmctldLogFile=%s/ctld.log" % slurm, "SlurmdLogFile=%s/d.log" % slurm,
            "NodeName=%s NodeAddr=127.0.0.1 CPUs=%d State=UNKNOWN" % (host, os.cpu_count()),
            "PartitionName=all Nodes=%s Default=YES MaxTime=INFINITE State=UP" % host, ""]))
        self.environment = dict(program.environment, SLURM_CONF=str(slurm / "slurm.conf"))
        (slurm / "state").mkdir()
        (slurm / "spool").mkdir()
        subprocess.run(["mungekey", "-c", "-k", slurm / "key"], check=True)
        self.spawn("munged", "-F", "-S", slurm / "munge.socket", "--key-file", slurm / "key",
                   "--pid-file", slurm / "munge.pid", "--log-file", slurm / "munge.log",
                   "--seed-file", slurm / "seed", "-f")
        self.spawn("slurmctld", "-D")
        self.spawn("slurmd", "-D", "-N", host)
        self.until(lambda: "idle" in self.ask("sinfo", "-h", "-o", "%T"))

    def ask(self, *command):
        done = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL)
        return done.stdout.decode()

    def until(self, true):
        end = time.monotonic() + WAIT
        while not true():
            if time.monotonic() > end:
                logs = sorted((self.work / "slurm").glob("*.log")) + sorted(self.work.glob("*.out"))
                self.fail("\n".join(p.read_text(errors="replace")[-1500:] for p in logs))
            time.sleep(0.3)

    def array(self, before=""):
        """Four tasks, each a quarter of the list, each with its report."""
        lines = (self.work / "list").read_text().splitlines(True)
        for i in range(4):
            (self.work / ("part.%d" % i)).write_text("".join(lines[i::4]))
        job = self.work / "job.sh"
        job.write_text(
            "#!/bin/sh\ni=$SLURM_ARRAY_TASK_ID\n" + before +
            "exec %s -q -j1 -t %s -o out --files-from part.$i --report run.$i.ndjson --resume\n"
            % (shlex.quote(program.path), FORMAT))
        self.run_sbatch(job)
        self.until(lambda: self.ask("squeue", "-h") == "")
        self.assertEqual(tree(self.work / "out"), self.whole)
        told = [json.loads(line) for i in range(4)
                for line in (self.work / ("run.%d.ndjson" % i)).read_text().splitlines()]
        self.assertEqual(len(told), DOCUMENTS)
        self.assertEqual({line["status"] for line in told}, {"clean"})

    def run_sbatch(self, job):
        done = subprocess.run(["sbatch", "--array=0-3", "--requeue", "--export=ALL", job],
                              cwd=self.work, env=self.environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_array(self):
        self.array()

    def test_array_with_a_task_killed(self):
        """The task that is killed in the middle is queued again, and resumes."""
        os.mkfifo(self.work / "stuck.md")   # it never comes to an end
        command = "%s -q -j1 -t %s -o out --files-from part.x --report run.1.ndjson" % (
            shlex.quote(program.path), FORMAT)
        self.array(
            "if [ $i = 1 ] && mkdir killed; then\n"
            "  { head -n 7 part.1; echo stuck.md; } > part.x\n"
            "  " + command + " &\n"
            "  until [ -s run.1.ndjson ]; do sleep 0.1; done\n"
            "  kill -9 $!; wc -l < run.1.ndjson > killed/lines\n"
            "  scontrol requeue $SLURM_JOB_ID; sleep 60\nfi\n")
        self.assertGreaterEqual(int((self.work / "killed/lines").read_text()), 1)


class Spark(Engine):
    def setUp(self):
        need("java")
        if not spark_python or subprocess.run(
                [spark_python, "-c", "import pyspark"], stderr=subprocess.DEVNULL).returncode:
            if needed:
                self.fail("pyspark is not installed")
            print("absent: pyspark")
            self.skipTest("pyspark is not installed")
        super().setUp()

    def pipe(self, worker):
        answers = self.work / "answers.ndjson"
        self.run_it([spark_python, HERE / "spark_job.py", self.records, answers,
                     shlex.join(map(str, worker))],
                    PYSPARK_PYTHON=spark_python, SPARK_LOCAL_IP="127.0.0.1",
                    SPARK_LOCAL_DIRS=str(self.work / "spark"),
                    SPARK_WORKER_DIR=str(self.work / "spark-work"))
        return answers.read_bytes()

    def test_records(self):
        self.assertEqual(self.pipe(self.stream), self.wanted)

    def test_records_with_an_executor_killed(self):
        self.assertEqual(self.pipe(self.killing("java")), self.wanted)
        self.check_killed()
        self.assertTrue((self.work / "killed" / "victim").exists())


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--spark-python", help="a python that has pyspark")
    parser.add_argument("--need", action="store_true", help="fail where an engine is absent")
    known, rest = parser.parse_known_args()
    program, spark_python, needed = Program(known.build), known.spark_python, known.need
    unittest.main(argv=[sys.argv[0], *rest])
