#!/usr/bin/env python3
"""Many documents in one run: inputs, names, report, resume, stream."""
import argparse
import base64
import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import tarfile
import time
import unittest
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from command import Command, tree    # noqa: E402
from program import ROOT, Program   # noqa: E402

HERE = Path(__file__).resolve().parent
SAMPLES = ROOT / "tests" / "golden" / "samples"
SPANISH = SAMPLES / "lighthouses.md"
ENGLISH = SAMPLES / "beekeeping.txt"
CLEAN, WARNINGS, ERRORS, NO_OUTPUT, USAGE, SYSTEM = range(6)
program = None
update = False


def numbered(n):
    """A resolution of its own number, with a gap between its paragraphs."""
    return ("**Resolution adopted by the General Assembly on 1 March 2044**\n\n"
            "**99/%d. The salt of the tides**\n\n*The General Assembly,*\n\n"
            "Recalling its resolution 98/12 of 3 May 2043,\n\n"
            "1. *Notes* the salt of the tides;\n\n3. *Decides* to remain seized.\n\n"
            "*70th plenary meeting\n1 March 2044*\n" % n).encode()


class Batch(Command):
    def refuse(self, status, sentence, *arguments, **more):
        """It fails with this status and sentence, and writes nothing."""
        before = tree(self.work)
        done = self.run_it(status, *arguments, **more)
        self.assertIn(sentence, done.stderr.decode())
        self.assertEqual(tree(self.work), before)

    def write(self, name, data):
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def write_many(self, n):
        for i in range(n):
            self.write("in/%02d.md" % i, numbered(900 + i))

    def report(self, name="run.ndjson"):
        return [json.loads(line) for line in (self.work / name).read_text().splitlines()]

    def masked(self, name="run.ndjson"):
        """The report without what depends on the machine."""
        return [dict(line, ms=sorted(line["ms"])) for line in self.report(name)]

    def out(self, name="out"):
        return tree(self.work / name)


class Inputs(Batch):
    def test_folders_need_recursive(self):
        self.write_many(2)
        self.refuse(SYSTEM, "in: is a folder; say --recursive", "-t", "akn", "-o", "out", "in",
                    "--name", "{name}")

    def test_below_a_folder_in_order_without_what_is_hidden(self):
        for name in ("b/x.md", "a/x.md", "a.md", ".hidden.md", ".git/x.md"):
            self.write("in/" + name, numbered(900))
        self.run_it(CLEAN, "-q", "-r", "-t", "akn", "-o", "out", "--report", "run.ndjson", "in")
        self.assertEqual(sorted(self.out()), ["a.xml", "a/x.xml", "b/x.xml"])
        self.assertEqual([line["input"] for line in self.report()],
                         ["in/a/x.md", "in/a.md", "in/b/x.md"])

    def test_links_that_go_round_end(self):
        self.write_many(1)
        (self.work / "in" / "round").symlink_to(".")
        self.run_it(CLEAN, "-q", "-r", "-t", "akn", "-o", "out", "in")
        self.assertEqual(list(self.out()), ["00.xml"])

    def test_the_output_folder_is_no_input(self):
        self.write_many(1)
        for _ in range(2):
            self.run_it(CLEAN, "-q", "-r", "-t", "akn", "-o", "in/out", "--report", "in/r.ndjson",
                        "in")
        self.assertEqual(list(self.out("in/out")), ["00.xml"])
        self.assertEqual(len(self.report("in/r.ndjson")), 1)

    def test_a_list_by_lines_and_by_nul(self):
        self.write_many(2)
        self.write("in/a line\nbreak.md", numbered(910))
        for listed in (b"in/00.md\nin/01.md", b"in/00.md\0in/01.md\0in/a line\nbreak.md\0"):
            self.run_it(CLEAN, "-q", "-t", "akn", "-o", "out", "--files-from", "-", input=listed)
        self.write("list", b"in/00.md\n\nin/01.md\n")
        self.run_it(CLEAN, "-q", "-t", "json", "-o", "out", "--files-from", "list")
        self.assertEqual(list(self.out()), ["in/00.json", "in/00.xml", "in/01.json", "in/01.xml",
                                            "in/a line_break.xml"])
        self.run_it(CLEAN, "-t", "akn", "-o", "out", "--files-from", "-", input=b"")
        self.refuse(USAGE, "--files-from none: ", "-t", "akn", "-o", "out", "--files-from", "none")

    def test_listed_names_do_not_lead_out_of_the_folder(self):
        self.write("in/a.md", numbered(900))
        (self.work / "deep").mkdir()
        done = program.run("-q", "-t", "akn", "-o", "out", "--files-from", "-",
                           cwd=self.work / "deep", input=b"../in/a.md\n")
        self.assertEqual(done.returncode, CLEAN)
        self.assertEqual(list(self.out("deep/out")), ["in/a.xml"])

    def test_one_bad_document_stops_nothing(self):
        self.write_many(3)
        self.write("in/01.md", b"eggs\nmilk\n")
        self.write("in/02a.md", b"")
        done = self.run_it(SYSTEM, "-q", "-r", "-j4", "-t", "akn", "-o", "out", "in", "none.md")
        self.assertEqual(list(self.out()), ["00.xml", "02.xml"])
        self.assertIn(b"none.md: cannot be read: No such file", done.stderr)


