#!/usr/bin/env python3
"""The table and the picture of figures.json: table.md and bench.svg.

    report.py [FOLDER]

The same figures give the same bytes.
"""
import json
import math
import sys
from pathlib import Path
from xml.sax.saxutils import escape

# Step, what it is, goal in ms; by a row of the section "warm" and its floor.
STEPS = (("read", "text → AKN, serialised", 0.1), ("json", "AKN in memory → JSON", 0.05),
         ("html", "AKN → HTML", 0.25), ("pdf", "AKN → PDF, pages alone", 5),
         ("pdf-archive", "AKN → PDF/A-3a, tagged, AKN attached", 5))
COLD = (("akn", 4), ("json", 4), ("html", 6), ("pdf", 20))
STEP_NAMES = ("read", "json", "html", "pdf")


class Figures:
    def __init__(self, path):
        self.all = json.loads(Path(path).read_text())
        self.rows = {(row["section"], row["name"]): row for row in self.all["rows"]}

    def get(self, section, name):
        return self.rows.get((section, name))

    def section(self, section):
        return [row for row in self.all["rows"] if row["section"] == section]


def number(ms):
    """Three figures: 0.0812, 1.23, 45.6, 789."""
    if ms is None:
        return "–"
    digits = max(0, 2 - math.floor(math.log10(ms))) if ms > 0 else 0
    return "%.*f" % (digits, ms)


def spread(row):
    return "%s [%s–%s]" % tuple(number(row[k]) for k in ("median", "q1", "q3"))


def verdict(ms, goal):
    return "met" if ms <= goal else "%.1f × the goal" % (ms / goal)


def table(head, rows):
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def warm_rows(figures):
    for name, what, goal in STEPS:
        row = figures.get("warm", name)
        floor = figures.get("floor", name.split("-")[0])
        yield (what, spread(row), number(row["min"]), number(floor and floor["median"]),
               "%.1f" % (row["median"] / floor["median"]) if floor else "–",
               "≤ %s" % goal, verdict(row["median"], goal))


def cold_rows(figures):
    for form, goal in COLD:
        rows = figures.section("cold " + form)
        ours = rows[0]["median"]
        for row in rows:
            mine = row["who"] == "resconv"
            yield ("→ " + form, row["name"], spread(row), number(row["wall"]),
                   "%.1f" % (row["kib"] / 1024),
                   "%.1f" % (row["median"] / ours), "≤ %s" % goal if mine else "",
                   verdict(row["median"], goal) if mine else "")
    for row in figures.section("read pdf"):
        yield ("read our PDF", row["name"], spread(row), number(row["wall"]),
               "%.1f" % (row["kib"] / 1024), "", "", "")


def language_rows(figures):
    seen = {}
    for row in figures.all["rows"]:
        if "percent" in row:
            seen.setdefault((row["language"], row["percent"], row["bytes"]), {})[row["name"]] = row
    for (language, percent, size), steps in seen.items():
        yield (language, "%d %%" % percent, str(size),
               *(number(steps[s]["median"]) for s in STEP_NAMES))


def batch_rows(figures):
    for row in figures.section("batch"):
        one = figures.get("batch", "%d documents, 1 threads" % row["documents"])
        yield (str(row["documents"]), str(row["threads"]), spread(row),
               number(row["documents"] * 1000 / row["median"]), number(row["wall"]),
               "%.2f" % (one["wall"] / row["wall"]),
               "%.2f" % (row["threads"] * one["median"] / row["median"]),
               "%.0f" % (row["kib"] / 1024))


def text(figures):
    yield "# What it costs"
    yield ""
    yield "Made by `make bench` on %d cores. Milliseconds of the processor, unless it says wall:" % \
        figures.all["cores"]
    yield "median [quartiles] of turns in which all were measured one after another. While it ran,"
    yield "%.1f processes wanted a core, ours among them. Workload: `%s`." % (
        figures.all["load"], figures.all["seed"])
    for name in figures.all["absent"]:
        yield "Absent: %s." % name
    yield ""
    yield "## One warm process, a document"
    yield ""
    yield from table(("step", "ours", "least", "floor", "ours / floor", "goal", ""),
                     warm_rows(figures))
    yield "## A process of its own for each"
    yield ""
    yield "Other programs do less or something else: none of them knows a resolution."
    yield ""
    yield from table(("step", "program", "ms", "wall", "peak MiB", "× ours", "goal", ""), cold_rows(figures))
    rows = list(language_rows(figures))
    if rows:
        yield "## Six languages, five lengths, warm"
        yield ""
        yield from table(("language", "longer than", "bytes", "text → AKN", "→ JSON", "→ HTML", "→ PDF/A"),
                         rows)
    rows = list(batch_rows(figures))
    if rows:
        yield "## Batches to Akoma Ntoso, JSON, HTML and PDF/A, with a report"
        yield ""
        yield from table(("documents", "threads", "ms", "documents a second of a core", "wall",
                          "× one thread", "× by processor time", "peak MiB"), rows)


# ---- the picture ----

WIDTH, LEFT, RIGHT, ROW, BAR = 720, 190, 60, 20, 13
OURS, OTHERS = "#1f6f9f", "#b8b8b8"


def bars(figures):
    """(title, [(label, ms, ours)]) of each group."""
    yield "Warm, ms a document", [
        bar for name, what, _ in STEPS for bar in (
            (what, figures.get("warm", name)["median"], True),
            ("the libraries' floor", (figures.get("floor", name.split("-")[0]) or {}).get("median"), False))
        if bar[1]]
    for form, _ in COLD:
        yield "A process of its own, → %s, ms" % form, [
            (row["name"], row["median"], row["who"] == "resconv")
            for row in figures.section("cold " + form)]


def svg(figures):
    groups = list(bars(figures))
    values = [ms for _, rows in groups for _, ms, _ in rows]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    height = sum(34 + ROW * len(rows) for _, rows in groups) + 30

    def x(ms):
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(ms) - low) / (high - low)

    yield '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" ' \
        'font-size="11">' % (WIDTH, height)
    yield '<rect width="%d" height="%d" fill="#fff"/>' % (WIDTH, height)
    for power in range(low, high + 1):
        yield '<line x1="%.1f" y1="8" x2="%.1f" y2="%d" stroke="#e4e4e4"/>' % (
            x(10 ** power), x(10 ** power), height - 22)
        yield '<text x="%.1f" y="%d" text-anchor="middle" fill="#777">%g</text>' % (
            x(10 ** power), height - 8, 10 ** power)
    y = 8
    for title, rows in groups:
        y += 24
        yield '<text x="8" y="%d" font-weight="bold">%s</text>' % (y, escape(title))
        y += 10
        for label, ms, ours in rows:
            yield '<text x="%d" y="%d" text-anchor="end">%s</text>' % (
                LEFT - 6, y + 10, escape(label.split(",")[0]))
            yield '<rect x="%d" y="%d" width="%.1f" height="%d" fill="%s"/>' % (
                LEFT, y, x(ms) - LEFT, BAR, OURS if ours else OTHERS)
            yield '<text x="%.1f" y="%d">%s</text>' % (x(ms) + 4, y + 10, number(ms))
            y += ROW
    yield "</svg>"


def write(folder):
    folder = Path(folder)
    figures = Figures(folder / "figures.json")
    (folder / "table.md").write_text("\n".join(text(figures)).rstrip() + "\n")
    (folder / "bench.svg").write_text("\n".join(svg(figures)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(write(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent))
