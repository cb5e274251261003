"""Web pages and JSON that try to break their readers: (name, bytes)."""
import json

MIB = 1 << 20
HEAD = "<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head><body>"
PAGE = HEAD + """<p>A/RES/99/1<p><b>99/1. Roads</b><p><i>The General Assembly</i>,
<p><i>Recalling</i> its resolution <a href="https://docs.un.org/en/A/RES/98/2">98/2</a>,<sup
id=r1><a href="#n1">1</a></sup><ol><li>Decides to meet;<li value=2>Requests a report.</ol>
<table><tr><th colspan=2>Post</th></tr><tr><td>D-2</td><td>1</td></tr></table>
<p id=n1><a href="#r1">1</a> See A/99/2.</body></html>"""
OWN = PAGE.replace("<title>", '<meta name="generator" content="resconv"><title>')
MODEL = {
    "resconv": {"version": "0.1.0", "model": 1}, "type": "statement", "name": "resolution",
    "metadata": {"identification": {"source": "#s", "work": {"this": "/akn", "dates": [
        {"date": "2099-05-05", "name": "adoption"}]}}},
    "body": {"children": [{"level": "paragraph", "eId": "para_1", "num": "1.", "content": [
        {"inline": "akn4un:leadPhrase", "content": ["Decides"]}, " to meet", {"break": True},
        {"note": "1", "content": ["See ", {"ref": "/akn/x", "content": ["98/2"]}]}]}]}}
TEXT = json.dumps(MODEL, indent=1)


