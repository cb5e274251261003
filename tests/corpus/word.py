"""What a Word file says, read with the standard library alone, against the Akoma
Ntoso that resconv made of it: notes, numbers, text and properties."""
import difflib
import re
import zipfile
import xml.etree.ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
GONE = {W + t for t in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "txbxContent")}
MARK = re.compile(r"\s*(\d+\.|\d+\.\d+\.?|\([a-z]{1,5}\)|[a-z]\))\t")


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
        own = {W + "tab": "\t", W + "br": "\n", W + "noBreakHyphen": "\u2011"}.get(node.tag, "")
        return own + "".join(self.text(child) for child in node)

    def paragraphs(self, tables=True):
        within = set() if tables else {p for t in self.body.iter(W + "tbl")
                                       for p in t.iter(W + "p")}
        return [self.text(p) for p in self.body.iter(W + "p") if p not in within]

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
        return texts

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
        return ""
    return (node.text or "") + "".join(contents(c, skip) + (c.tail or "") for c in node)


def values(tree, tag, attribute):
    return [n.get(attribute) or "" for n in tree.iter(AKN + tag)]


def differences(wanted, got):
    matcher = difflib.SequenceMatcher(None, wanted, got, autojunk=False)
    return [(op, wanted[a:b], got[c:d]) for op, a, b, c, d in matcher.get_opcodes()
            if op != "equal"]


def check_notes(word, tree):
    wanted = word.notes()
    got = [letters(contents(n)) for n in tree.iter(AKN + "authorialNote")]
    if sorted(wanted) == sorted(got):
        return []
    return ["notes: %s" % str(d)[:300] for d in differences(wanted, got)]


def check_numbers(word, tree):
    """All numbers are there in their order; headings have some between them."""
    got = iter([contents(n).strip() for n in tree.iter(AKN + "num")])
    wanted = word.numbers()
    for i, number in enumerate(wanted):
        if number not in got:
            return ["number %s, behind %s" % (number, wanted[max(0, i - 3):i])]
    return []


def check_text(word, tree):
    """Every paragraph's letters stand together in the tree, notes aside."""
    whole = letters(contents(tree, (AKN + "meta", AKN + "authorialNote")))
    return ["text not found: %s" % p[:200] for p in word.paragraphs()
            if letters(p) not in whole]


def check_properties(word, tree):
    """Symbol, job number, session, agenda item, adoption line and title."""
    found, props = [], word.properties()
    cover = letters(contents(tree, (AKN + "meta", AKN + "authorialNote")))
    meta = tree.find(".//" + AKN + "meta")
    everything = " ".join(values(meta, "FRBRnumber", "value") +
                          values(meta, "FRBRalias", "value")) + contents(meta)
    for name in ("Symbol1", "Session", "Agenda", "Title1", "Title2"):
        if letters(props.get(name, "")) not in cover:
            found.append("property %s: %s" % (name, props[name]))
    for name in ("Symbol1", "JobNo"):
        if letters(props.get(name, "")).rstrip("E") not in letters(everything):
            found.append("property %s is not in the metadata: %s" % (name, props[name]))
    return found


def complaints(path, akn):
    word, tree = WordFile(path), ET.parse(akn).getroot()
    return ["%s: %s" % (path.name, what)
            for check in (check_notes, check_numbers, check_text, check_properties)
            for what in check(word, tree)]
