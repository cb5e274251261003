#!/usr/bin/env python3
"""PDFs of ours, read back from their pages and from what they have attached.

    run.py --build DIR

Each golden case in Markdown is typeset; what -O pdf.text=yes reads of the pages
must have the words of the case from its title on, and without the option the
Akoma Ntoso must come back byte for byte. Of the cases here, whose tables and
lines ask more of the reader, each paragraph and cell must come back as it was.
"""
import argparse
import difflib
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hostile"))
import pdfs   # noqa: E402
from program import ROOT, Program   # noqa: E402

GOLDEN = ROOT / "tests" / "golden"
CASES = ROOT / "tests" / "pages" / "cases"
MARKS = dict.fromkeys((0x200e, 0x200f))   # of direction: pages do not show them
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
BLOCKS = {AKN + "p": "text", AKN + "num": "number", AKN + "heading": "heading", AKN + "th": "cell",
          AKN + "td": "cell"}
TITLE = re.compile(r"\d{2,4}/\d+(\.| )")
ENCRYPT = ("qpdf", "--encrypt", "secret", "secret", "256", "--")


def from_title(text):
    """The words from the resolution's number on."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    for i, line in enumerate(lines):
        if TITLE.match(line):
            return " ".join(lines[i:]).split()
    return " ".join(lines).split()


def text_of(program, *words):
    return program.run("-q", "-t", "text", *words).stdout.decode()


def blocks_of(akn):
    """What a document says, a paragraph, heading or cell each, and its job number."""
    root = ElementTree.fromstring(akn)
    found = ["%s%s: %s" % (BLOCKS[one.tag], one.get("colspan", ""),
                           " ".join("".join(one.itertext()).translate(MARKS).split()))
             for part in ("preamble", "mainBody") for body in root.iter(AKN + part)
             for one in body.iter() if one.tag in BLOCKS]
    return found + re.findall(r">(\d\d-\d{5}[^<]*)<", akn.decode())


def check_blocks(program, source, work):
    """Complaints about one case, whose blocks must come back one for one."""
    akn, pdf = work / "case.xml", work / "case.pdf"
    program.run("-q", "-o", akn, source)
    program.run("-q", "-o", pdf, akn)
    back = program.run("-q", "-t", "akn", "-O", "pdf.text=yes", pdf).stdout
    return list(difflib.unified_diff(blocks_of(akn.read_bytes()), blocks_of(back), "the case",
                                     "its pages", "", "", 0, ""))


def read_back(program, source, work):
    """Complaints about one case."""
    akn, pdf = work / "case.xml", work / "case.pdf"
    for made in (akn, pdf):
        if made.exists():
            made.unlink()
    program.run("-q", "-o", akn, source)
    if not akn.exists():
        return []
    program.run("-q", "-o", pdf, akn)
    if not pdf.exists():
        return ["is not typeset"]
    found = []
    if program.run("-q", "-t", "akn", pdf).stdout != akn.read_bytes():
        found.append("what is attached does not come back")
    ours = from_title(text_of(program, akn))
    theirs = from_title(text_of(program, "-O", "pdf.text=yes", pdf))
    return found + list(difflib.unified_diff(ours, theirs, "the case", "its pages", "", "", 0,
                                             ""))


def check_errors(program, work):
    """What cannot be read says why, and what to do."""
    pdf = work / "good.pdf"
    program.run("-q", "-o", pdf, GOLDEN / "samples" / "lighthouses.md")
    locked, cut, empty = work / "locked.pdf", work / "cut.pdf", work / "empty.pdf"
    subprocess.run([*ENCRYPT, pdf, locked], check=True)
    cut.write_bytes(pdf.read_bytes()[:700])
    empty.write_bytes(b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages"
                      b"/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox"
                      b"[0 0 612 792]>>endobj\ntrailer<</Root 1 0 R>>\n")
    found = []
    for path, word in ((locked, "password"), (cut, "damaged"), (empty, "ocrmypdf")):
        done = program.run("-t", "text", path)
        said = done.stderr.decode()
        if done.returncode != 3 or word not in said or said.count("\n") != 1:
            found.append("%s: %d, %s" % (path.name, done.returncode, said))
    return found


LEFT = ["that the ferries between the islands of the", "inner sea carry, without charge, the school",
        "children of the outer islands on all days", "of school, and that the captains keep books"]
RIGHT = ["of their journeys, in which the weather of", "each day is written down; and that the books",
         "are shown to whoever asks for them, at any", "landing stage of any island and at any hour"]


def check_columns(program, work):
    """The left column of an old volume is read before the right one, whose lines
    stand on bases of their own."""
    pdf, page = work / "columns.pdf", pdfs.text_at(60, 740, "99/7. Ferries of the inner sea", 12)
    for i in range(24):
        page += pdfs.text_at(60, 690 - 12 * i, LEFT[i % 4])
        page += pdfs.text_at(320, 687 - 12 * i, RIGHT[i % 4])
    pdf.write_bytes(pdfs.one_page(pdfs.stream(page.encode())))
    words = text_of(program, "-O", "parse.force=yes", pdf).split()
    wanted = " ".join(["99/7. Ferries of the inner sea", *LEFT * 6, *RIGHT * 6]).split()
    return [] if words == wanted else ["columns: " + " ".join(words)]


STARTS = """Recalling its resolutions on the ferries of the inner sea and in particular those of 465
478~(1980) of 1 May on ferries, and 480 of that year
that the ferries between the islands of the inner sea carry without any charge whatever all
school children of the outer islands on all the days on which there is a school and also
that the ferries between the islands of the inner sea carry without any charge whatever all
captains of the outer islands.
1. Decides that captains of all ferries have voted on the bells and that they voted as here:
In favour:
the captains of all ferries between the northern islands and the southern islands and others
with their mates.""".splitlines()


def width(word):
    """Nearly that of a word in ten points of Times."""
    return sum(3 if c in "ijltfr.,:;()1I" else 7.5 if c in "mwDR" else 4.7 for c in word)


def spread(line, y):
    """Words over the whole width of a column."""
    words, page, x = line.split(" "), "", 60
    gap = (380 - sum(map(width, words))) / (len(words) - 1)
    for word in words:
        page += pdfs.text_at(x, y, re.sub(r"([()])", r"\\\1", word.replace("~", " ")))
        x += width(word) + gap
    return page


def check_starts(program, work):
    """A number that wide blanks follow begins no paragraph; the lead of a list
    does below another, though it found no room there."""
    pdf, page = work / "starts.pdf", pdfs.text_at(60, 740, "99/9. Ferries of the inner sea", 12)
    for i, line in enumerate(STARTS):
        page += (spread if len(line) > 45 else lambda line, y: pdfs.text_at(60, y, line))(
            line, 440 - 12 * i)
    pdf.write_bytes(pdfs.one_page(pdfs.stream(page.encode())))
    text = text_of(program, "-O", "parse.force=yes", pdf)
    wanted = [" ".join(STARTS[:6]).replace("~", " "), STARTS[6], STARTS[7], " ".join(STARTS[8:])]
    found = [" ".join(line.split()) for line in text.splitlines() if line.strip()][1:]
    return [] if found == wanted else ["starts: " + " | ".join(found)]


def check_lone_mark(program, work):
    """A note's mark that found no room on its line calls the note."""
    pdf, page = work / "mark.pdf", pdfs.text_at(60, 740, "99/9. Ferries of the inner sea", 12)
    for i in (0, 1, 2):
        page += spread(STARTS[2 + i], 440 - 12 * i)
    page += pdfs.text_at(60, 407.5, "1", 6.5) + pdfs.text_at(80, 380, "Decides to ring the bells.")
    page += pdfs.text_at(70, 103, "1", 5.5) + pdfs.text_at(75, 100, "On the day of 1 May.", 8.5)
    pdf.write_bytes(pdfs.one_page(pdfs.stream(page.encode())))
    akn = program.run("-q", "-t", "akn", "-O", "parse.force=yes", pdf).stdout.decode()
    return [] if re.search(r"any charge whatever all<authorialNote", akn) else ["mark: " + akn]