class Archives(Batch):
    def zip(self, name, files):
        with zipfile.ZipFile(self.work / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, data in files:
                archive.writestr(path, data)

    def tar(self, name, files, mode):
        with tarfile.open(self.work / name, mode) as archive:
            for path, data in files:
                info = tarfile.TarInfo(path)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))

    def test_zip_and_tar_are_as_folders(self):
        files = [("en/%d.md" % i, numbered(900 + i)) for i in range(40)] + [("ñandú.md", numbered(9))]
        self.zip("a.zip", files)
        for name, mode in (("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz"),
                           ("a.tar.xz", "w:xz"), ("a.TAR.BZ2", "w:bz2")):
            self.tar(name, files, mode)
        for name, data in files:
            self.write("in/" + name, data)
        self.run_it(CLEAN, "-q", "-r", "-t", "akn", "-o", "plain", "in")
        self.assertEqual(len(self.out("plain")), 41)
        for name in ("a.zip", "a.tar", "a.tar.gz", "a.tgz", "a.tar.xz", "a.TAR.BZ2"):
            done = self.run_it(CLEAN, "-t", "akn", "-j3", "-o", "out-" + name + "/", name)
            self.assertEqual(self.out("out-" + name), self.out("plain"), name)
            self.assertIn(name + "/en/0.md:11:1: warning", done.stderr.decode())

    def test_hostile_names_stay_in_the_folder(self):
        evil = ["../../up.md", "/etc/root.md", "a/../../b.md", "c\\..\\..\\d.md", "./e.md",
                "con\x07trol\x1b[2J.md", "..", "f/."]
        self.zip("evil.zip", [(name, numbered(i)) for i, name in enumerate(evil)])
        self.run_it(CLEAN, "-q", "-t", "akn", "-o", "deep/er/out/", "evil.zip")
        outside = [name for name in tree(self.work) if not name.startswith("deep/er/out/")]
        self.assertEqual(outside, ["evil.zip"])
        self.assertEqual(sorted(self.out("deep/er/out")),
                         sorted(["up.xml", "etc/root.xml", "a/b.xml", "c/d.xml", "e.xml",
                                 "con_trol_[2J.xml", "unnamed.xml", "f.xml"]))

    def test_links_and_devices_in_a_tar_are_passed_over(self):
        with tarfile.open(self.work / "a.tar", "w") as archive:
            link = tarfile.TarInfo("link.md")
            link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
            archive.addfile(link)
            device = tarfile.TarInfo("device.md")
            device.type = tarfile.CHRTYPE
            archive.addfile(device)
            info = tarfile.TarInfo("a.md")
            info.size = len(numbered(1))
            archive.addfile(info, io.BytesIO(numbered(1)))
        self.run_it(CLEAN, "-q", "-t", "akn", "-o", "out/", "a.tar")
        self.assertEqual(list(self.out()), ["a.xml"])

    def test_a_bomb_is_refused(self):
        self.zip("bomb.zip", [("bomb.md", b"\0" * (65 << 20)), ("good.md", numbered(1))])
        done = self.run_it(NO_OUTPUT, "-q", "-t", "akn", "-o", "out/", "bomb.zip")
        self.assertIn(b"bomb.zip/bomb.md: is larger than 64 MiB", done.stderr)
        self.assertEqual(list(self.out()), ["good.xml"])

    def test_a_damaged_archive_gives_what_is_whole(self):
        self.tar("a.tar", [("%d.md" % i, numbered(i)) for i in range(9)], "w")
        whole = (self.work / "a.tar").read_bytes()
        self.write("a.tar", whole[:5000] + b"\xff" * 512 + whole[5512:])
        done = self.run_it(NO_OUTPUT, "-q", "-t", "akn", "-o", "out/", "a.tar")
        self.assertIn(b"a.tar: is damaged", done.stderr)
        self.write("a.zip", b"PK\3\4 no more")
        done = self.run_it(NO_OUTPUT, "-q", "-t", "akn", "-o", "out/", "a.zip")
        self.assertIn(b"a.zip: ", done.stderr)

    def test_an_archive_is_loaded_for_archives_only(self):
        self.write_many(2)
        for arguments, wanted in ((("-r", "in"), False), (("a.zip",), True)):
            self.zip("a.zip", [("a.md", numbered(1))])
            traced = subprocess.run([program.path, "-q", "-t", "akn", "-o", "out/", *arguments],
                                    cwd=self.work, env=dict(program.environment, LD_DEBUG="files"),
                                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            self.assertEqual(b"libarchive.so" in traced.stderr, wanted)


class Names(Batch):
    def test_made_of_what_is_read(self):
        self.run_it(CLEAN, "-q", "-t", "akn,json", "-o", "out", "--name",
                    "{format}/{language}/{symbol}", SPANISH, ENGLISH)
        self.assertEqual(list(self.out()),
                         ["akn/eng/A_RES_99_902.xml", "akn/spa/A_RES_99_901.xml",
                          "json/eng/A_RES_99_902.json", "json/spa/A_RES_99_901.json"])

    def test_several_formats_by_comma_or_option(self):
        self.run_it(CLEAN, "-q", "-t", "akn,json", "-t", "html", "-t", "akn", "-o", "out/", SPANISH)
        self.assertEqual(list(self.out()),
                         ["lighthouses.html", "lighthouses.json", "lighthouses.xml"])
        for name, data in self.out().items():
            alone = self.run_it(CLEAN, "-q", "-t", {"xml": "akn"}.get(name[12:], name[12:]), SPANISH)
            self.assertEqual(alone.stdout, data)
        self.refuse(USAGE, "several formats need a folder", "-t", "akn,json", SPANISH)

    def test_a_pattern_does_not_lead_out(self):
        self.run_it(CLEAN, "-q", "-t", "akn", "-o", "a/out", "--name", "/../{name}/../../x", SPANISH)
        self.assertEqual(list(self.out("a/out")), ["lighthouses/x.xml"])

    def test_unknown_field(self):
        self.refuse(USAGE, "say {folder}, {name}, {symbol}, {language} or {format}", "-t", "akn",
                    "-o", "out", "--name", "{colour}", SPANISH)
        self.refuse(USAGE, "must not be empty", "-t", "akn", "-o", "out", "--name", "", SPANISH)

    def test_names_that_are_known_before_must_differ(self):
        self.write("a/x.md", numbered(1))
        self.write("b/x.md", numbered(2))
        self.refuse(USAGE, "both a/x.md and b/x.md would be written there; rename one, or say "
                    "another --name", "-t", "akn", "-o", "out", "--name", "{name}", "a/x.md", "b/x.md")
        self.run_it(CLEAN, "-q", "-t", "akn", "-o", "out", "--files-from", "-",
                    input=b"a/x.md\nb/x.md\n")
        self.assertEqual(list(self.out()), ["a/x.xml", "b/x.xml"])

    def test_of_two_documents_of_one_symbol_the_first_is_written(self):
        trees = []
        for i, jobs in enumerate((1, 4, 4, 4)):
            self.write("in/a.md", numbered(900) * 30)   # slower than the second
            self.write("in/b.md", numbered(900))
            done = self.run_it(NO_OUTPUT, "-q", "-r", "-t", "akn,json", "-o", "out%d" % i,
                               "-j%d" % jobs, "--name", "{symbol}", "in")
            self.assertIn("both in/a.md and in/b.md would be written there", done.stderr.decode())
            trees.append(self.out("out%d" % i))
        self.assertEqual(len(trees[0]), 2)
        self.assertTrue(all(t == trees[0] for t in trees))

    def test_inputs_are_never_overwritten(self):
        data = self.run_it(CLEAN, "-q", "-t", "akn", SPANISH).stdout
        self.write("A_RES_99_901.xml", data)
        self.refuse(NO_OUTPUT, "is an input", "-q", "-t", "akn", "-o", ".", "--name", "{symbol}",
                    "A_RES_99_901.xml")
        self.refuse(USAGE, "is an input", "-t", "akn", "-o", "out", "--report", "A_RES_99_901.xml",
                    "A_RES_99_901.xml")


class Golden(Batch):
    """What the command prints, byte for byte: files of tests/cli/golden, which
    --update rewrites."""

    def golden(self, name, text):
        path = HERE / "golden" / name
        if update:
            path.write_text(text)
        self.assertEqual(text, path.read_text(), name)

    def test_help(self):
        text = self.run_it(CLEAN, "--help").stdout.decode()
        self.golden("help.txt", text.split("\nFormats:")[0] + "\n")

    def test_report(self):
        """With the times, the version and the digests of outputs masked, which
        golden cases of their own have."""
        for path in (SPANISH, ENGLISH):
            self.write("in/" + path.name, path.read_bytes())
        self.write("in/shopping.txt", b"eggs\nmilk\n")
        self.write("in/empty.txt", b"")
        self.run_it(SYSTEM, "-q", "-r", "-t", "akn,text", "-o", "out", "--name", "{symbol}",
                    "--report", "r", "in", "none.txt")
        lines = self.masked("r")
        for line in lines:
            line.update(version=None)
            for output in line["outputs"]:
                output.update(bytes=None, digest=None)
        self.golden("report.ndjson", "".join(json.dumps(line) + "\n" for line in lines))

    def test_errors(self):
        self.write("a/x.md", numbered(1))
        self.write("b/x.md", numbered(2))
        told = ""
        for words in ("-t akn,jsn -o out a/x.md", "-t akn,json a/x.md", "-t akn a/x.md b/x.md",
                      "-t akn -o out/ a", "-t akn -o out/ a/x.md b/x.md", "-t akn -o out/ none.zip",
                      "-t akn -o out --name {color} a/x.md", "-t akn -o out/ --resume a/x.md",
                      "-t akn -o out/ -j 0x a/x.md", "-t akn -o out/ -j2000 a/x.md",
                      "-t akn -o out --files-from none", "-t akn -o out --report no/where a/x.md",
                      "-t akn -o out --report a/x.md a/x.md", "-t akn -r -o out -",
                      "--stream -t akn a/x.md", "--summarise", "--summarise none",
                      "-q -t akn -o a/x.md/out/ a/x.md"):
            done = program.run(*words.split(), cwd=self.work)
            told += "$ resconv %s\n%s%d\n" % (words, done.stderr.decode(), done.returncode)
        self.golden("errors.txt", told)


class Order(Batch):
    def test_nothing_depends_on_the_number_of_threads(self):
        self.write_many(60)
        self.write("in/30a.md", b"eggs\n")
        seen = []
        for jobs in ("1", "2", "7"):
            done = self.run_it(NO_OUTPUT, "-r", "-t", "akn,json,html", "-o", "out" + jobs, "-j", jobs,
                               "--report", "run" + jobs, "in")
            seen.append((done.stderr, self.out("out" + jobs), self.masked("run" + jobs)))
        self.assertEqual(seen[0], seen[1])
        self.assertEqual(seen[0], seen[2])
        self.assertEqual(len(seen[0][1]), 180)

    def test_jobs_are_a_number(self):
        self.refuse(USAGE, "number of threads", "-t", "akn", "-o", "out/", "-j", "-1", SPANISH)
        self.refuse(USAGE, "see resconv --help", "-t", "akn", "-o", "out/", "-j", "many", SPANISH)


class Report(Batch):
    def test_a_line_tells_all(self):
        self.run_it(CLEAN, "-q", "-t", "akn,json", "-o", "out", "--report", "run.ndjson", SPANISH)
        line, = self.report()
        sha = "sha256:" + hashlib.sha256(SPANISH.read_bytes()).hexdigest()
        self.assertEqual({k: line[k] for k in ("input", "digest", "format", "symbol", "language",
                                               "status", "diagnostics")},
                         {"input": str(SPANISH), "digest": sha, "format": "markdown",
                          "symbol": "A/RES/99/901", "language": "spa", "status": "clean",
                          "diagnostics": {"no-symbol": 1, "paragraph-joined": 1}})
        self.assertEqual(sorted(line["ms"]), ["akn", "json", "parse", "read", "save"])
        for output in line["outputs"]:
            data = self.out()[output["path"]]
            self.assertEqual(output["digest"], "sha256:" + hashlib.sha256(data).hexdigest())
            self.assertEqual(output["bytes"], len(data))
        self.assertEqual([o["format"] for o in line["outputs"]], ["akn", "json"])

    def test_failures_have_their_line(self):
        self.write("list.md", b"eggs\n")
        self.run_it(SYSTEM, "-q", "-t", "akn", "-o", "out", "--report", "r", "list.md", "none.md")
        lines = self.report("r")
        self.assertEqual([line["status"] for line in lines], ["no-output", "system"])
        self.assertIn("no resolution", lines[0]["message"])
        self.assertEqual(lines[1]["outputs"], [])

    def test_a_name_that_is_no_utf8(self):
        self.write(os.fsdecode(b"in/\xff.md"), numbered(1))
        self.run_it(CLEAN, "-q", "-r", "-t", "akn", "-o", "out", "--report", "r", "in")
        self.assertEqual(self.report("r")[0]["input"], "in/\ufffd.md")
        self.assertEqual(os.listdir(os.fsencode(self.work / "out")), [b"\xff.xml"])

    def test_findings_that_stop_leave_no_output(self):
        self.write("a.md", numbered(1))
        self.run_it(NO_OUTPUT, "-q", "-W", "warning,stop", "-t", "akn,json", "-o", "out",
                    "--report", "r", "a.md")
        self.assertEqual(self.report("r")[0]["status"], "no-output")
        self.assertFalse((self.work / "out").exists())

    def test_summarise(self):
        self.write_many(3)
        self.run_it(CLEAN, "-q", "-r", "-t", "akn", "-o", "out", "--report", "a", "in")
        self.write("in/01.md", numbered(901).replace(b"3. *Dec", b"2. *Dec"))
        self.write("in/02.md", b"eggs\n")
        self.write("in/03.md", numbered(903))
        (self.work / "in/00.md").unlink()
        self.run_it(NO_OUTPUT, "-q", "-r", "-t", "akn", "-o", "out", "--report", "b", "in")
        told = self.run_it(CLEAN, "--summarise", "a").stdout.decode()
        self.assertRegex(told, r"^a: 3 documents, \d+\.\d ms each\n")
        self.assertIn("status\n         3  clean\n", told)
        self.assertIn("language\n         3  eng\n", told)
        self.assertIn("         3  number-gap\n", told)
        told = self.run_it(CLEAN, "--summarise", "a", "b").stdout.decode()
        for line in ("  in/00.md: gone\n", "  in/03.md: new\n",
                     "  in/02.md: no-output was clean, input differs,",
                     "  in/01.md: input differs,", "akn differs", "number-gap (1 were 3)"):
            self.assertIn(line, told)
        same = self.run_it(CLEAN, "--summarise", "a", "a").stdout.decode()
        self.assertIn("  nothing but times\n", same)
        self.refuse(USAGE, "name one report", "--summarise")
        self.refuse(SYSTEM, "none: cannot be read", "--summarise", "none")


class Resume(Batch):
    def go(self, status=CLEAN, *more):
        return self.run_it(status, "-v", "-r", "-t", "akn,json", "-o", "out", "--report",
                           "run.ndjson", "--resume", *more, "in").stderr.decode()

    def redone(self, told):
        """Inputs that were not left alone."""
        lines = [line.split(": ") for line in told.splitlines() if line.startswith("in/")]
        return [line[0] for line in lines
                if len(line) == 2 and "before" not in line[1] and "warning" not in line[1]]

    def test_what_is_done_is_left_alone(self):
        self.write_many(5)
        self.assertEqual(len(self.redone(self.go())), 5)
        before, lines = self.out(), self.report()
        self.assertEqual(self.redone(self.go()), [])
        os.utime(self.work / "in/00.md", (1, 1))
        self.assertEqual(self.redone(self.go()), [])
        self.assertEqual(self.out(), before)
        self.assertEqual(self.report(), lines)

    def test_what_changed_is_done_again(self):
        self.write_many(5)
        self.go()
        whole = self.out()
        self.write("in/01.md", numbered(999))
        (self.work / "out/02.xml").unlink()
        self.write("out/03.json", b"{}")
        self.assertEqual(self.redone(self.go()), ["in/01.md", "in/02.md", "in/03.md"])
        self.assertEqual({n for n, d in self.out().items() if whole[n] != d}, {"01.xml", "01.json"})
        self.assertEqual([line["input"] for line in self.report()],
                         ["in/%02d.md" % i for i in range(5)])
        self.assertEqual(len(self.redone(self.go(CLEAN, "-O", "akn.indent=1"))), 5)

    def test_a_torn_last_line_is_understood(self):
        self.write_many(3)
        self.go()
        lines = (self.work / "run.ndjson").read_bytes()
        first = lines.index(b"\n") + 1
        for cut in (first, first + 1, first + 50, len(lines) - 1):
            self.write("run.ndjson", lines[:cut])
            redone = self.redone(self.go())
            self.assertEqual(redone, ["in/01.md", "in/02.md"] if cut < 2 * first - 2 else ["in/02.md"])
            self.assertEqual(len(self.report()), 3)

    def test_failures_are_tried_again_and_count(self):
        self.write_many(2)
        self.write("in/02.md", b"eggs\n")
        self.go(NO_OUTPUT)
        self.assertEqual(self.redone(self.go(NO_OUTPUT)), ["in/02.md"])
        self.assertEqual(len(self.report()), 3)

    def test_the_status_of_what_was_done_counts(self):
        self.write_many(1)
        self.go(WARNINGS, "-W", "warning")
        self.go(WARNINGS, "-W", "warning")

    def test_names_of_what_was_done_stay_taken(self):
        self.write("in/a.md", numbered(900))
        self.write("in/b.md", numbered(900))
        arguments = ("-q", "-r", "-t", "akn", "-o", "out", "--name", "{symbol}", "--report", "r",
                     "--resume", "in")
        self.run_it(NO_OUTPUT, *arguments)
        first = self.out()
        self.write("in/b.md", numbered(900).replace(b"salt", b"foam"))
        self.run_it(NO_OUTPUT, *arguments)
        self.assertEqual(self.out(), first)

    def test_needs_a_report(self):
        self.refuse(USAGE, "say --report FILE", "-t", "akn", "-o", "out/", "--resume", SPANISH)

    def test_what_a_killed_run_left_is_swept_up(self):
        self.write_many(1)
        self.write("out/.resconv-Ab12Cd", b"half")
        self.write("out/.resconv-mine", b"not ours")
        self.go()
        self.assertEqual(list(self.out()), [".resconv-mine", "00.json", "00.xml"])

    def test_two_runs_do_not_write_one_report(self):
        import fcntl
        path = self.write("r", b"")
        with path.open("wb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            self.refuse(SYSTEM, "another run is writing this report", "-t", "akn", "-o", "out/",
                        "--report", "r", SPANISH)


class Stopped(Batch):
    def lines(self, name):
        path = self.work / name
        return path.read_bytes().count(b"\n") if path.exists() else 0

    def interrupt(self, number):
        self.write_many(60)
        arguments = ["-q", "-r", "-j2", "-t", "akn,html", "-o", "out", "--report", "r"]
        os.mkfifo(self.work / "in/fifo.md")
        listed = "".join("in/%02d.md\n" % i for i in range(30)) + "in/fifo.md\n" + \
            "".join("in/%02d.md\n" % i for i in range(30, 60))
        self.write("list", listed.encode())
        child = subprocess.Popen([program.path, *arguments, "--files-from", "list"], cwd=self.work,
                                 env=program.environment, stderr=subprocess.PIPE)
        while child.poll() is None and self.lines("r") < 30:
            time.sleep(0.01)
        child.send_signal(number)
        time.sleep(0.1)
        (self.work / "in/fifo.md").write_bytes(numbered(930))   # the one in hand
        told = child.communicate()[1].decode()
        self.assertEqual(child.returncode, -number)
        return told

    def test_documents_in_hand_are_finished(self):
        told = self.interrupt(signal.SIGINT)
        self.assertRegex(told, r"resconv: interrupted after \d+ of 61 documents, which are complete; "
                               r"to go on, run the same command again with --resume\n$")
        lines = self.report("r")
        self.assertGreaterEqual(len(lines), 31)
        self.assertLess(len(lines), 61)
        self.assertEqual(len(self.out()), 2 * len(lines))
        self.assertFalse([n for n in self.out() if ".resconv" in n])

    def test_told_to_end(self):
        self.assertIn("told to end after", self.interrupt(signal.SIGTERM))


class Stream(Batch):
    def ask(self, *records, options=("-t", "akn"), status=CLEAN):
        lines = b"".join(r if isinstance(r, bytes) else json.dumps(r).encode() + b"\n"
                         for r in records)
        done = self.run_it(status, "--stream", *options, input=lines)
        self.assertEqual(done.stderr, b"")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def test_text_data_and_path(self):
        text = SPANISH.read_text()
        wanted = self.run_it(CLEAN, "-q", "-t", "akn", SPANISH).stdout.decode()
        answers = self.ask({"id": 1, "name": "x.md", "text": text},
                           {"id": "two", "data": base64.b64encode(text.encode()).decode()},
                           {"id": None, "path": str(SPANISH)})
        self.assertEqual([a["id"] for a in answers], [1, "two", None])
        self.assertEqual([a["output"] for a in answers], [wanted] * 3)
        self.assertEqual(answers[0]["status"], "clean")
        self.assertEqual(answers[0]["diagnostics"][0]["slug"], "no-symbol")

    def test_several_formats_and_bytes(self):
        answer, = self.ask({"id": 1, "path": str(SPANISH)}, options=("-t", "json,pdf"))
        self.assertEqual(sorted(answer["output"]), ["json", "pdf"])
        self.assertEqual(base64.b64decode(answer["output"]["pdf"])[:5], b"%PDF-")
        alone, = self.ask({"id": 1, "path": str(SPANISH)}, options=("-t", "pdf"))
        self.assertEqual(alone["output"], answer["output"]["pdf"])

    def test_a_bad_record_is_answered(self):
        answers = self.ask({"id": 1, "text": "eggs"}, b"no json\n", b"[1]\n", b"\n",
                           {"id": 2}, {"id": 3, "path": "none"}, {"id": 4, "data": "!"},
                           {"id": 5, "text": numbered(1).decode()})
        self.assertEqual([a["id"] for a in answers], [1, None, None, 2, 3, 4, 5])
        self.assertEqual([a["status"] for a in answers],
                         ["no-output"] * 4 + ["system", "no-output", "clean"])
        self.assertTrue(all("output" not in a and a["message"] for a in answers[:-1]))

    def test_in_order_or_not_all_are_answered(self):
        records = [{"id": i, "text": numbered(900 + i).decode() * (1 + 20 * (i % 9 == 0))}
                   for i in range(200)]
        first = self.ask(*records, options=("-t", "json", "-j4"))
        self.assertEqual([a["id"] for a in first], list(range(200)))
        loose = self.ask(*records, options=("-t", "json", "-j4", "--unordered"))
        self.assertEqual(sorted(loose, key=lambda a: a["id"]), first)

    def test_an_answer_comes_before_the_next_question(self):
        child = subprocess.Popen([program.path, "--stream", "-q", "-t", "akn", "-j2"],
                                 env=program.environment, stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE)
        for i in range(20):
            child.stdin.write(json.dumps({"id": i, "text": numbered(i).decode()}).encode() + b"\n")
            child.stdin.flush()
            self.assertEqual(json.loads(child.stdout.readline())["id"], i)
        child.stdin.close()
        self.assertEqual(child.wait(), CLEAN)
        child.stdout.close()

    def test_a_record_without_end_is_passed_over(self):
        big = b'{"id": 1, "text": "' + b"a" * (100 << 20) + b'"}\n'
        answers = self.ask(big, {"id": 2, "text": numbered(1).decode()})
        self.assertIn("longer than", answers[0]["message"])
        self.assertEqual(answers[1]["status"], "clean")

    def test_takes_no_files(self):
        self.refuse(USAGE, "leave out files", "--stream", "-t", "akn", SPANISH)
        self.refuse(USAGE, "leave out files", "--stream", "-t", "akn", "-o", "out/")

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = self.run_it(SYSTEM, "--stream", "-t", "akn", stdout=full,
                               input=json.dumps({"text": "x"}).encode() + b"\n")
        self.assertIn(b"No space left", done.stderr)


class Memory(Batch):
    """Resident memory after many documents is at most a tenth more than after
    the first."""

    def grows(self, formats, n):
        if b"__asan_init" in Path(program.path).read_bytes():
            self.skipTest("the address sanitizer keeps what is freed")
        child = subprocess.Popen([program.path, "--stream", "-q", "-j1", "-t", formats],
                                 env=program.environment, stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE)
        record = json.dumps({"text": ENGLISH.read_text()}).encode() + b"\n"
        resident = []
        for i in range(n):
            child.stdin.write(record)
            child.stdin.flush()
            self.assertIn(b'"status":"clean"', child.stdout.readline())
            if i in (0, n - 1):
                status = Path("/proc/%d/status" % child.pid).read_text()
                resident.append(int(status.split("VmRSS:")[1].split()[0]))
        child.stdin.close()
        child.stdout.close()
        self.assertEqual(child.wait(), CLEAN)
        print("%s: %d KiB after the first, %d KiB after %d" % (formats, *resident, n))
        return resident[1] / resident[0]

    def test_a_thousand_to_text_formats(self):
        self.assertLess(self.grows("akn,json,html", 1000), 1.1)

    def test_two_hundred_pages(self):
        self.assertLess(self.grows("akn,json,html,pdf", 200), 1.1)


class Terminal(Batch):
    def on_terminal(self, *arguments):
        import pty
        leader, follower = pty.openpty()
        child = subprocess.Popen([program.path, *map(str, arguments)], cwd=self.work,
                                 env=program.environment, stderr=follower)
        os.close(follower)
        told = b""
        while True:
            try:
                piece = os.read(leader, 4096)
            except OSError:
                break
            if not piece:
                break
            told += piece
        os.close(leader)
        self.assertEqual(child.wait(), CLEAN)
        return told.decode()

    def test_bar_and_table(self):
        self.write_many(30)
        told = self.on_terminal("-r", "-t", "akn,html", "-o", "out", "in")
        self.assertRegex(told, r"\[#*\.*\] \d+/30  \d+\.\d/s")
        self.assertIn("30 documents in ", told)
        self.assertIn("      30  number-gap", told)
        self.assertIn("milliseconds a document", told)
        self.assertEqual(self.on_terminal("-q", "-r", "-t", "akn", "-o", "out", "in"), "")

    def test_silent_in_a_pipe(self):
        self.write_many(3)
        self.assertEqual(self.run_it(CLEAN, "-W", "error", "-r", "-t", "akn", "-o", "out",
                                     "in").stderr, b"")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--update", action="store_true")
    known, rest = parser.parse_known_args()
    program, update = Program(known.build), known.update
    Command.program = program
    unittest.main(argv=[sys.argv[0], *rest])
