"""Pages as boxes: nothing stands outside its page's margins, or over another line."""
from collections import namedtuple

Line = namedtuple("Line", "role x y width size text")
# Margins in points, by the width of the page: New York's Letter, Geneva's A4.
MARGINS = {612.0: (60.0, 552.6), 595.3: (55.0, 541.0)}
SLACK = 1.0                 # hanging punctuation and rounding
NEAR = 0.5                  # of a size: lines nearer than that are one, or collide


def read(path):
    """[(width, height, [Line])] of a file of boxes."""
    pages = []
    for row in path.read_text("utf-8").splitlines():
        words = row.split()
        if row.startswith("page "):
            pages.append((float(words[2]), float(words[3]), []))
        elif row.startswith("    "):
            line = pages[-1][2].pop()
            text = row.partition("|")[2].rpartition("|")[0]
            size = max(line.size, float(words[1]))
            pages[-1][2].append(line._replace(size=size, text=line.text + text))
        elif row.startswith("  ") and words[0] in ("text", "heading", "note", "cell", "furniture"):
            pages[-1][2].append(Line(words[0], *map(float, words[1:4]), 0, ""))
    return pages


def outside(width, height, line):
    left, right = MARGINS[width]
    return (line.x < left - SLACK or line.x + line.width > right + SLACK or
            line.y - line.size < 0 or line.y > height - 20)


def collide(a, b):
    apart = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
    return apart > SLACK and abs(a.y - b.y) < NEAR * min(a.size, b.size)


def complaints(path):
    found = []
    for number, (width, height, lines) in enumerate(read(path), 1):
        where = "%s: page %d: " % (path.stem, number)
        found += [where + "outside the margins: " + line.text
                  for line in lines if outside(width, height, line)]
        lines = sorted((line for line in lines if line.text.strip()), key=lambda l: l.y)
        for i, line in enumerate(lines):
            for other in lines[i + 1:]:
                if other.y - line.y > line.size:
                    break
                if collide(line, other):
                    found.append(where + "one over the other: %s / %s" % (
                        line.text, other.text))
    return found
