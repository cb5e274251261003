#!/usr/bin/env python3
"""The manuals and the README against the program: nothing missing, nothing
that is no more, and every example's output as it really is."""
import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import ROOT, Program   # noqa: E402

COMMAND_PAGE = (ROOT / "src/cli/resconv.1").read_text()
LIBRARY_PAGE = (ROOT / "src/lib/resconv.3").read_text()
HEADER = (ROOT / "include/resconv/resconv.h").read_text()
ROW = re.compile(r'^DIAG\(\w+, (\w+), "([a-z0-9-]+)"', re.M)
MAX_HELP = 80


def section(page, title):
    return page.split(".Sh " + title + "\n")[1].split("\n.Sh ")[0]


def differ(what, there, told):
    return (["%s %s is not in the manual" % (what, x) for x in sorted(there - told)] +
            ["the manual's %s %s is no more" % (what, x) for x in sorted(told - there)])


def check_findings():
    rows = (ROOT / "src/base/diag.def").read_text()
    there = {(slug, level.lower()) for level, slug in ROW.findall(rows)}
    told = set(re.findall(r"^\.It Sy (\S+) Pq (\w+)$", section(COMMAND_PAGE, "FINDINGS"), re.M))
    return differ("finding", there, told)


def check_formats(program):
    there = set(program.formats(1)) | set(program.formats(2))
    told = set(re.findall(r"^\.It Cm (\w+)$", section(COMMAND_PAGE, "FORMATS"), re.M))
    return differ("format", there, told)


def check_format_options(program):
    listed = program.run("--list-options").stdout.decode()
    there = set(re.findall(r"^(\w+\.\w+)=", listed, re.M))
    told = set(re.findall(r"^\.It Cm (\w+\.\w+)=",
                          section(COMMAND_PAGE, "OPTIONS OF FORMATS"), re.M))
    return differ("option", there, told)


def check_help(program):
    text = program.run("--help").stdout.decode()
    there = set(re.findall(r"--([a-z-]+)", text.split("\nFormats:")[0]))
    told = set(re.findall(r"Fl -([a-z-]+)", section(COMMAND_PAGE, "DESCRIPTION")))
    wide = [line for line in text.splitlines() if len(line) > MAX_HELP]
    return differ("option --", there, told) + ["--help is too wide: " + w for w in wide]


def check_functions():
    there = set(re.findall(r"\b(resconv_\w+)\(", HEADER)) - {"resconv_diag_fn"}
    told = set(re.findall(r"^\.F[no] (resconv_\w+)", section(LIBRARY_PAGE, "SYNOPSIS"), re.M))
    return differ("function", there, told)


def check_exports(build):
    """Nothing but the public functions leaves the library."""
    library = next(p for p in (build / "src").glob("libresconv.so.*") if p.is_file())
    listed = subprocess.run(["nm", "-D", "--defined-only", library],
                            stdout=subprocess.PIPE, check=True).stdout.decode()
    there = {line.split()[-1] for line in listed.splitlines()}
    there = {x for x in there if not x.startswith("__")}    # the sanitizers'
    public = set(re.findall(r"\b(resconv_\w+)\(", HEADER))
    return ["the library exports %s" % x for x in sorted(there - public)]


def blocks(text):
    """The README's console blocks as (command, output)."""
    for block in re.findall(r"^```console\n(.*?)^```$", text, re.M | re.S):
        for example in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = example.partition("\n")
            while command.endswith("\\"):
                more, _, output = output.partition("\n")
                command = command[:-1] + more.removeprefix(">").strip()
            yield command, output


def check_readme(program):
    """Each example runs at the top of the sources, and prints what it says."""
    found = []
    with tempfile.TemporaryDirectory() as work:
        for name in ("tests", "README.md"):
            os.symlink(ROOT / name, Path(work) / name)
        path = "%s:%s" % (Path(program.path).parent, os.environ["PATH"])
        for command, output in blocks((ROOT / "README.md").read_text()):
            if not command.startswith("resconv"):
                continue
            done = subprocess.run(command, shell=True, cwd=work, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT,
                                  env=dict(program.environment, PATH=path))
            got = done.stdout.decode("utf-8", "replace")
            if got != output:
                found.append("README: $ %s\nsays:\n%sbut prints:\n%s" % (command, output, got))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", required=True, type=Path)
    build = parser.parse_args().build
    program = Program(build)
    found = (check_findings() + check_formats(program) + check_format_options(program) +
             check_help(program) + check_functions() + check_exports(build) +
             check_readme(program))
    print("\n".join(found))
    print("%d complaints" % len(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
