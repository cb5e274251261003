"""Word files that try to break their reader: (name, bytes), always the same."""
import io
import random
import struct
import zipfile
import sys
import pathlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from wordfile import complete   # noqa: E402

MIB = 1 << 20
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
TEXT = "The General Assembly, recalling its resolution 98/2 of 5 May 2098, decides to meet."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pack(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = method
            z.writestr(entry, data)
    return out.getvalue()


def root(name, inner):
    return ('%s<w:%s xmlns:w="%s" xmlns:r="%s">%s</w:%s>' % (HEAD, name, W, R, inner, name)).encode()


def document(inner):
    return root("document", "<w:body>%s</w:body>" % inner)


def p(inner="", ppr=""):
    return "<w:p>%s%s</w:p>" % ("<w:pPr>%s</w:pPr>" % ppr if ppr else "", inner)


def r(text, rpr=""):
    return "<w:r>%s<w:t>%s</w:t></w:r>" % ("<w:rPr>%s</w:rPr>" % rpr if rpr else "", text)


def word(inner, links=(), **parts):
    """A Word file with this body; parts by their names in word/. What is large is
    not packed, for it would be refused as a bomb before anything else."""
    named = {"word/%s.xml" % n: s if isinstance(s, bytes) else root(n, s)
             for n, s in parts.items()}
    body = inner if isinstance(inner, bytes) else document(inner)
    whole = complete({"word/document.xml": body, **named}, links)
    large = sum(map(len, whole.values())) > MIB
    return pack(whole.items(), zipfile.ZIP_STORED if large else zipfile.ZIP_DEFLATED)


SAMPLE = "".join(p(r(TEXT, "<w:i/>")) for _ in range(9))
NOTE = '<w:r><w:footnoteReference w:id="%d"/></w:r>'


def footnote(i, inner):
    return '<w:footnote w:id="%d">%s</w:footnote>' % (i, inner)


def sample():
    rng = random.Random(5)
    parts = complete({
        "word/document.xml": document(SAMPLE + p(NOTE % 2)),
        "word/styles.xml": root("styles", '<w:style w:type="paragraph" w:styleId="A"/>'),
        "word/footnotes.xml": root("footnotes", footnote(2, p(r("A note.")))),
        "word/media/image.bin": rng.randbytes(3000)})
    return pack(parts.items())


def truncated():
    data = sample()
    for n in range(1, 25):
        yield "cut-%02d" % n, data[:len(data) * n // 25]
    for n in (1, 2, 21, 22, 23, 46):
        yield "cut-end-%d" % n, data[:-n]


def flipped():
    rng = random.Random(6)
    for n in range(20):
        data = bytearray(sample())
        for _ in range(rng.choice((1, 3, 12))):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
        yield "flipped-%02d" % n, bytes(data)


def patched(data, signature, offset, value, which=0):
    """The nth header of that kind with a field changed."""
    data, at = bytearray(data), -1
    for _ in range(which + 1):
        at = bytes(data).index(signature, at + 1)
    data[at + offset:at + offset + len(value)] = value
    return bytes(data)


def lies():
    """Headers that lie: fields of APPNOTE.TXT 4.3.7 and 4.3.12."""
    data, local, central = sample(), b"PK\3\4", b"PK\1\2"
    end = data.index(b"PK\5\6")
    for name, value in (("none", 0), ("one", 1), ("huge", 0xFFFFFFF0), ("gib", 1 << 30)):
        size = struct.pack("<I", value)
        for which in (1, 3):
            yield "size-%s-%d" % (name, which), patched(
                patched(data, central, 24, size, which), local, 22, size, which)
            yield "packed-%s-%d" % (name, which), patched(
                patched(data, central, 20, size, which), local, 18, size, which)
        yield "offset-%s" % name, patched(data, central, 42, size, 1)
        yield "directory-%s" % name, data[:end + 16] + size + data[end + 20:]
    yield "sum-wrong", patched(patched(data, central, 16, b"abcd", 3), local, 14, b"abcd", 3)
    yield "method-unknown", patched(patched(data, central, 10, b"\x63\0", 3), local, 8, b"\x63\0", 3)
    yield "encrypted-entry", patched(patched(data, central, 8, b"\1\0", 3), local, 6, b"\1\0", 3)
    yield "count-many", data[:end + 8] + b"\xff\xff\xff\xff" + data[end + 12:]
    yield "comment-longer", data[:end + 20] + b"\xff\xff"
    yield "name-long", patched(data, central, 28, b"\xff\xff", 2)


def names():
    parts = list(complete({"word/document.xml": document(SAMPLE)}).items())
    yield "name-twice", pack(parts + [("WORD/Document.xml", document(p(r("other"))))])
    yield "name-up", pack(parts + [("../../out.xml", b"<a/>"), ("/word/../x.xml", b"<a/>")])
    yield "name-of-64-kib", pack(parts + [("x" * 65000 + ".xml", b"<a/>")])
    yield "name-bad-utf-8", pack(parts).replace(b"word/document.xml", b"word/docum\xff\xfet.xml")
    yield "entries-over", pack(parts + [("x/%d.xml" % n, b"") for n in range(10001)])
    yield "entries-many", pack(parts + [("x/%d.xml" % n, b"<a/>") for n in range(9000)])


def bombs():
    for name, body in (("document", document(p(r("a" * 66 * MIB)))),
                       ("blanks", document(p()) + b" " * 60 * MIB),
                       ("paragraphs", document(p(r("a")) * 400000))):
        yield "bomb-" + name, pack(complete({"word/document.xml": body}).items())
    yield "bomb-many", pack(list(complete({"word/document.xml": document(SAMPLE)}).items()) +
                            [("word/header%d.xml" % n, b" " * 8 * MIB) for n in range(12)])
    yield "bomb-hidden", pack(list(complete({"word/document.xml": document(SAMPLE)}).items()) +
                              [("word/media/a.bin", b"\0" * 80 * MIB)])
    inner = pack([("a", b"\0" * 50 * MIB)])
    yield "bomb-nested", pack(list(complete({"word/document.xml": document(SAMPLE)}).items()) +
                              [("word/a%d.zip" % n, inner) for n in range(50)])


def missing():
    whole = complete({"word/document.xml": document(SAMPLE + p(NOTE % 2)),
                      "word/styles.xml": root("styles", ""),
                      "word/footnotes.xml": root("footnotes", ""),
                      "word/numbering.xml": root("numbering", "")})
    for name in whole:
        rest = [item for item in whole.items() if item[0] != name]
        yield "without-%s" % name.replace("/", "-"), pack(rest)
        yield "empty-%s" % name.replace("/", "-"), pack(rest + [(name, b"")])
        yield "no-xml-%s" % name.replace("/", "-"), pack(rest + [(name, b"no XML")])
        yield "open-%s" % name.replace("/", "-"), pack(rest + [(name, whole[name][:-9])])
    yield "root-other", word(HEAD.encode() + b"<other><a/></other>")
    yield "target-itself", pack([(n, s.replace(b"word/document.xml", b"_rels/.rels"))
                                 for n, s in whole.items()])
    yield "edge-absent", word(SAMPLE + '<w:sectPr><w:headerReference w:type="first" r:id="x"/>'
                              "</w:sectPr>")


def entities():
    bomb = '<!DOCTYPE w:%s [<!ENTITY a "aaaaaaaaaa">' + "".join(
        '<!ENTITY %s "%s">' % (chr(98 + n), ("&%s;" % chr(97 + n)) * 10) for n in range(9)) + "]>"
    for name in ("document", "styles", "numbering", "footnotes", "header1"):
        body = root({"header1": "hdr"}.get(name, name), "<w:body>%s</w:body>" % p(r("&j;")))
        body = body.replace(HEAD.encode(), (HEAD + bomb % name).encode())
        yield "entities-" + name, word(body) if name == "document" else word(
            SAMPLE + '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>', **{name: body})
    yield "entity-file", word(document(p(r("&x;"))).replace(
        HEAD.encode(), (HEAD + '<!DOCTYPE a [<!ENTITY x SYSTEM "other.xml">]>').encode()))
    yield "entity-unknown", word(p(r("&nbsp;")))
    yield "doctype-away", word(document(SAMPLE).replace(
        HEAD.encode(), (HEAD + '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">').encode()))


def encodings():
    text = document(SAMPLE + p(r("é’大𝄞"))).decode()
    for codec in ("utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "gb18030", "utf-7"):
        yield "codec-" + codec, word(text.encode(codec, "replace"))
        yield "named-" + codec, word(text.replace("UTF-8", codec).encode(codec, "replace"))
    yield "encoding-unknown", word(text.replace("UTF-8", "x-none").encode())
    yield "bad-utf-8", word(document(p(r("a\u00e9"))).replace(b"\xc3", b"\xff"))
    yield "nul", word(document(p(r("a\0b"))))
    yield "controls", word(p(r("a&#1;b")))


def deep():
    for n in (60, 190, 100000):
        yield "deep-%d" % n, word("<w:sdt>" * n + p(r("a")) + "</w:sdt>" * n)
    for n in (20, 60, 5000):
        yield "tables-deep-%d" % n, word("<w:tbl><w:tr><w:tc>" * n + p(r("a")) +
                                         "</w:tc></w:tr></w:tbl>" * n)
    for n in (7, 8, 9, 60):
        yield "boxes-deep-%d" % n, word("<w:p><w:r><w:txbxContent>" * n + p(r("a")) +
                                        "</w:txbxContent></w:r></w:p>" * n)
    for n in (31, 32, 33, 100000):
        yield "fields-deep-%d" % n, word(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * n +
                                           r("a")))
    yield "fields-end", word(p('<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 1000 + r("a")))
    yield "fields-separate", word(p('<w:r><w:fldChar w:fldCharType="separate"/></w:r>' * 9 + r("a")))
    yield "field-code-long", word(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
                                    + "HYPERLINK " * MIB + "</w:instrText></w:r>" + r("a")))
    yield "ends-alone", word("</w:p>" + SAMPLE)
    yield "paragraphs-within", word("<w:p>" * 150 + r("a") + "</w:p>" * 150)
    yield "runs-without", word(r("a") + r("b") * 1000)


def style(name, based):
    return '<w:style w:type="paragraph" w:styleId="%s"><w:basedOn w:val="%s"/></w:style>' % (
        name, based)


def styles():
    one = p(r(TEXT), '<w:pStyle w:val="S0"/>')
    yield "style-of-itself", word(one, styles=style("S0", "S0"))
    yield "styles-in-a-circle", word(one, styles=style("S0", "S1") + style("S1", "S0"))
    yield "styles-in-a-large-circle", word(one, styles="".join(
        style("S%d" % n, "S%d" % ((n + 1) % 9000)) for n in range(9000)))
    yield "styles-in-a-line", word(one, styles="".join(
        style("S%d" % n, "S%d" % (n + 1)) for n in range(19000)))
    yield "styles-over", word(one, styles="".join(style("S%d" % n, "S0") for n in range(30000)))
    yield "styles-of-one-name", word(one, styles=style("S0", "S0") * 30000)


def level(i, text, more=""):
    return ('<w:lvl w:ilvl="%s"><w:start w:val="1"/><w:numFmt w:val="decimal"/>%s'
            '<w:lvlText w:val="%s"/></w:lvl>' % (i, more, text))


def listed(i, at=0, text=TEXT):
    return p(r(text), '<w:numPr><w:ilvl w:val="%s"/><w:numId w:val="%s"/></w:numPr>' % (at, i))


def scheme(inner, num='<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    return '<w:abstractNum w:abstractNumId="0">%s</w:abstractNum>%s' % (inner, num)


def numbering():
    link = '<w:numStyleLink w:val="L"/>'
    of_list = ('<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/>'
               "</w:numPr></w:pPr></w:style>")
    yield "list-of-itself", word(listed(1) * 9, numbering=scheme(link), styles=of_list)
    yield "list-absent", word(listed(77) + listed(-1) + listed(1 << 40))
    yield "scheme-absent", word(listed(1), numbering='<w:num w:numId="1"/>')
    yield "level-99", word(listed(1, 99) + listed(1, -3), numbering=scheme(level(99, "%9")))
    yield "level-text-long", word(listed(1) * 999, numbering=scheme(level(0, "%1" * 50000)))
    yield "level-text-odd", word(listed(1) * 9, numbering=scheme(level(0, "%%1%0%a%")))
    yield "start-huge", word(listed(1) * 9, numbering=scheme(
        '<w:lvl w:ilvl="0"><w:start w:val="99999999999999"/><w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1"/></w:lvl>'))
    yield "restart-odd", word((listed(1) + listed(1, 8)) * 99, numbering=scheme(
        level(0, "%1") + level(8, "%9", '<w:lvlRestart w:val="-9"/>')))
    yield "lists-over", word(listed(1), numbering="".join(
        scheme(level(0, "%1"), '<w:num w:numId="%d"/>' % n) for n in range(30000)))
    yield "numbers-many", word(listed(1, 0, "a") * 200000, numbering=scheme(level(0, "%1.")))


def cell(pr="", inner=None):
    return "<w:tc>%s%s</w:tc>" % ("<w:tcPr>%s</w:tcPr>" % pr if pr else "", inner or p(r("a")))


def table(*rows):
    return "<w:tbl>" + "".join("<w:tr>%s</w:tr>" % row for row in rows) + "</w:tbl>"


def tables():
    lead = p(r("Text before it."))
    for n in ("2147483647", "99999999999999999999", "65", "64", "0", "-5", "many"):
        yield "span-" + n, word(lead + table(cell('<w:gridSpan w:val="%s"/>' % n) + cell()))
        yield "before-" + n, word(lead + table(
            '<w:trPr><w:gridBefore w:val="%s"/></w:trPr>' % n + cell()))
    yield "columns-over", word(lead + table(cell() * 65))
    yield "cells-over", word(lead + table(*[cell() * 60] * 3400))
    yield "cells-many", word(lead + table(*[cell() * 60] * 3000))
    yield "merge-alone", word(lead + table(*[cell("<w:vMerge/>") * 3] * 9))
    yield "merge-long", word(lead + table(cell('<w:vMerge w:val="restart"/>'),
                                          *[cell("<w:vMerge/>")] * 90000))
    yield "rows-empty", word(lead + table(*[""] * 100000))
    yield "row-in-row", word(lead + "<w:tbl>" + "<w:tr>" * 99 + cell() + "</w:tr>" * 99 + "</w:tbl>")
    yield "cells-alone", word(lead + cell() * 999)
    yield "tables-many", word(lead + table(cell()) * 60000)


def notes():
    star = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/>%s</w:r>'
    of_itself = footnote(2, p(NOTE % 2 + r("a")))
    yield "note-absent", word(p(r("a") + NOTE % 9 + NOTE % -5))
    yield "note-of-itself", word(p(NOTE % 2), footnotes=of_itself)
    yield "note-called-often", word(p(NOTE % 2 * 100000), footnotes=footnote(2, p(r("a"))))
    yield "notes-over", word(p(), footnotes=footnote(2, p(r("a"))) +
                             "".join(footnote(n, p(r("a"))) for n in range(3, 20010)))
    yield "notes-many", word("".join(p(r("a") + NOTE % n) for n in range(2, 19000)),
                             footnotes="".join(footnote(n, p(r("a"))) for n in range(2, 19000)))
    yield "mark-none", word(p(star % ""), footnotes=footnote(2, p(r("* a"))))
    yield "mark-long", word(p(star % ("<w:t>%s</w:t>" % ("*" * MIB))),
                            footnotes=footnote(2, p(r("*" * MIB))))
    raised = r("1", '<w:vertAlign w:val="superscript"/>') + r("a")
    yield "raised-often", word(p(r("a") + NOTE % 2 + raised * 200000),
                               footnotes=footnote(2, p(r("a"))))
    star = r("*", '<w:vertAlign w:val="superscript"/>')
    yield "stars-many", word((p(star + r(" A note.")) + p(r("a") + star)) * 60000)
    yield "stars-alone", word(p(star) * 1000 + p(star * 1000 + r("a")) + p(r("a") + star * 1000))
    yield "stars-at-the-foot", word(
        SAMPLE + p(r("a*")) * 1000 + '<w:sectPr><w:footerReference r:id="footer1"/></w:sectPr>',
        footer1=root("ftr", p(r("* A note.")) * 1000))
    yield "bookmarks-open", word(p("".join('<w:bookmarkStart w:id="%d" w:name="b%d"/>' % (n, n)
                                           for n in range(100000)) + NOTE % 2 * 999),
                                 footnotes=footnote(2, p(r("a"))))


def amounts():
    yield "links-over", word(SAMPLE, [("i%d" % n, "https://example.org/") for n in range(30000)])
    yield "links-many", word(p("".join('<w:hyperlink r:id="i%d">%s</w:hyperlink>' % (n, r("a"))
                                       for n in range(19000))),
                             [("i%d" % n, "https://example.org/%d" % n) for n in range(19000)])
    yield "edges-many", word(SAMPLE + "<w:sectPr>%s</w:sectPr>" % (
        '<w:headerReference w:type="default" r:id="header1"/>' * 20000),
        header1=root("hdr", p(r("a") * 20000)))
    yield "paragraphs-over", word(p(r("a")) * 400001)
    yield "paragraphs-empty", word(p() * 2000000)
    yield "breaks", word(p("<w:r>" + "<w:br/><w:tab/>" * 2000000 + "</w:r>"))
    yield "pages", word(p(r("a")) + p('<w:r><w:br w:type="page"/></w:r>') * 500000)
    yield "looks-over", word(p((r("a", "<w:b/>") + r("b")) * 800000))
    yield "text-long", word(p(r(TEXT + " ") * 300000))
    yield "marks-deleted", word(p(r("a"), "<w:rPr><w:del/></w:rPr>") * 300000)
    yield "comments-over", word(SAMPLE, comments="<w:comment>%s</w:comment>" % p(r("a")) * 30000)
    yield "hidden-much", word(p(r("a" * 999, "<w:vanish/>")) * 30000)
    yield "symbols", word(p('<w:r>%s</w:r>' % "".join(
        '<w:sym w:font="Symbol" w:char="%s"/>' % c for c in
        ("F0B7", "FFFFFFFFF", "D800", "0", "", "xyz", "FFFE", "F020") * 999)))
    yield "properties-long", pack(complete({
        "word/document.xml": document(SAMPLE),
        "docProps/core.xml": ("<a><title>%s</title></a>" % ("A/1" * MIB)).encode()}).items())


def others():
    """What is no Word file of this kind."""
    stream = "EncryptedPackage".encode("utf-16-le")
    yield "ole", OLE + b"\0" * 2000
    yield "ole-alone", OLE
    yield "ole-encrypted", OLE + b"\0" * 1500 + stream + b"\0" * 600
    yield "zip-alone", b"PK\3\4"
    yield "zip-rubbish", b"PK\3\4" + random.Random(7).randbytes(5000)
    yield "zip-names-only", b"PK\3\4[Content_Types].xml word/document.xml"
    yield "zip-other", pack([("a.txt", b"text")])
    yield "zip-sheet", pack([("[Content_Types].xml", b"<a/>"), ("xl/workbook.xml", b"<a/>")])
    yield "zip-open", pack([("mimetype", b"application/vnd.oasis.opendocument.text")])


def inputs():
    for group in (truncated, flipped, lies, names, bombs, missing, entities, encodings, deep,
                  styles, numbering, tables, notes, amounts, others):
        yield from group()


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in inputs():
        (folder / (name + ".docx")).write_bytes(data)
