#!/usr/bin/env python3
"""PDFs for an archive: what they must have, and what a validator says.

    run.py --build DIR checks     our own, over qpdf's JSON and pdffonts
    run.py --build DIR verapdf    veraPDF, which Maven fetches where it can

The files are the samples and, where the corpus is, ten of it in each language.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import ROOT, SHARED, SKIPPED, Program   # noqa: E402

SAMPLES = ROOT / "tests" / "golden" / "samples"
VERSION = "1.24.1"
POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>resconv</groupId><artifactId>archive-test</artifactId><version>1</version>
<dependencies><dependency><groupId>org.verapdf</groupId>
<artifactId>validation-model</artifactId><version>%s</version>
</dependency></dependencies></project>
""" % VERSION
PER_LANGUAGE = 10


def inputs():
    yield from sorted(SAMPLES.glob("*.md"))
    yield from sorted(SAMPLES.glob("*.txt"))
    corpus = SHARED / "corpus" / "akn"
    if not corpus.exists():
        print("absent: ../shared/corpus, only the samples are looked at")
        return
    for folder in sorted(corpus.iterdir()):
        files = sorted(folder.glob("*.xml"))
        yield from files[::max(len(files) // PER_LANGUAGE, 1)][:PER_LANGUAGE]


def convert(program, work):
    """(source, PDF) of each input."""
    made = []
    for source in inputs():
        pdf = work / ("%s-%s.pdf" % (source.parent.name, source.stem))
        done = program.run("-q", "-t", "pdf", "-o", pdf, source)
        if not pdf.exists():
            raise SystemExit(done.stderr.decode())
        made.append((source, pdf))
    return made


def output(*command):
    return subprocess.run(list(map(str, command)), stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False).stdout


def objects(pdf):
    return {key: value.get("value", value.get("stream", {}).get("dict"))
            for key, value in json.loads(output("qpdf", "--json", "--json-key=qpdf",
                                                pdf))["qpdf"][1].items()}


def elements(all_objects):
    """The elements of the structure tree as they are read."""
    root = next(o for o in all_objects.values()
                if isinstance(o, dict) and o.get("/Type") == "/StructTreeRoot")
    waiting, found = [root["/K"]], []
    while waiting:
        element = all_objects["obj:" + waiting.pop()]
        found.append(element)
        waiting += reversed([kid for kid in element["/K"] if isinstance(kid, str)])
    return found


def check_structure(all_objects):
    """Complaints about the structure tree."""
    tree = elements(all_objects)
    kinds = {e["/S"] for e in tree}
    found = ["no element %s" % kind for kind in ("/Document", "/Sect", "/P")
             if kind not in kinds]
    levels = [int(e["/S"][2:]) for e in tree if e["/S"][:2] == "/H"]
    if any(b > a + 1 for a, b in zip([0] + levels, levels)):
        found.append("a heading is more than one level below the one before it")
    ids = [e["/ID"] for e in tree if e["/S"] == "/Note" and "/ID" in e]
    if len(set(ids)) != sum(e["/S"] == "/Note" for e in tree):
        found.append("notes without an ID of their own")
    if any("/Alt" not in e for e in tree if e["/S"] == "/Figure"):
        found.append("a figure without a text for who cannot see it")
    for e in tree:
        if e["/S"] == "/TR" and not all(
                all_objects["obj:" + kid]["/S"] in ("/TD", "/TH") for kid in e["/K"]):
            found.append("a row has other kids than cells")
        if e["/S"] == "/L" and not all(
                all_objects["obj:" + kid]["/S"] == "/LI" for kid in e["/K"]):
            found.append("a list has other kids than items")
    return found


def check_catalog(all_objects):
    catalog = next(o for o in all_objects.values()
                   if isinstance(o, dict) and o.get("/Type") == "/Catalog")
    found = ["the catalog has no %s" % key for key in (
        "/Lang", "/MarkInfo", "/Metadata", "/OutputIntents", "/AF", "/Names",
        "/StructTreeRoot", "/ViewerPreferences") if key not in catalog]
    if "/Outlines" not in catalog and any(e["/S"] == "/H1" for e in elements(all_objects)):
        found.append("no bookmarks, but headings")
    return found


def check_foreign(all_objects, source):
    """Arabic, Chinese and Russian mastheads say some lines in English; those of
    decisions have no such lines."""
    catalog = next(o for o in all_objects.values()
                   if isinstance(o, dict) and o.get("/Type") == "/Catalog")
    foreign = [e for e in elements(all_objects) if e.get("/Lang") == "u:en"]
    expected = catalog["/Lang"] in ("u:ar", "u:ru", "u:zh") and "_DEC_" not in source.stem
    return [] if bool(foreign) == expected else ["%d lines say that they are English"
                                                 % len(foreign)]


def check_emblem(program, work):
    """An emblem that was given is a figure, the neutral one an ornament."""
    picture, found = work / "emblem.svg", []
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
                       '<circle cx="4" cy="4" r="4"/></svg>')
    for options, n in (((), 1), (("-O", "pdf.emblem=%s" % picture), 2)):
        pdf = work / ("emblem-%d.pdf" % n)
        program.run("-q", "-o", pdf, *options, SAMPLES / "lighthouses.md")
        figures = sum(e["/S"] == "/Figure" for e in elements(objects(pdf)))
        if figures != n:
            found.append("%d figures on the page, not %d" % (figures, n))
    return found


def check_file(program, source, pdf):
    all_objects = objects(pdf)
    found = check_catalog(all_objects) + check_structure(all_objects) + \
        check_foreign(all_objects, source)
    if b"No syntax or stream encoding errors" not in output("qpdf", "--check", pdf):
        found.append("qpdf --check finds errors")
    for line in output("pdffonts", pdf).decode().splitlines()[2:]:
        if line.split()[-5:-2] != ["yes", "yes", "yes"]:
            found.append("a font is not embedded, subset or mapped to Unicode: %s" % line)
    name = output("qpdf", "--list-attachments", pdf).decode().split(" -> ")[0]
    akn = program.run("-q", "-t", "akn", source).stdout
    if output("qpdf", "--show-attachment=" + name, pdf) != akn:
        found.append("the attachment is not what -t akn gives")
    return found


def check_same_bytes(program, work):
    """Another time zone, user and locale, and another time."""
    source = SAMPLES / "lighthouses.md"
    made = []
    for zone, locale, home in (("UTC", "C.UTF-8", "/"), ("Asia/Tokyo", "C", str(work))):
        environment = dict(program.environment, TZ=zone, LC_ALL=locale, HOME=home,
                           USER="somebody")
        made.append(subprocess.run([program.path, "-q", "-t", "pdf", source],
                                   env=environment, stdout=subprocess.PIPE,
                                   check=False).stdout)
    return [] if made[0] and made[0] == made[1] else ["the bytes are not the same twice"]


def checks(program, work):
    found, n = check_same_bytes(program, work) + check_emblem(program, work), 0
    for source, pdf in convert(program, work):
        found += ["%s: %s" % (pdf.name, what) for what in check_file(program, source, pdf)]
        n += 1
    print("\n".join(found))
    print("%d files, %d complaints" % (n, len(found)))
    return 1 if found else 0


def jars(build):
    """The folder of veraPDF's jars, fetched once; None where it cannot be."""
    folder = Path(build) / "verapdf"
    if not shutil.which("mvn") or not shutil.which("java"):
        print("absent: mvn and java, veraPDF is not asked")
        return None
    if not (folder / "done").exists():
        folder.mkdir(exist_ok=True)
        (folder / "pom.xml").write_text(POM)
        done = subprocess.run(["mvn", "-q", "dependency:copy-dependencies",
                               "-DoutputDirectory=lib"], cwd=folder, check=False,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if done.returncode:
            print("absent: veraPDF %s, Maven cannot fetch it" % VERSION)
            return None
        (folder / "done").touch()
    return folder / "lib"


def verapdf(program, work, build):
    lib = jars(build)
    if not lib:
        return SKIPPED
    files = [pdf for _, pdf in convert(program, work)]
    done = subprocess.run(["java", "-cp", str(lib) + os.sep + "*",
                           Path(__file__).parent / "Validate.java", *files], check=False)
    return done.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", required=True, help="meson's build folder")
    parser.add_argument("part", choices=("checks", "verapdf"))
    args = parser.parse_args()
    program = Program(args.build)
    with tempfile.TemporaryDirectory() as work:
        if args.part == "checks":
            return checks(program, Path(work))
        return verapdf(program, Path(work), args.build)


if __name__ == "__main__":
    sys.exit(main())
