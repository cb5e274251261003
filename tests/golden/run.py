#!/usr/bin/env python3
"""Golden cases: what resconv makes of an input, compared byte for byte.

    run.py --build DIR [CASE...]                  compare, showing what differs
    run.py --build DIR --update [CASE...]         rewrite the files that are there
    run.py --build DIR --new CASE FORMAT...       begin to expect these formats

A case is a file NAME.md, NAME.txt, NAME.xml, NAME.in.html or NAME.in.json
anywhere below this folder, or a folder NAME with the parts of a Word file, of
which NAME.docx is made (NAME.doc if it is so called in suffix.txt).
Beside it lie NAME.akn.xml, NAME.json, NAME.html, NAME.text, NAME.tree and
NAME.boxes: a file's presence is the expectation.  NAME.diag holds the findings
from level note on; its absence means silence.  NAME.options has further words
for the command line, one a line; with --compare or --parallel among them, and the
file that comes first (NAME.old.md, NAME.ar.md), the case is an edition of both.  A case is named by a sentence; where it comes
from is a row of SOURCES.md.
"""
import argparse
import difflib
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import wordfile                          # noqa: E402
from program import Program, validate   # noqa: E402

HERE = Path(__file__).resolve().parent
INPUTS = (".md", ".txt", ".xml")
INPUTS_THAT_ARE_OUTPUTS = (".in.html", ".in.json")
ENDINGS = {"akn": ".akn.xml", "json": ".json", "html": ".html",
           "text": ".text", "tree": ".tree", "boxes": ".boxes"}
MADE_OUTPUT = (0, 1, 2)             # exit statuses of a run that gave output
NO_OUTPUT = 3


class Case:
    def __init__(self, source):
        self.source = self.input = source
        self.name = source.name.split(".")[0]
        options = self.file(".options")
        self.options = options.read_text().split("\n")[:-1] if options.exists() else []

    def file(self, ending):
        return self.source.with_name(self.name + ending)

    def build(self, folder):
        """Make the Word file of a folder with its parts."""
        suffix = self.source / "suffix.txt"
        self.input = Path(folder) / (self.name + (
            suffix.read_text().strip() if suffix.exists() else ".docx"))
        wordfile.build(self.source, self.input)

    def expected(self):
        return [f for f, ending in ENDINGS.items() if self.file(ending).exists()]

    def told(self):
        """The format that findings are asked with: editions have no akn."""
        edition = {"--compare", "--parallel"} & set(self.options)
        return "html" if edition else "akn"

    def label(self):
        return str(self.source.relative_to(HERE))


def find_cases(names):
    cases = [Case(path) for path in sorted(HERE.rglob("*"))
             if (path.suffix in INPUTS and path.name.count(".") == 1 or
                 path.name.endswith(INPUTS_THAT_ARE_OUTPUTS))
             and path.name not in ("SOURCES.md", "DISPUTED.md", "styles.xml")
             and not any((p / "word/document.xml").exists() for p in path.parents)]
    cases += [Case(path.parent.parent) for path in sorted(HERE.glob("*/*/word/document.xml"))]
    return [c for c in cases if not names or c.name in names]


def convert(program, case, form, *more):
    return program.run(*more, *case.options, "-t", form, case.input.name,
                       cwd=case.input.parent)


def difference(path, wanted, got):
    """The lines that differ, or a word on bytes that no line shows."""
    name = str(path.relative_to(HERE))
    lines = list(difflib.unified_diff(
        wanted.decode("utf-8", "replace").splitlines(),
        got.decode("utf-8", "replace").splitlines(),
        name, "what resconv gives", lineterm=""))
    return "\n".join(lines) or "%s: differs in line ends or bytes" % name


def compare(path, got, update):
    """The complaint about one file, or None."""
    wanted = path.read_bytes() if path.exists() else b""
    if got == wanted:
        return None
    if not update:
        return difference(path, wanted, got)
    if got:
        path.write_bytes(got)
    else:
        path.unlink()
    print("updated %s" % path.relative_to(HERE))
    return None


def check_status(case, done):
    wanted = MADE_OUTPUT if case.expected() else (NO_OUTPUT,)
    if done.returncode in wanted:
        return None
    return "%s: exit status %d\n%s" % (case.label(), done.returncode,
                                       done.stderr.decode("utf-8", "replace"))


def check_round_trip(program, case):
    """Our Akoma Ntoso read again is the same bytes, and its references hold."""
    path = case.file(ENDINGS["akn"])
    done = program.run("-q", "-f", "akn", "-t", "akn", "-O", "akn.check=yes", path)
    if done.returncode not in MADE_OUTPUT:
        return "%s: cannot be read again or is not sound\n%s" % (
            path.name, done.stderr.decode("utf-8", "replace"))
    if done.stdout == path.read_bytes():
        return None
    return "read again and written:\n" + difference(path, path.read_bytes(), done.stdout)


def run_case(program, case, update):
    """All complaints about one case."""
    told = convert(program, case, case.told(), "-W", "note")
    found = [check_status(case, told), compare(case.file(".diag"), told.stderr, update)]
    for form in case.expected():
        done = told if form == case.told() else convert(program, case, form, "-q")
        found.append(check_status(case, done))
        if done.returncode in MADE_OUTPUT:
            found.append(compare(case.file(ENDINGS[form]), done.stdout, update))
    if "akn" in case.expected():
        found.append(check_round_trip(program, case))
    return [f for f in found if f]


def begin(names, forms):
    """Expect these formats of a case from now on."""
    for case in find_cases(names):
        for form in forms:
            case.file(ENDINGS[form]).touch()


def check_sources(cases):
    rows = (HERE / "SOURCES.md").read_text()
    return ["SOURCES.md has no row for %s" % c.label() for c in cases
            if "`%s`" % c.label() not in rows]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", required=True, help="meson's build folder")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--new", nargs="+", metavar=("CASE", "FORMAT"))
    parser.add_argument("cases", nargs="*")
    args = parser.parse_args()
    program = Program(args.build)
    if args.new:
        args.cases, args.update = args.new[:1], True
        begin(args.cases, args.new[1:])
    cases = find_cases(args.cases)
    if not cases:
        sys.exit("no case of that name below tests/golden")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        for case in cases:
            if case.source.is_dir():
                case.build(folder)
        found = list(pool.map(lambda c: run_case(program, c, args.update), cases))
    complaints = sum(found, check_sources(cases))
    trees = [c.file(ENDINGS["akn"]) for c in cases if "akn" in c.expected()]
    complaints += validate(trees) or [] if trees else []
    print("\n".join(complaints))
    failed = sum(1 for f in found if f)
    print("%d cases, %d with complaints" % (len(cases), failed))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
