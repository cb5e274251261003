#!/usr/bin/env python3
"""Write files as a C table, for who has no need of a resource library.

    embed.py OUTPUT.c FILE...

A library that loads resources takes a millisecond to load itself.
"""
import os
import sys


def literal(data):
    """The bytes as string literals, one a line of the file."""
    for line in data.splitlines(keepends=True):
        text = "".join(chr(c) if 32 <= c < 127 and chr(c) not in '"\\?'
                       else "\\%03o" % c for c in line)
        yield '\t"%s"' % text


def main(output, *paths):
    with open(output, "w", encoding="ascii") as out:
        out.write('#include "output/sheets.h"\n\n'
                  "const struct rc_sheet_file rc_sheet_files[] = {\n")
        for path in paths:
            with open(path, "rb") as file:
                data = file.read()
            out.write('{"%s", %u,\n%s},\n' % (os.path.basename(path), len(data),
                                              "\n".join(literal(data))))
        out.write("{0, 0, 0},\n};\n")


main(*sys.argv[1:])
