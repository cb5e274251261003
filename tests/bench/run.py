#!/usr/bin/env python3
"""Measure our steps, and, interleaved in the same run, every peer that is there.

A machine that others use moves by a third from minute to minute; what is
measured in turns can be compared all the same. Writes figures.json, from which
report.py makes the table and the picture.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))
from program import ROOT, SHARED, Program   # noqa: E402
import report   # noqa: E402

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
LENGTHS = (5, 25, 50, 75, 95)       # percentiles of what there is of a language
WARM = {"read": 200, "json": 200, "html": 100, "pdf": 15}
EVERY = {"read": 9, "json": 9, "html": 7, "pdf": 3}     # of each of thirty documents
BATCHES = (1, 100, 1000)
FORMATS = "akn,json,html,pdf"
TOLD = re.compile(r"=>\s*([\d.]+) us/doc(?:, wall ([\d.]+) us, (\d+) KiB)?")


class Contest:
    """Contestants measured in turns: each a name and a call that gives
    milliseconds of the processor and of the wall, and peak memory in KiB; the
    last two may be None."""

    def __init__(self):
        self.rows = {}      # (section, name) to measured
        self.calls = []

    def add(self, section, name, call, **facts):
        self.rows[section, name] = dict(facts, section=section, name=name, ms=[], wall=[], kib=[])
        self.calls.append(((section, name), call))

    def run(self, rounds):
        for i in range(rounds):
            for key, call in self.calls:
                for what, value in zip(("ms", "wall", "kib"), call()):
                    if value is not None:
                        self.rows[key][what].append(value)
            print("round %d of %d" % (i + 1, rounds), file=sys.stderr)

    def figures(self):
        for row in self.rows.values():
            ms = sorted(row.pop("ms"))
            wall, kib = row.pop("wall"), row.pop("kib")
            quarters = statistics.quantiles(ms, n=4, method="inclusive") if len(ms) > 1 else ms * 3
            yield dict(row, n=len(ms), min=round(ms[0], 4), q1=round(quarters[0], 4),
                       median=round(quarters[1], 4), q3=round(quarters[2], 4),
                       wall=round(statistics.median(wall), 4) if wall else None,
                       kib=max(kib) if kib else None)


def told(command, environment, cwd=None):
    """What a program tells of the time, in milliseconds, and of its memory."""
    done = subprocess.run(list(map(str, command)), env=environment, cwd=cwd,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    found = TOLD.findall(done.stdout.decode(errors="replace"))
    if done.returncode or not found:
        raise SystemExit("%s: %s" % (command, done.stdout.decode(errors="replace")))
    us, wall, kib = found[-1]
    return (float(us) / 1000, float(wall) / 1000 if wall else None, int(kib) if kib else None)


class Bench:
    def __init__(self, build, work):
        self.program = Program(build)
        self.build, self.work = Path(build).resolve(), Path(work)
        self.environment = dict(self.program.environment,
                                LD_LIBRARY_PATH=str(self.build / "src"), HOME=str(work))
        self.contest = Contest()
        self.absent = []
        self.seed = SHARED / "corpus/seed/A_RES_77_36.es.md"
        if not self.seed.exists():
            self.absent.append("../shared/corpus")
            self.seed = ROOT / "tests/golden/samples/lighthouses.md"
        self.warm = self.compile("warm", HERE / "warm.c", "-I%s" % (ROOT / "include"),
                                 "-L%s" % (self.build / "src"), "-lresconv")
        self.spawn = self.compile("spawn", HERE / "spawn.c")
        for form in ("akn", "json", "html", "pdf"):
            done = self.program.run("-q", "-t", form, self.seed)
            (self.work / ("seed." + form)).write_bytes(done.stdout)
        shutil.copy(self.seed, self.work / "seed.md")

    def compile(self, name, source, *flags):
        done = subprocess.run(["cc", "-O2", "-pthread", "-o", str(self.work / name), str(source),
                               *flags], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode:
            self.absent.append("%s (does not compile)" % source.name)
            return None
        return self.work / name

    def spawned(self, command, times=1):
        """Wall time and peak memory of a process of its own."""
        return told([self.spawn, times, *command], self.environment, self.work)

    def pkg(self, *names):
        return subprocess.run(["pkg-config", "--cflags", "--libs", *names],
                              stdout=subprocess.PIPE).stdout.decode().split()

    def add_warm(self):
        """The steps in one process, and the least that the libraries need."""
        for name, step, more in (("read", "read", ()), ("json", "json", ()), ("html", "html", ()),
                                 ("pdf", "pdf", ("pdf.profile=plain",)), ("pdf-archive", "pdf", ())):
            self.contest.add("warm", name, lambda s=step, m=more: told(
                [self.warm, s, WARM[s], self.seed, *m], self.environment), who="resconv")
        floors = SHARED / "bench"
        if not floors.exists():
            self.absent.append("../shared/bench")
            return
        xml = self.compile("floor_xml", floors / "floor_xml.c",
                           *self.pkg("libxml-2.0", "libxslt", "libexslt"))
        pango = self.compile("floor_pango", floors / "floor_pango.c", "-ldl", *self.pkg(
            "pangocairo", "pangoft2", "cairo-pdf", "fontconfig", "zlib"))
        for name, mode, sheet in (("read", "xml", ()), ("json", "json", ()),
                                  ("html", "html", (HERE / "plain.xsl",))):
            if xml:
                self.contest.add("floor", name, lambda m=mode, s=sheet: self.steady(
                    lambda n: [xml, m, n, self.seed, *s], 300), who="floor")
        config = self.work / "fonts-private.conf"
        shutil.copy(floors / config.name, config)
        if pango:
            self.contest.add("floor", "pdf", lambda: self.steady(
                lambda n: [pango, "-n", n, "-w", "-C", "-c", config, self.seed], 20), who="floor")

    def steady(self, command, n):
        """What a document more costs a program that measures by the wall."""
        few, many = self.spawned(command(1), 3), self.spawned(command(n + 1))
        return (many[0] - few[0]) / n, None, None

    def add_cold(self):
        """Each in a process of its own: start, work and end."""
        ours = [self.program.path, "-q"]
        for form in ("akn", "json", "html", "pdf"):
            self.contest.add("cold " + form, "resconv", lambda f=form: self.spawned(
                [*ours, "-t", f, self.seed], 5), who="resconv")
        for section, name, *command in (
                ("cold akn", "cmark", "cmark", "-t", "xml", "seed.md"),
                ("cold json", "pandoc", "pandoc", "-f", "markdown", "-t", "json", "seed.md"),
                ("cold html", "pandoc", "pandoc", "-f", "markdown", "-t", "html", "seed.md"),
                ("cold html", "cmark", "cmark", "seed.md"),
                ("cold html", "xsltproc", "xsltproc", HERE / "plain.xsl", "seed.akn"),
                ("cold pdf", "groff", "groff", "-k", "-ms", "-Tpdf", "seed.ms"),
                ("cold pdf", "weasyprint", "weasyprint", "seed.html", "out.pdf"),
                ("cold pdf", "mutool", "mutool", "convert", "-o", "out.pdf", "seed.html"),
                ("read pdf", "pdftotext", "pdftotext", "-layout", "seed.pdf", "out.txt"),
                ("read pdf", "mutool", "mutool", "draw", "-F", "text", "-o", "out.txt", "seed.pdf"),
                ("read pdf", "qpdf", "qpdf", "--linearize", "seed.pdf", "out.pdf")):
            if not shutil.which(command[0]):
                self.absent.append(command[0])
                continue
            if name == "groff" and not self.make_ms():
                continue
            slow = name in ("weasyprint", "groff", "pandoc")
            self.contest.add(section, name, lambda c=command, s=slow: self.spawned(
                c, 1 if s else 5), who="peer")

    def make_ms(self):
        """groff's own input: paragraphs, as far as it needs them."""
        text = self.seed.read_text().replace("*", "").replace("\\", "")
        (self.work / "seed.ms").write_text(
            "".join(".PP\n%s\n" % p.strip().replace("\n.", "\n\\&.")
                    for p in text.split("\n\n")))
        return True

    def add_languages(self):
        """Five lengths of each language, warm."""
        folder = SHARED / "corpus/text/clean"
        if not folder.exists():
            return
        for language in LANGUAGES:
            files = sorted((folder / language).glob("*.txt"), key=lambda p: (p.stat().st_size, p.name))
            for percent in LENGTHS:
                path = files[(len(files) - 1) * percent // 100]
                for step in EVERY:
                    self.contest.add("%s %d" % (language, percent), step, lambda p=path, s=step: told(
                        [self.warm, s, EVERY[s], p], self.environment), who="resconv",
                        bytes=path.stat().st_size, language=language, percent=percent)

    def add_batches(self, most):
        """Documents of all languages, with a report, as a library would."""
        files = sorted((SHARED / "corpus/akn").rglob("*.xml"))
        if not files:
            return
        for i in range(max(BATCHES)):
            (self.work / ("in-%04d.xml" % i)).symlink_to(files[i * 127 % len(files)])
        for n in [n for n in BATCHES if n <= most]:
            names = self.work / ("list-%d" % n)
            names.write_text("".join("in-%04d.xml\n" % i for i in range(n)))
            for jobs in (1, 2):
                self.contest.add("batch", "%d documents, %d threads" % (n, jobs), lambda n=n, j=jobs: self.spawned(
                    [self.program.path, "-q", "-j", j, "-t", FORMATS, "-o", "out", "--report",
                     "run.ndjson", "--files-from", "list-%d" % n]),
                    who="resconv", documents=n, threads=jobs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", required=True)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--batches", type=int, default=max(BATCHES), help="documents at most")
    parser.add_argument("--output", type=Path, default=HERE)
    known = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        bench = Bench(known.build, work)
        bench.add_warm()
        bench.add_cold()
        bench.contest.run(known.rounds)
        slow = Contest()
        fast, bench.contest = bench.contest, slow
        bench.add_languages()
        bench.add_batches(known.batches)
        slow.run(max(1, known.rounds // 3))
        figures = {"load": round(os.getloadavg()[2], 1), "absent": sorted(set(bench.absent)), "cores": os.cpu_count(),
                   "seed": bench.seed.name,
                   "rows": [*fast.figures(), *slow.figures()]}
    (known.output / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
    for name in figures["absent"]:
        print("absent: %s" % name)
    return report.write(known.output)


if __name__ == "__main__":
    sys.exit(main())
