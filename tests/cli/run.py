#!/usr/bin/env python3
"""The resconv command as its users meet it: statuses, messages, files."""
import argparse
import os
import stat
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from command import Command          # noqa: E402
from program import ROOT, Program   # noqa: E402

SAMPLES = ROOT / "tests" / "golden" / "samples"
SPANISH = SAMPLES / "lighthouses.md"
ENGLISH = SAMPLES / "beekeeping.txt"
CLEAN, WARNINGS, ERRORS, NO_OUTPUT, USAGE, SYSTEM = range(6)
MAX_INPUT = 64 << 20
# A resolution with one finding of level warning: paragraph 3 follows 1.
GAP = (b"**Resolution adopted by the General Assembly on 1 March 2044**\n\n"
       b"**99/903. The salt of the tides**\n\n*The General Assembly,*\n\n"
       b"Recalling its resolution 98/12 of 3 May 2043,\n\n"
       b"1. *Notes* the salt of the tides;\n\n3. *Decides* to remain seized.\n\n"
       b"*70th plenary meeting\n1 March 2044*\n")
program = None


class Cli(Command):
    def refuse(self, status, sentence, *arguments, **more):
        """It fails with this status and sentence, and writes nothing."""
        before = sorted(self.work.rglob("*"))
        done = self.run_it(status, *arguments, **more)
        self.assertIn(sentence, done.stderr.decode())
        self.assertEqual(done.stdout, b"")
        self.assertEqual(sorted(self.work.rglob("*")), before)

    def write(self, name, data):
        path = self.work / name
        path.write_bytes(data)
        return path


class Usage(Cli):
    def test_no_format_is_named(self):
        self.refuse(USAGE, "say -t FORMAT", SPANISH)

    def test_unknown_format_is_answered_with_what_there_is(self):
        self.refuse(USAGE, 'no format "jsn" is written; did you mean json? there are akn,',
                    "-t", "jsn", SPANISH)
        self.refuse(USAGE, 'no format "markdwn" is read; did you mean markdown?',
                    "-f", "markdwn", "-t", "akn", SPANISH)

    def test_unknown_option_is_answered(self):
        self.refuse(USAGE, "see resconv --help", "--colour", "-t", "akn")

    def test_unknown_key_lists_the_valid_ones(self):
        self.refuse(USAGE, " akn.indent", "-t", "akn", "-O", "akn.indnt=3", SPANISH)
        self.refuse(USAGE, "parse.force", "-t", "akn", "-O", "nothing=3", SPANISH)

    def test_bad_value_names_the_good_ones(self):
        self.refuse(USAGE, "it takes yes|no", "-t", "akn", "-O", "parse.force=perhaps", SPANISH)
        self.refuse(USAGE, "FORMAT.KEY=VALUE", "-t", "akn", "-O", "akn.indent", SPANISH)

    def test_unknown_level_and_slug(self):
        self.refuse(USAGE, "note, warning, error", "-t", "akn", "-W", "loud", SPANISH)
        self.refuse(USAGE, "note, warning, error", "-t", "akn", "-W", "note,go", SPANISH)
        self.refuse(USAGE, "--list-findings", "-t", "akn", "-W", "no-such", SPANISH)

    def test_several_inputs_need_a_folder(self):
        self.refuse(USAGE, "-o DIR/", "-t", "akn", SPANISH, ENGLISH)
        self.refuse(USAGE, "-o DIR/", "-t", "akn", "-o", "one.xml", SPANISH, ENGLISH)

    def test_standard_input_has_no_name_in_a_folder(self):
        self.refuse(USAGE, "-o FILE", "-t", "akn", "-o", "out/", input=GAP)

    def test_order_of_options_does_not_matter(self):
        first = self.run_it(CLEAN, "-t", "akn", "-O", "akn.indent=1", "-q", SPANISH)
        second = self.run_it(CLEAN, SPANISH, "-q", "-O", "akn.indent=1", "--to=akn")
        self.assertEqual(first.stdout, second.stdout)

    def test_lists_and_help(self):
        for option in ("--help", "--list-formats", "--list-options", "--list-findings"):
            done = self.run_it(CLEAN, option)
            self.assertEqual(done.stderr, b"")
            for line in done.stdout.decode().splitlines():
                self.assertLessEqual(len(line), 80, line)
        self.assertRegex(self.run_it(CLEAN, "--version").stdout, rb"^resconv \d+\.\d+\.\d+\n$")


