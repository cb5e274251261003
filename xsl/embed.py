#!/usr/bin/env python3
"""Write files as a C table, for who has no need of a resource library.

    embed.py OUTPUT.c FILE...

A library that loads resources takes a millisecond to load itself. Sheets are
written without comments and without the space that lays them out: they are
parsed in every process, and half of their nodes would be that.
"""
import os
import re
import sys


def literal(data):
    """The bytes as string literals, one a line of the file."""
    for line in data.splitlines(keepends=True):
        text = "".join(chr(c) if 32 <= c < 127 and chr(c) not in '"\\?'
                       else "\\%03o" % c for c in line)
        yield '\t"%s"' % text


def lean(sheet):
    """Only the space of xsl:text says something; a new line within a tag is a
    space, as a parser takes it after a second look."""
    sheet = re.sub(rb"<!--.*?-->", b"", sheet, flags=re.DOTALL)
    sheet = re.sub(rb"(?<!<xsl:text)>[ \t\r\n]+<", b"><", sheet)
    return re.sub(rb"<[^>]*", lambda tag: tag[0].replace(b"\n", b" "), sheet)


def content(path):
    with open(path, "rb") as file:
        data = file.read()
    return lean(data) if path.endswith(".xsl") else data


def main(output, *paths):
    with open(output, "w", encoding="ascii") as out:
        out.write('#include "output/sheets.h"\n\n'
                  "const struct rc_sheet_file rc_sheet_files[] = {\n")
        for path in paths:
            data = content(path)
            out.write('{"%s", %u,\n%s},\n' % (os.path.basename(path), len(data),
                                              "\n".join(literal(data))))
        out.write("{0, 0, 0},\n};\n")


main(*sys.argv[1:])
