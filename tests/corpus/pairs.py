"""Comparisons of the corpus: what resconv says changed from a resolution to that of
another year, applied to the old text, gives the new one exactly."""
import csv
import json
import re
import xml.etree.ElementTree as ET

BLANKS = re.compile(r"\s+")
HYPHENS = str.maketrans("\u2010\u2011", "--")
BLOCKS = {"p", "heading", "subheading", "crossHeading", "block", "listIntroduction",
          "listWrapUp", "caption"}


def local(element):
    return element.tag.rsplit("}", 1)[-1]


class Cutter:
    """The texts of a tree, cut as resconv-json(7) says, by another way than that of
    the program: by recursion over what each block owns."""

    def __init__(self, root):
        self.texts = []
        self.walk(root, None, False)
        self.texts = ["".join(t) for t in self.texts]
        self.texts = ["\t".join(BLANKS.sub(" ", cell.translate(HYPHENS)).strip() for cell in t.split("\0"))
                      for t in self.texts]

    def say(self, text, own):
        if text and own is not None:
            own.append(text)

    def walk(self, element, own, in_row, in_note=False):
        tag = local(element)
        if tag in ("meta", "num"):
            return
        if tag == "tr":
            own, in_row = self.begin(), True
            for i, cell in enumerate(element):
                if i:
                    own.append("\0")
                self.walk(cell, own, True)
            return
        if tag in BLOCKS and (not in_row or in_note):
            own, in_row = self.begin(), False
        elif tag in ("eol", "p"):
            self.say(" ", own)
        self.say(element.text, own)
        for child in element:
            self.walk(child, own, in_row, tag == "authorialNote")
            self.say(child.tail, own)

    def begin(self):
        self.texts.append([])
        return self.texts[-1]


def texts(xml):
    return Cutter(ET.fromstring(xml)).texts


def sides(report):
    """The old and the new texts, each in its order, from the report alone."""
    old, new = {}, []
    for row in report["paragraphs"]:
        before = "".join(p.get("same", p.get("removed", "")) for p in row["pieces"])
        after = "".join(p.get("same", p.get("added", "")) for p in row["pieces"])
        if "old" in row:
            old[row["old"]["position"]] = before
        if "new" in row:
            new.append(after)
    return [old[i] for i in sorted(old)], new


def apply(report, before):
    """The new texts, from the old ones and what is reported as changed."""
    new = []
    for row in report["paragraphs"]:
        if "new" not in row:
            continue
        text, at, made = before[row["old"]["position"] - 1] if "old" in row else "", 0, []
        for piece in row["pieces"]:
            if "added" in piece:
                made.append(piece["added"])
                continue
            word = piece.get("same", piece.get("removed"))
            if text[at:at + len(word)] != word:
                return None                     # it does not fit the old text
            made += [word] if "same" in piece else []
            at += len(word)
        if at != len(text):
            return None
        new.append("".join(made))
    return new


def complaints(program, old, new):
    done = program.run("-q", "-t", "json", "--compare", old, new)
    if done.returncode:
        return ["%s: %s" % (new.name, done.stderr.decode()[:300])]
    report = json.loads(done.stdout)
    before, after = (texts(program.run("-q", "-t", "akn", path).stdout) for path in (old, new))
    empty = [t for t in sides(report) if not t]
    found = []
    if empty or [t for t in sides(report)[0] if t] != [t for t in before if t]:
        found.append("%s: the old text is not that of the report" % old.name)
    if [t for t in apply(report, sides(report)[0]) or [] if t] != [t for t in after if t]:
        found.append("%s: what changed, applied to %s, gives another text"
                     % (new.name, old.name))
    return found


def pairs(folder):
    """(old, new) files of SOURCES.tsv, each in its language."""
    with open(folder / "SOURCES.tsv", newline="", encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            yield tuple(folder / ("%s.%s.xml" % (row[key].replace("/", "_"), row["language"]))
                        for key in ("old", "new"))
