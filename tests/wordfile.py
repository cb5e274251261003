#!/usr/bin/env python3
"""Word files out of parts that can be read: a folder with word/document.xml and
what else it has.

    wordfile.py FOLDER FILE.docx

Content types and relationships are made: each part of word/ has its name
without suffix for an id ("header1"), each line "ID ADDRESS" of links.txt is a
hyperlink. A folder without word/styles.xml has that of styles.xml beside it.
The bytes are always the same: fixed dates, the order of names.
"""
import re
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
KINDS = {"document": "document.main"}
PROPERTIES = {"core": PACKAGE + "/relationships/metadata/core-properties",
              "custom": RELS + "/custom-properties"}


def kind(name):
    """"header" of word/header1.xml"""
    return re.sub(r"\d+$", "", Path(name).stem)


def content_types(names):
    rows = ['<Default Extension="rels" ContentType="%s"/>' %
            "application/vnd.openxmlformats-package.relationships+xml",
            '<Default Extension="xml" ContentType="application/xml"/>']
    for name in names:
        if name.startswith("word/") and name.endswith(".xml"):
            what = KINDS.get(kind(name), kind(name))
            rows.append('<Override PartName="/%s" ContentType="%s"/>' % (name, WML % what))
    return HEAD + '<Types xmlns="%s/content-types">%s</Types>' % (PACKAGE, "".join(rows))


def relationships(rows):
    return HEAD + '<Relationships xmlns="%s/relationships">%s</Relationships>' % (
        PACKAGE, "".join('<Relationship Id="%s" Type="%s" Target=%s%s/>' % (
            i, t, quoteattr(target), ' TargetMode="External"' if external else "")
            for i, t, target, external in rows))


def complete(parts, links=()):
    """Add the parts that bind the others together, where they are not there."""
    names = sorted(parts)
    inner = [(Path(n).stem, "%s/%s" % (RELS, kind(n)), n[5:], False) for n in names
             if n.startswith("word/") and n.endswith(".xml") and n != "word/document.xml"]
    inner += [(i, RELS + "/hyperlink", target, True) for i, target in links]
    outer = [("document", RELS + "/officeDocument", "word/document.xml", False)]
    outer += [(kind(n), PROPERTIES[kind(n)], n, False) for n in names
              if n.startswith("docProps/") and kind(n) in PROPERTIES]
    made = {"[Content_Types].xml": content_types(names), "_rels/.rels": relationships(outer),
            "word/_rels/document.xml.rels": relationships(inner)}
    return {**{n: s.encode() for n, s in made.items()}, **parts}


def pack(parts, path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name in sorted(parts):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, parts[name])


def build(folder, path):
    parts = {str(p.relative_to(folder)): p.read_bytes()
             for p in sorted(folder.rglob("*.xml"))}
    styles = folder.parent / "styles.xml"
    if styles.exists():
        parts.setdefault("word/styles.xml", styles.read_bytes())
    links = folder / "links.txt"
    links = [line.split(None, 1) for line in links.read_text().splitlines()] \
        if links.exists() else []
    pack(complete(parts, links), path)


if __name__ == "__main__":
    build(Path(sys.argv[1]), sys.argv[2])