def fill(unit, size):
    unit = unit if isinstance(unit, bytes) else unit.encode()
    return (unit * (size // len(unit) + 1))[:size]


def page(body):
    return (HEAD + body).encode()


# ---- pages ----

def cut_pages():
    for n in range(0, len(PAGE), 61):
        yield "page-cut-%d" % n, PAGE[:n + 1].encode()
    yield "page-own-cut", OWN[:-40].encode()
    for codec in ("utf-16", "utf-16-be", "utf-32", "cp1256", "koi8-r", "utf-7"):
        yield "page-" + codec, PAGE.replace("Roads", "Дороги é").encode(codec, "ignore")
    for label in ("windows-1251", "gb2312", "shift_jis", "big5", "utf-16", "utf-7", "nonsense",
                  "x" * 5000):
        yield "page-says-" + label[:12], (PAGE.replace("utf-8", label) + "é¹Дя大会").encode()
        yield "page-lies-" + label[:12], PAGE.replace("utf-8", label).encode() + bytes(range(128, 256))
    yield "page-nuls", PAGE.replace("e", "e\0").encode()
    yield "page-controls", PAGE.encode() + bytes(range(32)) * 9
    yield "page-bom-inside", PAGE.replace("<p>", "<p>\ufeff").encode()


def deep_pages():
    for tag in ("div", "b", "span", "table><tr><td", "ul><li", "blockquote", "font", "x", "sup",
                "section", "a href=#a", "q", "pre", "o:p", "select", "svg"):
        name = tag.split(">")[0].split(" ")[0].replace(":", "-")
        yield "deep-" + name, page(("<%s>" % tag) * 100000 + "text")
        yield "deep-closed-" + name, page(("<%s>" % tag) * 190 + "text" + "</%s>" % name * 100000)
    yield "deep-comments", page("<!--" * 1000000)
    yield "deep-comments-closed", page("<!-- -->" * 1000000)


def wide_pages():
    yield "attributes-million", page("<p " + " ".join("a%d=1" % n for n in range(1000000)) + ">x")
    yield "attributes-tags", page(("<p " + " ".join("a%d" % n for n in range(60)) + ">") * 40000)
    yield "attributes-kept", page(("<p id=a class=b style=c lang=d dir=e name=f>x") * 300000)
    yield "attribute-long", page('<p class="' + "a " * (5 * MIB) + '">x')
    yield "style-long", page('<p style="' + "color:red;" * MIB + '">x' + "<b>y</b>" * 1000)
    yield "attribute-open", page('<p class="' + "<p>x" * MIB)
    yield "quotes", page("<a '\"" * MIB)
    yield "elements-million", page("<b>x</b>" * 1000000)
    yield "empty-elements", page("<br>" * 1000000)
    yield "paragraphs", page("<p>x" * 490000)
    yield "ends-million", page("<i>" * 150 + "</b>" * 3000000)
    yield "ends-unknown", page("</x>" * 3000000)
    yield "entities", page("&amp;" * 3000000)
    yield "entities-unknown", page("&nothing;" * 1500000)
    yield "entities-numbers", page("".join("&#%d;" % (n * 997) for n in range(1000000)))
    yield "entity-huge", page("&#" + "9" * MIB + ";")
    yield "entity-open", page("&" * (8 * MIB))
    yield "entities-declared", ('<!DOCTYPE html [<!ENTITY a "' + "&b;" * 99 + '"><!ENTITY b "' +
                                "x" * 99 + '">]><html><body>' + "&a;" * 9999).encode()
    yield "angles", page("<" * (8 * MIB))
    yield "angles-names", page("<a" * (4 * MIB))
    yield "declarations", page("<!" * (4 * MIB))
    yield "conditionals", page("<![if x]>" * MIB)
    yield "instructions", page("<?x" * (4 * MIB))
    yield "text-long", page("the Assembly, " * (MIB - 100))
    yield "text-over-limit", page("x" * (17 * MIB))
    yield "breaks", page("x<br>" * 490000)
    yield "blanks", page("<p>" + " \n\t" * (4 * MIB))
    yield "nbsp", page("<p>" + "&nbsp; " * MIB)
    yield "script-open", page("<script>" + "a<b " * MIB)
    yield "script-many", page("<script></script>" * 200000)
    yield "titles", ("<title>" * 400000).encode()
    yield "pre-lines", page("<pre>" + "Decides\n" * 400000)
    yield "pre-over", page("<pre>" + "x\n" * 900000)


def odd_tables():
    yield "span-huge", page("<table><tr><td colspan=2147483648 rowspan=99999999999>a<td>b</table>")
    yield "span-negative", page("<table><tr><td colspan=-5 rowspan=-1>a<td colspan=0>b</table>")
    yield "rows-span", page("<table>" + "<tr><td rowspan=65535>a<td>b" * 50000 + "</table>")
    yield "cells-100k", page("<table>" + ("<tr>" + "<td>a" * 50) * 2000 + "</table>")
    yield "cells-over", page("<table>" + ("<tr>" + "<td>a" * 60) * 5000 + "</table>")
    yield "columns-over", page("<table><tr>" + "<td>a" * 1000 + "</table>")
    yield "tables-many", page("<table><tr><td>a<td>b</table>" * 100000)
    yield "tables-nested", page("<table><tr><td>a<td>" * 45 + "x" + "</table>" * 45)
    yield "tables-empty", page("<table><tr></tr></table>" * 100000)
    yield "rows-without-table", page("<tr><td>a" * 100000)


def odd_lists():
    yield "list-start", page("<ol start=99999999999999999999><li>a<li>b</ol><ol start=-7 type=i>"
                             "<li>a</ol><ol type=A start=0><li>b</ol>")
    yield "list-values", page("<ol type=I>" + "<li value=3999>a" * 100000 + "</ol>")
    yield "list-reversed", page("<ol reversed>" + "<li>a" * 100000 + "</ol>")
    yield "lists-reversed", page(("<ol reversed>" + "<li>a" * 300 + "</ol>") * 300)
    yield "items-alone", page("<li>a" * 200000)


def odd_notes():
    yield "note-of-itself", page("<p id=a>x<sup><a href=#a>1</a></sup>")
    yield "note-loop", page("<p id=a>x<sup><a href=#b>1</a></sup><p id=b>y<sup><a href=#a>2</a></sup>")
    yield "notes-over", page("".join("x<sup><a href=#n%d>1</a></sup>" % n for n in range(21000)) +
                             "".join("<p id=n%d>note" % n for n in range(21000)))
    yield "notes-20k", page("".join("x<sup><a href=#n%d>%d</a></sup>" % (n, n % 999)
                                    for n in range(19999)) +
                            "".join("<p id=n%d>note" % n for n in range(19999)))
    yield "calls-of-one", page("<p>" + "(<sup><a href=#n>1</a></sup>)" * 150000 + "<p id=n>note")
    yield "note-nested", page("<p>x<sup><a href=#n>1</a></sup>" + "<div id=n>" * 150 + "y")
    yield "note-in-table", page("<table><tr><td>x<sup><a href=#n>1</a></sup><td>y</table>"
                                "<table><tr><td id=n>1 z<td>w</table>")
    yield "note-is-the-page", ("<html><body id=n>x<sup><a href=#n>1</a></sup>").encode()
    yield "note-hidden-call", page("<p>x<nav><sup><a href=#n>1</a></sup></nav><p id=n>1 y")
    yield "ids-same", page("<p id=a>x" * 200000 + "<sup><a href=#a>1</a></sup>")
    yield "ids-colliding", page("".join("<p id=%s>x" % "".join(
        ("Ez", "FY")[n >> bit & 1] for bit in range(17)) for n in range(100000)) +
        "<a href=#EzEz>1</a>")
    yield "links-to-all", page("".join("<p id=a%d><a href=#a%d>%d</a>" % (n, (n * 7) % 90000, n % 9)
                                       for n in range(90000)))


# ---- objects ----

def printed_pages():
    """A paragraph for each printed line, as Tika and PDFBox write PDFs."""
    line = "<p>and the ferries of both shores\n</p>"
    yield "printed-lines", page("<div class=page>" + line * 60000 + "</div>")
    yield "printed-pages", page(("<div class=page>" + line + "</div>") * 30000)
    yield "printed-nested", page("<div class=page>" * 200 + line * 20000)
    yield "printed-empty", page("<div class=page>" + "<p>\n</p>" * 200000)
    yield "printed-breaks", page("<div class=page>" + "<p>" + "<br>" * 200000 + "\n</p>" * 12)
    yield "printed-links", page("<div class=page>" + line * 20 + "<div class=annotation><a href=x>"
                                "https://undocs.org/en/A/1</a></div>" * 50000)


def cut_objects():
    for n in range(0, len(TEXT), 97):
        yield "json-cut-%d" % n, TEXT[:n + 1].encode()
    for codec in ("utf-16", "utf-32", "cp1252"):
        yield "json-" + codec, TEXT.replace("meet", "méet").encode(codec)
    yield "json-bad-utf-8", TEXT.encode().replace(b"meet", b"m\xffet\xc0\x80")
    yield "json-nul", TEXT.encode().replace(b"meet", b"m\0et")


def changed(path, value):
    """The model with another value at a path."""
    model = json.loads(TEXT)
    at = model
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return json.dumps(model).encode()


def odd_objects():
    paragraph = ("body", "children", 0)
    for name, value in (("number", 1), ("null", None), ("true", True), ("list", []), ("object", {}),
                        ("nested", [[[]]]), ("string", "x"), ("float", 1e308)):
        for path in (("body",), ("type",), ("metadata",), ("resconv",), ("body", "children"),
                     paragraph, paragraph + ("num",), paragraph + ("content",),
                     paragraph + ("content", 3), ("metadata", "identification", "work", "dates")):
            yield "json-%s-%s" % (name, "-".join(map(str, path))), changed(path, value)
    for name in ("element", "level", "cell", "note", "p", "ref", "break", "xmlns", "xmlns:a", "@p",
                 "a:b", "<p>", "", "a b", "\u0000", "blocks", "mixed"):
        yield "json-key-" + name.encode().hex(), changed(paragraph + (name,), "x")
        yield "json-element-" + name.encode().hex(), changed(("body", "children"), [{"element": name}])
    yield "json-root", changed(("root",), {"xmlns": "urn:x", "xmlns:xml": "y", "a:b": "c"})
    yield "json-controls", changed(paragraph + ("num",), "a\u0001\u001f\ufffe\uffff\r\n")
    yield "json-surrogate", TEXT.replace("meet", "\\ud800 \\udc00").encode()
    yield "json-escaped-nul", TEXT.replace("meet", "\\u0000").encode()
    yield "json-twice", TEXT.replace('"name":', '"type": "doc", "type": "act", "name":').encode()
    for number in ("1e999", "-1e999", "9" * 400, "99999999999999999999", "-0", "1" + "0" * 100000,
                   "0." + "1" * 100000):
        yield "json-model-%s-%d" % (number[:6], len(number)), TEXT.replace(
            '"model": 1', '"model": ' + number).encode()


def wide_objects():
    yield "json-deep", fill("[", 8 * MIB)
    yield "json-deep-objects", fill('{"a":', 8 * MIB)
    yield "json-deep-closed", b"[" * 790 + b"]" * 790
    deep = {"p": ["x"]}
    for _ in range(190):
        deep = {"element": "foreign", "children": [deep]}
    yield "json-deep-elements", changed(("body", "children"), [deep])
    yield "json-deep-elements-over", changed(("body", "children"), [
        {"element": "foreign", "children": [{"element": "foreign", "children": [deep]}] * 9}] * 9)
    yield "json-values-over", changed(("body", "children"), [[]] * 2100000)
    yield "json-values", changed(("body", "children"), [{"level": "alinea"}] * 300000)
    yield "json-strings", changed(("body", "children", 0, "content"), ["x"] * 1900000)
    yield "json-string-long", changed(("body", "children", 0, "num"), "x" * (60 * MIB))
    yield "json-escapes", ('{"resconv": {"model": 1}, "type": "act", "x": "' +
                           "\\u00e9" * (8 * MIB) + '"}').encode()
    yield "json-attributes", changed(("body", "children", 0), {
        "level": "point", **{"a%d" % n: "x" for n in range(300000)}})
    yield "json-unknown", changed(("body", "children"), [{"level": "point", "zzz": 1}] * 100000)
    yield "json-unknown-far", changed(("body", "children"), [
        {"level": "point", "num": "x" * 500, "zzz": 1}] * 50000)
    yield "json-bad-characters", changed(("body", "children", 0, "content"), ["\u0001"] * 300000)
    yield "json-spaces", fill(b" \n", 16 * MIB) + TEXT.encode()
    yield "json-keys-colliding", changed(("body",), {
        "".join(("Ez", "FY")[n >> bit & 1] for bit in range(17)): [] for n in range(100000)})
    yield "json-notes-over", changed(("body", "children", 0, "content"), [{"note": "1", "blocks": []}]
                                     * 20001)
    yield "json-other", json.dumps({"text": "x" * MIB}).encode()
    yield "json-only-lists", fill("[[],", 4 * MIB)


def inputs():
    for group in (cut_pages, deep_pages, wide_pages, odd_tables, odd_lists, odd_notes,
                  printed_pages, cut_objects, odd_objects, wide_objects):
        yield from group()
