#!/usr/bin/env python3
"""What the sources must look like, as far as it is cheap to see.

Who may include whom, what only one place may use, what nobody may, how long
files, functions and lines are.
"""
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import ROOT   # noqa: E402

SRC = ROOT / "src"

# A folder and the folders whose headers it may include, besides its own and
# the public header.  An arrow never turns round.
MAY_INCLUDE = {
    "base": "",
    "lang": "base",
    "text": "base lang",
    "akn": "base",
    "compare": "base akn",
    "module": "base",
    "json": "base akn",             # the object model, for input and output alike
    "archive": "base",
    "input": "base lang text module",
    "parse": "base lang text akn",
    "typeset": "base lang akn",
    "output": "base akn module",
    "lib": "base text input parse akn compare output archive module",
    "cli": "",
}
# Files that may see more: inputs that give the tree, outputs of typeset pages.
MAY_ALSO = [
    (r"input/(akn|json|pdf)", "akn"),
    (r"(input|output)/json", "json"),
    (r"(output|typeset)/(pdf|boxes|module)", "typeset output"),
]
# A system header, and the only files that may use it.
ONLY_IN = [
    (r"libxslt/", r"output/(xslt|html)"),
    (r"cairo", r"(output|typeset)/"),
    (r"pango/", r"(typeset/|output/pdf)"),
    (r"jansson", r"(output|input)/json|cli/"),
    (r"poppler", r"input/pdf"),
    (r"dlfcn|gmodule", r"module/|output/module_svg"),
    (r"regex\.h|pcre", r"^$"),
    (r"ctype\.h|wctype\.h", r"^$"),
    (r"locale\.h", r"cli/|archive/module_archive"),
    (r"time\.h", r"^$"),
]
# Words that no source has: what they stand for, and the files excepted.
FORBIDDEN = [
    (r"\bgoto\b", "goto", r"^$"),
    (r"\bg_regex_|\bregcomp\b", "a regular expression", r"^$"),
    (r"\bsetlocale\b", "setlocale", r"cli/"),
    (r"\bisalpha\b|\bisdigit\b|\bisspace\b|\btoupper\b|\btolower\b", "ctype", r"^$"),
    (r"\bg_get_real_time\b|\bg_get_monotonic_time\b|_new_now\b|\blocaltime\b|\btime\(NULL",
     "the clock", r"cli/"),
    (r"\bprintf\(|\bg_print(err)?\(|\bfputs\(|\bg_warning\(|\bg_critical\(",
     "printing in the library", r"cli/|output/make_srgb|lang/make_"),
    (r"\bexit\(|\babort\(", "leaving the process in the library", r"cli/"),
    (r"\bTODO\b|\bFIXME\b|\bXXX\b|\bHACK\b", "unfinished work", r"^$"),
    (r'"/(work|root|home|tmp|usr|etc)/', "an absolute path", r"^$"),
    (r"\b(strcpy|strcat|sprintf|gets)\(", "an unbounded write", r"^$"),
]
MAX_FILE, MAX_FUNCTION, MAX_LINE = 800, 60, 100
STRING_OR_COMMENT = re.compile(r'"(\\.|[^"\\])*"|/\*.*?\*/', re.S)
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)


def allowed(name):
    folder = name.split("/")[0]
    more = [extra for pattern, extra in MAY_ALSO if re.match(pattern, name)]
    return {folder, "resconv", *" ".join([MAY_INCLUDE[folder], *more]).split()}


def check_includes(name, text, formats):
    found = []
    for kind, path in INCLUDE.findall(text):
        top = path.split("/")[0]
        if kind == '"' and "/" not in path and (SRC / name).with_name(path).exists():
            found.append("includes %s: name it by its path from src" % path)
        elif kind == '"' and "/" in path and top not in allowed(name):
            found.append("includes %s: %s must not see %s" % (path, name.split("/")[0], top))
        elif kind == '"' and other_output(name, path, formats):
            found.append("includes %s: outputs never include each other" % path)
        for pattern, where in ONLY_IN if kind == "<" else []:
            if re.match(pattern, path) and not re.match(where, name):
                found.append("includes <%s>, which is not for it" % path)
    return found


def other_output(name, path, formats):
    """Whether a format's file includes another format's header."""
    ours, theirs = Path(name), Path(path)
    return (ours.parent.name == theirs.parent.name == "output" and
            ours.stem in formats and theirs.stem in formats and ours.stem != theirs.stem)


def first_include(text):
    found = INCLUDE.search(text)
    return found.group(2) if found else None


def check_own_header_first(name, text):
    """The first thing compiled is the file's own header, if need be by way of
    a private one that begins with it."""
    header = str(Path(name).with_suffix(".h"))
    if not name.endswith(".c") or not (SRC / header).exists():
        return []
    first = first_include(text)
    while first and first != header and (SRC / first).exists():
        first = first_include((SRC / first).read_text())
    return [] if first == header else ["own header is not first"]


def check_words(name, text):
    comments = " ".join(m.group() for m in STRING_OR_COMMENT.finditer(text)
                        if m.group()[0] == "/")
    bare = STRING_OR_COMMENT.sub(lambda m: m.group() if m.group()[0] == '"' else "", text)
    found = []
    for pattern, what, excepted in FORBIDDEN:
        subject = comments if what == "unfinished work" else bare
        if re.search(pattern, subject) and not re.match(excepted, name):
            found.append("has %s" % what)
    return found


def check_sizes(name, text):
    lines = text.split("\n")
    found = []
    if len(lines) - 1 > MAX_FILE:
        found.append("has %d lines, more than %d" % (len(lines) - 1, MAX_FILE))
    if not name.endswith(".def"):
        found += ["line %d is longer than %d columns" % (n, MAX_LINE)
                  for n, line in enumerate(lines, 1) if len(line.expandtabs(8)) > MAX_LINE]
    opened = None
    for n, line in enumerate(lines, 1):
        if line == "{":
            opened = n
        elif line == "}" and opened:
            if n - opened - 1 > MAX_FUNCTION:
                found.append("line %d: a function of %d lines, more than %d"
                             % (opened, n - opened - 1, MAX_FUNCTION))
            opened = None
    return found


def check_purpose(name, text):
    wanted = "/* %s - " % Path(name).name
    return [] if text.startswith(wanted) else ["does not begin with \"%s\"" % wanted]


def main():
    files = sorted(p for p in SRC.rglob("*") if p.suffix in (".c", ".h", ".def"))
    formats = {"akn", "json", "html", "text", "pdf", "boxes", "tree"}
    found = []
    for path in files:
        name, text = str(path.relative_to(SRC)), path.read_text()
        checks = [check_includes(name, text, formats), check_words(name, text),
                  check_sizes(name, text), check_purpose(name, text),
                  check_own_header_first(name, text)]
        found += ["src/%s: %s" % (name, f) for check in checks for f in check]
    print("\n".join(found))
    print("%d files, %d complaints" % (len(files), len(found)))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
