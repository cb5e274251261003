"""Inputs that try to break the readers: (name, bytes), always the same.

    inputs.py DIRECTORY     write them there
"""
import pathlib
import random
import sys

MIB = 1 << 20
LIMIT = 64 * MIB

WORDS = ("The General Assembly recalling its resolution 98/2 of 5 May 2098 and noting with "
         "appreciation the report of the Secretary-General decides to remain seized").split()
SAMPLE = """**Ninety-ninth session**

Agenda item 7

Roads and bridges**Resolution adopted by the General Assembly
on 5 May 2099***[on the report of the Second Committee (A/99/1)]***99/1. Roads***The Assembly,*

*Recalling* its resolution [98/2](#)¹ and “all” of its annex,

1. *Decides* to meet;

| Post | No. |
| --- | --- |
| D-2 | **1** |

¹ See [A/99/2](#).

*9th plenary meeting
5 May 2099*
"""


def fill(unit, size):
    unit = unit if isinstance(unit, bytes) else unit.encode()
    return (unit * (size // len(unit) + 1))[:size]


def truncated():
    """A text in each kind of script, cut within its last character."""
    for name, text in (("latin", "é’Ã"), ("cyrillic", "Генеральная Ассамблея"),
                       ("arabic", "إن الجمعية العامة"), ("han", "大会回顾其决议"),
                       ("rare", "a𝄞b🦆"), ("sample", SAMPLE)):
        data = text.encode()
        for cut in (1, 2, 3):
            yield "cut-%s-%d" % (name, cut), data[:-cut]
    for lead in (0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF, 0x80, 0xBF):
        yield "lead-%02x" % lead, b"text " + bytes([lead])
        yield "lead-%02x-inside" % lead, "тест ".encode() + bytes([lead]) + b"text \xc3\xa9\n"


def encodings():
    for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252", "cp1251",
                  "cp1256", "gb18030", "koi8-r", "shift-jis", "utf-7"):
        yield "codec-" + codec, SAMPLE.encode(codec, "replace")
    for codec in ("utf-16", "utf-32"):
        yield "odd-" + codec, SAMPLE.encode(codec)[:-1]
    yield "surrogate", b"\xff\xfe\x00\xdc" + "text".encode("utf-16-le")
    yield "bom-alone", b"\xef\xbb\xbf"
    yield "bom-16-alone", b"\xff\xfe"
    yield "bom-32-alone", b"\xff\xfe\x00\x00"
    yield "bom-twice", b"\xef\xbb\xbf\xef\xbb\xbf" + SAMPLE.encode()
    yield "bom-swapped", b"\xfe\xff" + SAMPLE.encode("utf-16-le")
    yield "mixed", SAMPLE.encode() + SAMPLE.encode("cp1252", "replace") + "大会".encode("gb18030")
    yield "mixed-wide", SAMPLE.encode() + SAMPLE.encode("utf-16-le")
    yield "overlong", b"a\xc0\x80\xe0\x80\xaf\xf0\x80\x80\x80 text" * 50
    yield "surrogates-in-utf-8", b"\xed\xa0\x80\xed\xb0\x80 text" * 50
    yield "noncharacters", "\uFFFE\uFFFF\uFDD0 text".encode() * 50
    yield "high-bytes", bytes(range(128, 256)) * 2000
    yield "gb-big", fill("大会回顾其决议，".encode("gb18030"), 8 * MIB)
    yield "cyrillic-big", fill("Ассамблея просит ".encode("cp1251"), 8 * MIB)
    yield "latin-big", fill("Réaffirmant l\x92été ".encode("latin-1"), 8 * MIB)
    yield "wide-big", fill("text \u4e00\n".encode("utf-16-le"), 16 * MIB)
    yield "bad-byte-a-line", fill(b"\xff\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\n\n", 4 * MIB)


def rubbish():
    rng = random.Random(1)
    yield "empty", b""
    yield "one-byte", b"a"
    yield "nul", b"\0"
    yield "nuls", b"\0" * 4096
    yield "nul-in-text", SAMPLE.replace("meet", "me\0et").encode()
    yield "nul-every-100", fill(b"a" * 99 + b"\0", MIB)
    yield "controls", bytes(range(1, 32)) * 100
    yield "some-controls", (SAMPLE * 9 + "\x01\x02\x1b[2J\x0b\x7f").encode()
    for size in (1, 2, 3, 4, 5, 16, 64, 1000, MIB):
        yield "random-%d" % size, rng.randbytes(size)
    for head in (b"%PDF-1.7", b"PK\3\4", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x89PNG\r\n",
                 b"\xff\xd8\xff\xe0", b"GIF89a", b"II*\0", b"\x1f\x8b\x08", b"{\\rtf1", b"<?xml",
                 b"<html>", b'{"a":1}'):
        name = "".join(c if c.isalnum() else "-" for c in head.decode("latin-1"))
        yield "head" + name, head + rng.randbytes(100)
        yield "head-only" + name, head
    for n in range(12):
        data = bytearray(SAMPLE.encode())
        for _ in range(40):
            data[rng.randrange(len(data))] = rng.randrange(256)
        yield "flipped-%d" % n, bytes(data)
    marks = "*_[]()<>\\&|#`~^!-=\n\t \f1a²é大"
    for n in range(24):
        yield "marks-%d" % n, "".join(rng.choice(marks) for _ in range(20000)).encode()


def blanks():
    for name, unit in (("spaces", " "), ("tabs", "\t"), ("lines", "\n"), ("returns", "\r"),
                       ("pages", "\f"), ("crlf", "\r\n"), ("nbsp", "\u00a0"), ("vt", "\v")):
        yield "only-" + name, fill(unit, 4 * MIB)
        yield "a-then-" + name, b"a" + fill(unit, 4 * MIB) + b"b"


def units():
    """One mark or two, over and over."""
    million = ("*", "**", "_", "__", "*a", "*a*", "**a**", "***", "*a**", "a*b_", "*a ", " *a", "* ",
               "*,", "*a *b", "`", "~", "\\", "\\*", "\\\n", "[", "]", "](", "[](", "[a](b)", "[a](",
               "[[a](b", "![", "![](", "](x \"", "[^", "[^1]", "^", "^1^", "^1", "&", "&amp;", "&#",
               "&#x", "&#99999999999;", "<", "<b>", "<b", "</b>", "<b ", "<sup>1</sup>", "<!--",
               "<!---->", "<http", "<http://a>", "<br>", "|", "|\n", "| a |\n", "|-|\n", "a|b\n",
               "\t", "a\tb\n", "a\tb\tc\n\n", ">", "> ", "> >\n", "#", "# a\n", "a\n===\n", "---\n",
               "```\n", "- a\n", "1. a;\n", "(a) b;\n", "\u00b9", "a\u00b9", "\u00b9 a\n", "a\f",
               "\f\n", "a\r", "a\n", "a\n\n", "大", "א", "e\u0301", "\u202e")
    for n, unit in enumerate(million):
        yield "unit-%02d" % n, fill(unit, 1000000)
    yield "million-pairs", b"*a* " * 250000


def large():
    yield "line-of-64-mib", fill("the Assembly, ", LIMIT)
    yield "line-over-64-mib", fill("a", LIMIT + 1)
    yield "line-of-64-mib-letters", fill("é", LIMIT)
    yield "lines-of-64-mib", fill("a" * 199 + "\n", LIMIT)
    yield "returns-of-64-mib", fill("a" * 199 + "\r", LIMIT)
    yield "stars-of-64-mib", fill("*a* ", LIMIT)
    yield "brackets-of-64-mib", fill("[", LIMIT)
    yield "entities-of-64-mib", fill("&amp;", LIMIT)
    yield "raised-of-64-mib", fill("a\u00b9", LIMIT)
    yield "angles-of-64-mib", fill("<", LIMIT)
    yield "blanks-of-64-mib", fill(" ", LIMIT)
    yield "paragraphs-of-64-mib", fill(" ".join(WORDS) + ",\n\n", LIMIT)
    yield "tables-of-64-mib", fill("| a | b |\n", LIMIT)
    yield "nested-of-8-mib", b"[" * (4 * MIB) + b"](a)" * MIB
    yield "parentheses", b"[a](" + b"(" * (4 * MIB)


def tables():
    row = "| " + " | ".join("*%d*" % n for n in range(50)) + " |\n"
    yield "cells-100k", (row + "|" + "---|" * 50 + "\n" + row * 2000).encode()
    yield "cells-over", (row * 5000).encode()
    yield "columns-over", ("|" + "a|" * 65 + "\n").encode()
    yield "columns-many", ("|" + "a|" * 100000 + "\n").encode()
    yield "cell-long", b"| " + fill("*a* ", MIB) + b" | b |\n"
    yield "tabs-100k", ("\t".join("%d" % n for n in range(50)) + "\n").encode() * 2000
    yield "rules-only", b"|---|---|\n" * 1000
    yield "bar-escaped", b"| a \\| b \\\\| c \\\n"


def front():
    yield "front-open", b"---\na: b\n" * 100000
    yield "front-long", b"---\n" + b"key: value\n" * 100000 + b"---\ntext\n"
    yield "front-only", b"---\na: b\n---\n"
    yield "front-crlf", b"---\r\na: b\r\n---\r\ntext"


def words():
    """Text that is only large: it must be read, and all of it."""
    rng = random.Random(2)
    text = []
    for _ in range(20000):
        n = rng.randrange(5, 60)
        text.append(" ".join(rng.choice(WORDS) for _ in range(n)) + ",")
    yield "long-document", "\n\n".join(text).encode()
    yield "samples", (SAMPLE * 2000).encode()
    yield "wrapped", "\n".join(text).encode()


def directions():
    """Arabic whose lines must be put in order: marks that never end or never began."""
    seen = "؛ةماعلا ةيعمجلا نإ ،ةماعلا ةرودلا"
    yield "direction-open", fill("\u202b\u202a(1) ةفرغ ", MIB)
    yield "direction-closed", fill("ةفرغ \u202c\u202c", MIB)
    yield "direction-nested", fill("\u202b", MIB) + "غرفة".encode() + fill("\u202c", MIB)
    yield "direction-one-line", fill("\u202bغرفة\u202c (\u202aA/99/1.)\u202c ", 8 * MIB)
    yield "direction-lines", fill("\u202bغرفة\u202c\n\f", 4 * MIB)
    yield "direction-seen", fill(seen + "\n", 4 * MIB)
    yield "direction-seen-one-line", fill(seen + " )3( A/99/1 ", 4 * MIB)
    yield "direction-brackets", fill(seen + "\n" + ")(" * 4000 + "A\n", MIB)
    yield "direction-figures", fill(seen + "\n" + "1. " * 4000 + "\n", MIB)
    yield "direction-forms", fill(seen + "\n" + "\ufdfa\ufefc" * 40 + "\n", 4 * MIB)
    yield "direction-marks", fill(seen + "\n" + "\u064b\u0651" * 4000 + "ب\n", MIB)
    yield "direction-cut", (seen * 20).encode()[:-1]


HEAD = """United Nations A/RES/99/947
General Assembly
99/947. Bridges of the inland sea
The General Assembly,
"""


def pages():
    """Running heads and feet everywhere, and blanks that were doubled."""
    yield "pages-heads", (HEAD + "A/RES/99/947 Bridges of the inland sea\n2/13\n" * 80000).encode()
    yield "pages-symbols", (HEAD + "A/RES/99/947\n\n" * 200000).encode()
    yield "pages-titles", (HEAD + "Bridges of the inland sea\n" * 200000).encode()
    yield "pages-one-line", (HEAD + "A/RES/99/947 Bridges of the inland sea " * 100000).encode()
    yield "pages-notes", (HEAD + "crossed,1 on\n1 A/99/1.\n" * 90000).encode()
    yield "pages-calls", (HEAD + "a1 " * 400000 + "\n" + "1 A/99/1.\n" * 2000).encode()
    yield "pages-doubled", (HEAD + "of  the  ferrymen  of  both  shores  and  of  their  ropes\n"
                            * 60000).encode()
    yield "pages-doubled-line", (HEAD + "of  the  ferrymen  " * 200000 + "\n").encode() * 4


def inputs():
    for group in (truncated, encodings, rubbish, blanks, units, tables, front, words,
                  directions, pages, large):
        yield from group()


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in inputs():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main()
