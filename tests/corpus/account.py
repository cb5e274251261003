"""The account of a text (parse.account=yes) against the text and the output.

Each printed character of each line must be in one range, and each range must
stand in the element that it is said to be in.
"""
import re
import unicodedata
import xml.etree.ElementTree as ET

RANGE = re.compile(r'^(.*?)(?:#\d+)?:(\d+):\d+: note: (\d+) printed characters are in '
                   r'(.+?): "(.*)" \[account\]$')
LOST = "[text-lost]"
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OUTSIDE = ("page furniture", "the marker of a note", "the metadata, as the job number",
           "another resolution, left out", "the root element")


def squeezed(text):
    """Letters alone: blanks and hyphens may have been mended, digits may be calls."""
    return "".join(c for c in unicodedata.normalize("NFC", text) if c.isalpha())


def texts(xml):
    """eId to the squeezed texts of its elements (the parts of a collection have
    eIds of their own), notes within them aside."""
    found = {}

    def walk(element):
        own = [element.text or ""]
        for child in element:
            inner = walk(child)
            if child.tag != AKN + "authorialNote":
                own.append(inner)
            own.append(child.tail or "")
        text = "".join(own)
        if element.get("eId"):
            found.setdefault(element.get("eId"), []).append(squeezed(text))
        return text

    walk(ET.parse(xml).getroot())
    return found


def printed(line):
    """Characters of a line that are printed."""
    return sum(not c.isspace() and c not in "\ufeff\u200b" for c in line)


def complaints(source, xml, findings, by_line):
    """What is wrong with the account of one text: sentences, and the number of
    ranges. by_line: the text is of printed lines, each of which is counted."""
    wrong, counts, n = [], {}, 0
    elements = texts(xml)
    for finding in findings:
        if finding.endswith(LOST):
            wrong.append(finding)
        match = RANGE.match(finding)
        if not match:
            continue
        line, size, where, text = match.group(2, 3, 4, 5)
        counts[int(line)] = counts.get(int(line), 0) + int(size)
        n += 1
        if where not in OUTSIDE and not any(
                squeezed(text) in element for element in elements.get(where, ())):
            wrong.append("%s:%s: not in %s: %s" % (source.name, line, where, text))
    if by_line:
        lines = source.read_text("utf-8").replace("\f", "").split("\n")
        for i, line in enumerate(lines, 1):
            if printed(line) != counts.get(i, 0):
                wrong.append("%s:%d: %d characters, accounted for %d: %s" % (
                    source.name, i, printed(line), counts.get(i, 0), line.strip()))
    return wrong, n