class Editions(Cli):
    def test_inputs_are_counted_first(self):
        self.refuse(USAGE, "--compare takes two inputs", "--compare", "-t", "html", SPANISH)
        self.refuse(USAGE, "--parallel takes two to 6", "--parallel", "-t", "html", SPANISH)
        self.refuse(USAGE, "say one", "--parallel", "--compare", "-t", "html", SPANISH, ENGLISH)

    def test_all_inputs_become_one_output(self):
        for option in ("--compare", "--parallel"):
            self.run_it(CLEAN, "-q", option, "-o", "one.html", SPANISH, ENGLISH)
            page = (self.work / "one.html").read_text()
            self.assertIn("A/RES/99/901", page)
            self.assertIn("Beekeeping", page)

    def test_they_are_one_file_and_no_folder(self):
        self.refuse(USAGE, "make one file", "--compare", "-t", "json", "-o", "out/", SPANISH,
                    ENGLISH)

    def test_standard_input_can_be_one_of_them(self):
        done = self.run_it(CLEAN, "-q", "--compare", "-t", "json", "-", ENGLISH, input=GAP)
        self.assertIn(b"99/903", done.stdout)

    def test_no_input_is_overwritten(self):
        second = self.write("second.html", GAP)
        self.refuse(USAGE, "would be overwritten", "--compare", "-f", "markdown", "-o", second,
                    SPANISH, second)

    def test_a_format_that_cannot_hold_it_says_so(self):
        self.refuse(USAGE, "akn cannot hold a comparison", "-q", "--compare", "-t", "akn",
                    SPANISH, ENGLISH)

    def test_one_that_cannot_be_read_keeps_the_output_back(self):
        self.refuse(SYSTEM, "nofile", "-q", "--parallel", "-t", "html", SPANISH, "nofile")


class Assets(Cli):
    def names(self, *arguments):
        self.run_it(CLEAN, "-q", "-t", "html", *arguments, "-o", "site/", SPANISH)
        return sorted(p.name for p in (self.work / "site").iterdir())

    def test_style_lies_beside_the_pages_where_it_is_to(self):
        self.assertEqual(self.names(), ["lighthouses.html"])
        self.assertEqual(self.names("-O", "html.assets=external"),
                         ["lighthouses.html", "resconv.css", "resconv.js"])
        self.assertEqual((self.work / "site" / "resconv.css").read_bytes(),
                         (ROOT / "xsl" / "resconv.css").read_bytes())

    def test_own_style_comes_from_its_folder(self):
        (self.work / "own").mkdir()
        self.write("own/resconv.css", b"p { color: red }\n")
        self.names("-O", "html.assets=external", "-O", "html.stylesheet=own")
        self.assertEqual((self.work / "site" / "resconv.css").read_bytes(),
                         b"p { color: red }\n")

    def test_standard_output_has_nothing_beside_it(self):
        self.run_it(CLEAN, "-q", "-t", "html", "-O", "html.assets=external", SPANISH)
        self.assertEqual(list(self.work.iterdir()), [])