def check_label(program, work):
    """A label at the top of a page that fills the room before its text."""
    pdf, pages = work / "label.pdf", [[*STARTS[2:4], STARTS[2][:-3] + "the;"], ["xviii) To ring."]]
    drawn = ["".join(spread(line, 440 - 12 * i) if len(line) > 45 else
                     pdfs.text_at(60, 440 - 12 * i, line.replace(")", "\\)"))
                     for i, line in enumerate(page)) for page in pages]
    title = pdfs.text_at(60, 740, "99/9. Ferries of the inner sea", 12)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<<" \
        b"/Font<</F1 5 0 R>>>>>>"
    pdf.write_bytes(pdfs.build([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>", page % 4,
        pdfs.stream((title + drawn[0]).encode()), pdfs.FONT, page % 7,
        pdfs.stream(drawn[1].encode())]))
    text = text_of(program, "-O", "parse.force=yes", pdf)
    return [] if text.rstrip().endswith(" the;\n\n    xviii) To ring.") else ["label: " + text]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", required=True, help="meson's build folder")
    program = Program(parser.parse_args().build)
    found, n = [], 0
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        for source in sorted(GOLDEN.rglob("*.md")):
            if source.name not in ("SOURCES.md", "DISPUTED.md"):
                found += ["%s: %s" % (source.stem, what)
                          for what in read_back(program, source, work)]
                n += 1
        for source in sorted(CASES.glob("*-*")):
            found += ["%s: %s" % (source.stem, what)
                      for what in check_blocks(program, source, work)]
            n += 1
        for check in (check_errors, check_columns, check_starts, check_lone_mark, check_label):
            found += check(program, work)
    print("\n".join(found))
    print("%d files, %d complaints" % (n, len(found)))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
