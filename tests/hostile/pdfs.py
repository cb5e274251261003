"""PDFs that try to break their reader: (name, bytes), always the same."""
import random
import zlib

LINES = ["Resolution adopted by the General Assembly on 5 May 2099", "99/1. Roads",
         "The General Assembly,", "Recalling its resolution 98/2 of 5 May 2098,",
         "1. Decides to meet;", "9th plenary meeting", "5 May 2099"]
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"


def text_at(x, y, text, size=10):
    return "BT /F1 %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, text)


def content(lines=LINES):
    return "".join(text_at(123, 500 - 18 * i, line) for i, line in enumerate(lines)).encode()


def stream(data, more=b""):
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def build(objects, root=1):
    """A file of these objects, numbered from 1, with a table of them."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % at for at in places)
    out += b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, root, table)
    return bytes(out)


def one_page(data, box=b"0 0 612 792", page=b"", more=b"", objects=()):
    return build([
        b"<</Type/Catalog/Pages 2 0 R%s>>" % more,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>%s>>" % (box, page),
        data, FONT, *objects])


def broken():
    good = one_page(stream(content()))
    rng = random.Random(7)
    yield "pdf-good", good
    for part in range(1, 20):
        yield "pdf-cut-%02d" % part, good[:len(good) * part // 20]
    for n in range(20):
        bad = bytearray(good)
        for _ in range(1 + n):
            bad[rng.randrange(len(bad))] = rng.randrange(256)
        yield "pdf-noise-%02d" % n, bytes(bad)
    yield "pdf-header-only", b"%PDF-1.7\n"
    yield "pdf-after-rubbish", b"\x00" * 500 + good
    yield "pdf-no-table", good[:good.index(b"xref")]
    yield "pdf-wrong-table", good.replace(b"0000000009", b"9999999999")
    yield "pdf-table-of-itself", good.replace(b"startxref\n", b"startxref\n0")


def loops():
    yield "pdf-pages-loop", build([b"<</Type/Catalog/Pages 2 0 R>>",
                                   b"<</Type/Pages/Kids[2 0 R]/Count 1>>"])
    yield "pdf-parent-loop", one_page(stream(content()), page=b"/Parent 3 0 R")
    yield "pdf-count-lies", one_page(stream(content())).replace(b"/Count 1", b"/Count 9")
    yield "pdf-count-huge", one_page(stream(content())).replace(b"/Count 1", b"/Count 2147483647")
    yield "pdf-count-negative", one_page(stream(content())).replace(b"/Count 1", b"/Count -5")
    yield "pdf-contents-loop", one_page(b"[4 0 R 4 0 R]")
    yield "pdf-form-loop", one_page(stream(b"/X1 Do"), page=b"").replace(
        b"/Font<<", b"/XObject<</X1 6 0 R>>/Font<<")
    kids = b" ".join(b"3 0 R" for _ in range(25000))
    yield "pdf-many-pages", build([
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count 25000>>" % kids,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>"])
    deep = b"".join(b"<</Type/Pages/Kids[%d 0 R]/Count 1>>\n" % (n + 3) for n in range(2000))
    yield "pdf-deep-pages", build([b"<</Type/Catalog/Pages 2 0 R>>", *deep.splitlines()])
    yield "pdf-nested-arrays", one_page(stream(b"[" * 200000 + content()))
    yield "pdf-nested-objects", one_page(b"<<" * 50000)


def lies():
    yield "pdf-length-short", one_page(stream(content()).replace(b"/Length ", b"/Length 1 %"))
    yield "pdf-length-long", one_page(stream(content()).replace(b"/Length ", b"/Length 9"))
    yield "pdf-length-negative", one_page(stream(content()).replace(b"/Length ", b"/Length -"))
    for box in (b"0 0 0 0", b"0 0 -612 -792", b"612 792 0 0", b"0 0 1e30 1e30", b"0 0 nan inf",
                b"0 0 2147483647 2147483647", b"-99999 -99999 99999 99999", b"0 0"):
        yield "pdf-box-%s" % box.decode().replace(" ", "_"), one_page(stream(content()), box)
    for flags in (b"/Rotate 90", b"/Rotate 270", b"/Rotate 45", b"/UserUnit 75000"):
        yield "pdf%s" % flags.decode().replace("/", "-").replace(" ", "-"), one_page(
            stream(content()), page=flags)


def bombs():
    many = content(["a " * 40] * 20) * 200
    yield "pdf-many-words", one_page(stream(many))
    packed = zlib.compress(b"q Q " * 20000000)
    yield "pdf-bomb", one_page(stream(packed, b"/Filter/FlateDecode"))
    twice = zlib.compress(packed)
    yield "pdf-bomb-twice", one_page(stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))
    words = "".join(text_at(x, y, "w") for y in range(10, 780, 6) for x in range(10, 600, 6))
    yield "pdf-grid", one_page(stream(words.encode()))
    heap = "".join(text_at(100, 400, "w") for _ in range(30000))
    yield "pdf-heap", one_page(stream(heap.encode()))
    yield "pdf-line-long", one_page(stream(text_at(0, 400, "a" * 300000, 0.001).encode()))
    table = "".join(text_at(60 + 6 * c, 700 - 14 * r, "%d" % (c % 10), 8)
                    for r in range(40) for c in range(80)) + content().decode()
    yield "pdf-columns", one_page(stream(table.encode()))


def letters():
    for name, size in (("zero", 0), ("tiny", 1e-9), ("huge", 1e9), ("negative", -10)):
        lines = "".join(text_at(123, 500 - 18 * i, line, size) for i, line in enumerate(LINES))
        yield "pdf-size-" + name, one_page(stream(lines.encode()))
    raised = "".join(text_at(123 + 4 * i, 500 + i, "1", 5) for i in range(400))
    yield "pdf-raised", one_page(stream(raised.encode() + content()))
    yield "pdf-controls", one_page(stream(content(["\\%03o" % n for n in range(1, 32)])))
    yield "pdf-far", one_page(stream(text_at(1e12, -1e12, "far").encode() + content()))
    links = b" ".join(b"<</Type/Annot/Subtype/Link/Rect[0 0 600 790]/A<</S/URI/URI(a)>>>>"
                      for _ in range(3000))
    yield "pdf-links", one_page(stream(content()), page=b"/Annots[%s]" % links)


def attachments():
    akn = b"<akomaNtoso>" * 100000
    for name, digest in (("deep", b""), ("changed", b"/CheckSum<00112233445566778899AABBCCDDEEFF>")):
        yield "pdf-attached-" + name, one_page(
            stream(content()), more=b"/Names<</EmbeddedFiles<</Names[(a.xml) 6 0 R]>>>>",
            objects=[b"<</Type/Filespec/F(a.xml)/EF<</F 7 0 R>>>>",
                     stream(akn, b"/Type/EmbeddedFile/Params<</Size 1%s>>" % digest)])


def pdfs():
    for group in (broken, loops, lies, bombs, letters, attachments):
        yield from group()