class Inputs(Cli):
    def test_missing_file(self):
        self.refuse(SYSTEM, "resconv: nofile.txt: cannot be read: No such file or directory",
                    "-t", "akn", "nofile.txt")

    def test_folder_as_input(self):
        self.refuse(SYSTEM, "Is a directory", "-t", "akn", self.work)

    def test_empty_file(self):
        self.refuse(NO_OUTPUT, "empty.txt: is empty", "-t", "akn", self.write("empty.txt", b""))
        self.refuse(NO_OUTPUT, "<stdin>: is empty", "-t", "akn", input=b"")

    def test_blank_file(self):
        self.refuse(NO_OUTPUT, "blank.txt", "-t", "akn", self.write("blank.txt", b" \n\n\t\n"))

    def test_binary_rubbish(self):
        rubbish = bytes((i * 7919 >> 3) & 255 for i in range(9000))
        self.refuse(NO_OUTPUT, "rubbish.bin", "-t", "akn", self.write("rubbish.bin", rubbish))

    def test_rubbish_under_every_name_of_a_format(self):
        for form in program.formats(1):
            for data in (b"\0\1\2\3" * 99, b"<a><b></a>", b"\xff\xfe\xff", b"PK\3\4zip", b"%PDF-1"):
                done = program.run("-f", form, "-t", "akn", input=data)
                self.assertIn(done.returncode, (CLEAN, ERRORS, NO_OUTPUT), (form, data))
                if done.returncode == NO_OUTPUT:
                    self.assertEqual(done.stdout, b"")
                    self.assertNotEqual(done.stderr, b"")

    def test_no_resolution(self):
        path = self.write("list.txt", b"eggs\nmilk\nbread\n")
        self.refuse(NO_OUTPUT, "[not-a-resolution]", "-t", "akn", path)
        done = self.run_it(CLEAN, "-q", "-t", "akn", "-O", "parse.force=yes", path)
        self.assertIn(b"bread", done.stdout)

    def test_too_large_a_file_is_not_read(self):
        path = self.work / "large.txt"
        with path.open("wb") as file:
            file.truncate(MAX_INPUT + 1)
        self.refuse(NO_OUTPUT, "is larger than 64 MiB", "-t", "akn", path)

    def test_too_large_a_stream_is_not_read_on(self):
        with open("/dev/zero", "rb") as zeros:
            self.refuse(NO_OUTPUT, "is larger than 64 MiB", "-t", "akn", stdin=zeros)

    def test_standard_input_by_default_and_by_name(self):
        text = SPANISH.read_bytes()
        first = self.run_it(CLEAN, "-t", "akn", input=text)
        second = self.run_it(CLEAN, "-t", "akn", "-", input=text)
        third = self.run_it(CLEAN, "-t", "akn", SPANISH)
        self.assertEqual(first.stdout, second.stdout)
        self.assertEqual(first.stdout, third.stdout)

    def test_bad_inputs_do_not_keep_good_ones_back(self):
        self.write("empty.txt", b"")
        done = self.run_it(SYSTEM, "-q", "-t", "akn", "-o", "out/", "empty.txt", SPANISH, "none.txt")
        self.assertEqual([p.name for p in (self.work / "out").iterdir()], ["lighthouses.xml"])
        self.assertEqual(done.stderr.count(b"\n"), 2)


class Findings(Cli):
    def test_shown_but_not_counted_by_default(self):
        done = self.run_it(CLEAN, "-t", "akn", self.write("gap.md", GAP))
        self.assertRegex(done.stderr.decode(),
                         r"(?m)^\S*gap\.md:11(:\d+)?: warning: .* \[number-gap\]$")
        self.assertNotEqual(done.stdout, b"")

    def test_warnings_count_where_they_are_to(self):
        self.write("gap.md", GAP)
        self.assertNotEqual(self.run_it(WARNINGS, "-t", "akn", "-W", "warning", "gap.md").stdout, b"")
        self.run_it(WARNINGS, "-q", "-t", "akn", "-W", "note", "gap.md")
        self.assertEqual(self.run_it(CLEAN, "-t", "akn", "-W", "error", "gap.md").stderr, b"")

    def test_stop_makes_no_output(self):
        self.write("gap.md", GAP)
        self.refuse(NO_OUTPUT, "not converted", "-t", "akn", "-W", "warning,stop", "gap.md")
        self.refuse(NO_OUTPUT, "not converted", "-t", "akn", "-o", "x.xml",
                    "-W", "warning,stop", "gap.md")
        self.run_it(CLEAN, "-t", "akn", "-W", "error,stop", "gap.md")

    def test_a_silenced_kind_is_not_told_nor_counted(self):
        self.write("gap.md", GAP)
        slugs = self.run_it(CLEAN, "-t", "akn", "gap.md").stderr.decode()
        silent = []
        for line in slugs.splitlines():
            silent += ["-W", "no-" + line.rsplit("[", 1)[1].rstrip("]")]
        done = self.run_it(CLEAN, "-t", "akn", "-W", "warning", *silent, "gap.md")
        self.assertEqual(done.stderr, b"")

    def test_quiet_keeps_the_status(self):
        done = self.run_it(WARNINGS, "-q", "-t", "akn", "-W", "warning", self.write("g.md", GAP))
        self.assertEqual(done.stderr, b"")

    def test_standard_input_has_a_name(self):
        self.assertIn(b"<stdin>:11", self.run_it(CLEAN, "-t", "akn", input=GAP).stderr)


