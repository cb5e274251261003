"""What a Word file says, read with the standard library alone, against the Akoma
Ntoso that resconv made of it: notes, numbers, text and properties."""
import functools
import re
import zipfile
import xml.etree.ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
CALL = "\ue000"                 # stands where a note is called
GONE = {W + t for t in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "txbxContent")}
BEFORE = 20                     # letters that tell a place
MARK = re.compile(r"\s*(\d+\.|\d+\.(?:\d+|[a-z])\.?|\([a-z]{1,5}\)|[a-z]\))\t")


def letters(text):
    return "".join(c for c in text if c.isalnum())


class WordFile:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = set(self.zip.namelist())
        self.body = self.part("word/document.xml").find(W + "body")

    def part(self, name):
        return ET.fromstring(self.zip.read(name))

    def text(self, node):
        """The printed text of an element, TABs and line breaks as such."""
        if node.tag in GONE:
            return ""
        if node.tag == W + "t":
            return node.text or ""
        own = {W + "tab": "\t", W + "br": "\n", W + "noBreakHyphen": "\u2011",
               W + "footnoteReference": CALL, W + "endnoteReference": CALL}.get(node.tag, "")
        if node.get(W + "customMarkFollows"):
            own = ""            # only numbered notes are asked for their place
        return own + "".join(self.text(child) for child in node)

    @functools.cached_property
    def within_tables(self):
        return {p for t in self.body.iter(W + "tbl") for p in t.iter(W + "p")}

    def is_typed_note(self, paragraph):
        """One that begins with a star is a note of which Word knows nothing."""
        return paragraph not in self.within_tables and \
            self.text(paragraph).lstrip().startswith("*")

    def typed_notes(self):
        return [letters(self.text(p)) for p in self.body.iter(W + "p") if self.is_typed_note(p)]

    def paragraphs(self, tables=True):
        within = set() if tables else self.within_tables
        return [self.text(p) for p in self.body.iter(W + "p")
                if p not in within and not self.is_typed_note(p)]

    def notes(self):
        """The texts of the footnotes and endnotes that are called, in order."""
        called, texts = [], []
        for kind in ("footnote", "endnote"):
            if "word/%ss.xml" % kind not in self.names:
                continue
            bodies = {n.get(W + "id"): n for n in self.part("word/%ss.xml" % kind)}
            ids = [n.get(W + "id") for n in self.body.iter(W + kind + "Reference")]
            called += [bodies[i] for i in dict.fromkeys(ids)]
        for note in called:
            texts.append(letters("".join(self.text(p) for p in note.iter(W + "p"))))
        return texts + self.typed_notes()

    def numbers(self):
        """The typed numbers of paragraphs; the Secretariat's files have no others."""
        found = [MARK.match(p) for p in self.paragraphs(tables=False)]
        return [m.group(1) for m in found if m]

    def automatic(self):
        return sum(1 for _ in self.body.iter(W + "numPr"))

    def properties(self):
        if "docProps/custom.xml" not in self.names:
            return {}
        return {p.get("name"): "".join(p.itertext()).replace("_x000d_", "").replace("_x000b_", "").strip()
                for p in self.part("docProps/custom.xml")}


def contents(node, skip=()):
    if node.tag in skip:
        return CALL if node.get("marker", "*")[0] != "*" else ""
    return (node.text or "") + "".join(contents(c, skip) + (c.tail or "") for c in node)


def check_notes(word, tree):
    """Notes whose text is in no note of ours."""
    got = [letters(contents(n)) for n in tree.iter(AKN + "authorialNote")]
    wanted = word.notes()
    missing = []
    for text in wanted:
        if text in got:
            got.remove(text)
        else:
            missing.append(text)
    return "notes", len(wanted), missing + ["not in the file: " + text for text in got]


def check_numbers(word, tree):
    """Numbers that do not follow in the order of ours; headings have others."""
    got = [contents(n).strip() for n in tree.iter(AKN + "num")]
    wanted, missing = word.numbers(), []
    for number in wanted:
        if number in got:
            del got[:got.index(number) + 1]
        else:
            missing.append(number)
    return "numbers", len(wanted), missing


def check_text(word, tree):
    """Paragraphs whose letters do not stand together in our tree, notes aside."""
    whole = letters(contents(tree, (AKN + "meta", AKN + "authorialNote")))
    wanted = [p for p in word.paragraphs() if letters(p)]
    return "text", len(wanted), [p for p in wanted if letters(p) not in whole]


def check_anchors(word, tree):
    """What stands before the calls."""
    def before(text):
        return [letters(part)[-BEFORE:] for part in text.split(CALL)[:-1]]
    got = before(contents(tree, (AKN + "meta", AKN + "authorialNote")))
    wanted = before("".join(word.paragraphs()))
    return "anchors", len(wanted), [w for w, g in zip(wanted, got) if w != g] + \
        wanted[len(got):]


def check_properties(word, tree):
    """Properties that the cover does not print, or the metadata do not have."""
    props = {n: s for n, s in word.properties().items() if letters(s)}
    cover = letters(contents(tree, (AKN + "meta", AKN + "authorialNote")))
    names = [n for n in ("Symbol1", "Session", "Agenda", "Title1", "Title2") if n in props]
    wrong = ["%s: %s" % (n, props[n]) for n in names if letters(props[n]) not in cover]
    meta = tree.find(".//" + AKN + "meta")
    said = letters(" ".join(v for n in meta.iter() for v in n.attrib.values()) + contents(meta))
    kept = [n for n in ("Symbol1", "JobNo") if n in props]
    wrong += ["%s: %s" % (n, props[n]) for n in kept
              if letters(props[n].rstrip("E")) not in said]
    return "properties", len(names) + len(kept), wrong


def judge(path, akn):
    """(metric, how many the Word file holds, those that are wrong) of all kinds."""
    word, tree = WordFile(path), ET.parse(akn).getroot()
    return [check(word, tree) for check in (check_notes, check_anchors, check_numbers, check_text,
                                            check_properties)]