class Outputs(Cli):
    def test_file_is_what_standard_output_is(self):
        self.run_it(CLEAN, "-q", "-t", "json", "-o", "out.json", SPANISH)
        wanted = self.run_it(CLEAN, "-q", "-t", "json", SPANISH).stdout
        self.assertEqual((self.work / "out.json").read_bytes(), wanted)
        self.assertEqual(os.listdir(self.work), ["out.json"])

    def test_suffix_names_the_format(self):
        self.run_it(CLEAN, "-q", "-o", "out.json", SPANISH)
        self.assertEqual((self.work / "out.json").read_bytes()[:1], b"{")
        self.refuse(USAGE, "say -t FORMAT", "-o", "out.xyz", SPANISH)

    def test_several_inputs_go_to_a_folder(self):
        self.run_it(CLEAN, "-q", "-t", "akn", "-o", "new/folder/", SPANISH, ENGLISH)
        self.assertEqual(sorted(os.listdir(self.work / "new/folder")),
                         ["beekeeping.xml", "lighthouses.xml"])
        (self.work / "old").mkdir()
        self.run_it(CLEAN, "-q", "-t", "akn", "-o", "old", SPANISH)
        self.assertEqual(os.listdir(self.work / "old"), ["lighthouses.xml"])

    def test_mode_is_as_the_umask_says(self):
        self.addCleanup(os.umask, os.umask(0o027))
        self.run_it(CLEAN, "-q", "-o", "out.json", SPANISH)
        self.assertEqual(stat.S_IMODE((self.work / "out.json").stat().st_mode), 0o640)

    def test_failure_leaves_the_old_file(self):
        old = self.write("out.xml", b"old")
        self.refuse(NO_OUTPUT, "is empty", "-o", "out.xml", self.write("empty.txt", b""))
        self.assertEqual(old.read_bytes(), b"old")

    def test_replaced_in_one_step(self):
        old = self.write("out.xml", b"old")
        with old.open("rb") as reader:
            self.run_it(CLEAN, "-q", "-o", "out.xml", SPANISH)
            self.assertEqual(reader.read(), b"old")
        self.assertEqual(old.read_bytes()[:5], b"<?xml")

    def test_link_stays_a_link(self):
        target = self.write("target.xml", b"old")
        (self.work / "link.xml").symlink_to("target.xml")
        self.run_it(CLEAN, "-q", "-o", "link.xml", SPANISH)
        self.assertTrue((self.work / "link.xml").is_symlink())
        self.assertEqual(target.read_bytes()[:5], b"<?xml")

    def test_devices_stay_devices(self):
        null = self.work / "null"
        null.symlink_to("/dev/null")
        self.run_it(CLEAN, "-q", "-t", "akn", "-o", "null", SPANISH)
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))

    def test_an_input_is_never_overwritten(self):
        data = SPANISH.read_bytes()
        path = self.write("in.xml", data)
        self.refuse(USAGE, "is an input", "-f", "markdown", "-t", "akn", "-o", "in.xml", "in.xml")
        self.refuse(USAGE, "is an input", "-f", "markdown", "-t", "akn", "-o", ".", "in.xml")
        os.link(path, self.work / "other.xml")
        self.refuse(USAGE, "is an input", "-t", "akn", "-o", "other.xml", "in.xml")
        self.assertEqual(path.read_bytes(), data)

    def test_two_inputs_never_share_an_output(self):
        (self.work / "a").mkdir()
        (self.work / "a" / "x.md").write_bytes(GAP)
        self.write("x.txt", GAP)
        self.refuse(USAGE, "rename one", "-t", "akn", "-o", "out/", "a/x.md", "x.txt")

    def test_folder_that_is_not_there(self):
        self.refuse(SYSTEM, "cannot be written: No such file", "-o", "none/out.xml", SPANISH)

    def test_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = self.run_it(SYSTEM, "-t", "akn", SPANISH, stdout=full)
            self.assertIn(b"No space left", done.stderr)
            self.run_it(SYSTEM, "--help", stdout=full)

    def test_closed_pipe(self):
        reader, writer = os.pipe()
        os.close(reader)
        done = self.run_it(SYSTEM, "-t", "akn", SPANISH, stdout=writer)
        os.close(writer)
        self.assertIn(b"Broken pipe", done.stderr)

    def test_same_bytes_every_run(self):
        for form in program.formats(2):
            runs = {self.run_it(CLEAN, "-q", "-t", form, ENGLISH).stdout for _ in range(3)}
            self.assertEqual(len(runs), 1, form)

    def test_by_way_of_akoma_ntoso_is_straight_on(self):
        tree = self.run_it(CLEAN, "-q", "-t", "akn", ENGLISH).stdout
        for form in program.formats(2):
            straight = self.run_it(CLEAN, "-q", "-t", form, ENGLISH).stdout
            over = self.run_it(CLEAN, "-q", "-f", "akn", "-t", form, input=tree).stdout
            self.assertEqual(straight, over, form)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    known, rest = parser.parse_known_args()
    program = Command.program = Program(known.build)
    unittest.main(argv=[sys.argv[0], *rest])
