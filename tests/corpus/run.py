#!/usr/bin/env python3
"""The corpus: real resolutions, kept outside the project, converted and scored.

    run.py --build DIR texts     flattened texts to Akoma Ntoso, scored against
                                 the official files, bounds in thresholds.txt
    run.py --build DIR trees     the official Akoma Ntoso to every format
    run.py --build DIR pages     the official Akoma Ntoso typeset: no line stands
                                 outside the margins or over another
    run.py --build DIR account   every character of the texts is accounted for
    run.py --build DIR word      official Word files: notes, numbers, text and
                                 properties as they say themselves
    run.py --build DIR pairs     comparisons of yearly resolutions: applied to the old
                                 text they give the new one
    run.py --build DIR parallel  parallel editions in six languages: no paragraph is
                                 missing where the official texts have the same ones
    run.py --build DIR returns   our Akoma Ntoso to JSON and to HTML and back: the
                                 same bytes, the same structure
    run.py --build DIR pdf       official PDFs, and ours read from their pages
    run.py --build DIR web       web pages made of the texts in three manners
    ... --keep DIR               leave the outputs there

With RESCONV_CORPUS=convert nothing is scored: the sanitizers' run.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent), str(Path(__file__).resolve().parent)]
from program import SHARED, SKIPPED, Program, validate   # noqa: E402

import pages                                # noqa: E402
import pairs                                # noqa: E402
import word                                 # noqa: E402
import wrappers                             # noqa: E402
from account import complaints              # noqa: E402

HERE = Path(__file__).resolve().parent
CORPUS = SHARED / "corpus"
MADE_OUTPUT = (0, 1, 2)
UPPER = ("missing", "extra")        # metrics whose bound is the most allowed


def thresholds():
    """(style, language) to a list of (metric, bound)."""
    bounds = {}
    for line in (HERE / "thresholds.txt").read_text().splitlines():
        words = line.split()
        if words and not line.startswith("#"):
            style, language, metric, bound = words
            bounds.setdefault((style, language), []).append((metric, float(bound)))
    return bounds


def languages(folder):
    return sorted(p for p in folder.iterdir() if p.is_dir())


def shown(folder):
    return folder.relative_to(CORPUS) if CORPUS in folder.parents else folder.name


def convert(program, files, form, out, *more):
    """All files of a folder in one process; complaints."""
    done = program.run("-q", *more, "-t", form, "-o", str(out) + os.sep, *files)
    lost = len(files) - len(list(out.glob("*"))) if out.exists() else len(files)
    if done.returncode in MADE_OUTPUT and not lost:
        return []
    return ["%s to %s: exit status %d, %d of %d not converted\n%s" % (
        shown(files[0].parent), form, done.returncode, lost, len(files),
        done.stderr.decode("utf-8", "replace")[:2000])]


def score(gold, out):
    done = subprocess.run([sys.executable, SHARED / "tools" / "score.py",
                           "--dir", gold, out, "--json"],
                          stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)["mean"]


def judge(style, language, mean, bounds):
    """Print one row; complaints about bounds that are not met."""
    print("%-7s %-3s" % (style, language), " ".join(
        "%s %.4f" % item for item in mean.items()))
    found = []
    for metric, bound in bounds:
        value = mean[metric]
        met = value <= bound if metric in UPPER else value >= bound
        if not met:
            found.append("%s %s: %s is %.4f, the bound %.4f" % (
                style, language, metric, value, bound))
    return found


def text_folders():
    """(style, language), the folder, and that of its answers: flattened official
    files, and what pdftotext really gives."""
    for style in sorted((CORPUS / "text").iterdir()):
        for folder in languages(style):
            yield (style.name, folder.name), folder, CORPUS / "akn" / folder.name
    for folder in languages(CORPUS / "pdftotext"):
        yield ("pdf-" + folder.name, "en"), folder, CORPUS / "pdf-akn"


def own_ids(path):
    """The eIds of what a resolution says: citations and notes have their own number
    in each language, for each places them otherwise."""
    ids = re.findall(r' eId="((?:preamble|mainBody|para|sec|part|chp|art|dvs|att)[^"]*)"',
                     path.read_text("utf-8"))
    return [i for i in ids if "authorialNote" not in i]


def same_ids(folder, bounds):
    """Whether the versions of a resolution have one list of eIds; the share of those
    whose versions do has a bound, for some official texts differ."""
    versions = {}
    for path in sorted(folder.glob("*/*.xml")):
        versions.setdefault(path.name, []).append(own_ids(path))
    several = {n: v for n, v in versions.items() if len(v) > 1}
    other = [n for n, v in several.items() if any(ids != v[0] for ids in v)]
    print("%d of %d resolutions have one list of eIds; not: %s" % (
        len(several) - len(other), len(several), " ".join(other)))
    return judge("clean", "all", {"eids": 1 - len(other) / len(several)},
                 bounds[("clean", "all")])


def texts(program, work):
    found, made, bounds = [], [], thresholds()
    scoring = os.environ.get("RESCONV_CORPUS") != "convert"
    for key, folder, gold in text_folders():
        if key not in bounds and scoring:
            continue
        out = work / key[0] / key[1]
        found += convert(program, sorted(folder.glob("*.txt")), "akn", out)
        made += sorted(out.glob("*.xml"))
        if scoring:
            found += judge(*key, score(gold, out), bounds[key])
    if scoring:
        found += same_ids(work / "clean", bounds)
        found += validate(made) or []
    return found, len(made)


def trees(program, work):
    found, n = [], 0
    for form in program.formats(2):
        for folder in languages(CORPUS / "akn"):
            files = sorted(folder.glob("*.xml"))
            found += convert(program, files, form, work / form / folder.name, "-f", "akn")
            n += len(files)
    return found, n


def official():
    """Folders of official Akoma Ntoso: a name for each, and its files."""
    roots = [CORPUS / "akn", CORPUS / "special" / "akn"]
    for folder in [f for root in roots for f in languages(root)] + [CORPUS / "pdf-akn"]:
        files = sorted(folder.glob("*.xml"))
        if files:
            yield str(folder.relative_to(CORPUS)), files


def differing(ours, back):
    return ["%s: other bytes after JSON" % path for path in sorted(ours.glob("*.xml"))
            if path.read_bytes() != (back / path.name).read_bytes()]


def returns(program, work):
    """The trees that we make, written in another form and read again."""
    found, n, bounds = [], 0, thresholds()
    for name, files in official():
        ours, json_, back = (work / kind / name for kind in ("ours", "json", "back"))
        found += convert(program, files, "akn", ours, "-f", "akn")
        found += convert(program, sorted(ours.glob("*.xml")), "json", json_)
        found += convert(program, sorted(json_.glob("*.json")), "akn", back, "-f", "json")
        found += differing(ours, back)
        n += len(files)
        key = ("returns", files[0].parent.name)
        if key not in bounds or not name.startswith("akn/"):
            continue
        html, back = (work / kind / name for kind in ("html", "from-html"))
        found += convert(program, sorted(ours.glob("*.xml")), "html", html)
        found += convert(program, sorted(html.glob("*.html")), "akn", back, "-f", "html")
        found += judge(*key, score(ours, back), bounds[key])
        n += len(files)
    return found, n


def printed(program, work):
    """The official PDFs, and our own read from their pages."""
    bounds = thresholds()
    made = work / "official"
    files = sorted((CORPUS / "pdf").glob("*.pdf"))
    files = [f for f in files if (CORPUS / "pdf-akn" / (f.stem + ".xml")).exists()]
    found, n = convert(program, files, "akn", made), len(files)
    found += judge("pdf", "en", score(CORPUS / "pdf-akn", made), bounds[("pdf", "en")])
    for folder in sorted((CORPUS / "akn").iterdir()):
        pages, back = (work / kind / folder.name for kind in ("pages", "from-pages"))
        files = sorted(folder.glob("*.xml"))
        found += convert(program, files, "pdf", pages)
        found += convert(program, sorted(pages.glob("*.pdf")), "akn", back, "-O", "pdf.text=yes")
        found += judge("own-pdf", folder.name, score(folder, back),
                       bounds[("own-pdf", folder.name)])
        n += len(files)
    return found, n


def web(program, work):
    """Pages of three kinds of wrappers, read as what their content is."""
    found, n, bounds = [], 0, thresholds()
    for manner, write in wrappers.MANNERS.items():
        for folder in languages(CORPUS / "text" / "clean"):
            pages_, out = (work / kind / manner / folder.name for kind in ("html", "akn"))
            pages_.mkdir(parents=True)
            for path in sorted(folder.glob("*.txt")):
                text = path.read_text("utf-8")
                (pages_ / (path.stem + ".html")).write_bytes(write(text, folder.name))
            files = sorted(pages_.glob("*.html"))
            found += convert(program, files, "akn", out)
            key = ("web-" + manner, folder.name)
            found += judge(*key, score(CORPUS / "akn" / folder.name, out), bounds[key])
            n += len(files)
    return found, n


def account(program, work):
    found, n, ranges = [], 0, 0
    some = os.environ.get("RESCONV_CORPUS") == "convert"
    for (style, language), folder, _ in text_folders():
        if some and style not in ("bare", "pdf-bare"):
            continue            # the slower builds take the hardest ones
        (work / style / language).mkdir(parents=True)
        for source in sorted(folder.glob("*.txt")):
            xml = work / style / language / (source.stem + ".xml")
            done = program.run("-W", "note", "-O", "parse.account=yes", "-t", "akn",
                               "-o", xml, source)
            wrong, told = complaints(source, xml, done.stderr.decode().splitlines(),
                                     by_line=style not in ("clean", "seed"))
            found += wrong
            ranges += told
            n += 1
    print("%d ranges" % ranges)
    return found, n


def words(program, work):
    """Shares of what the Word files hold that is in our trees."""
    bounds = dict((m, b) for m, b in thresholds()[("word", "en")])
    folder, found, totals = CORPUS / "docx", [], {}
    files = sorted(p for p in folder.iterdir() if p.suffix.lower() in (".docx", ".doc"))
    made = []
    work.mkdir(parents=True, exist_ok=True)
    for source in files:
        xml = work / (source.name + ".xml")
        done = program.run("-q", "-t", "akn", "-o", xml, source)
        if done.returncode not in MADE_OUTPUT:
            found.append("%s: exit status %d" % (source.name, done.returncode))
            continue
        made.append(xml)
        for metric, held, wrong in word.judge(source, xml):
            total = totals.setdefault(metric, [0, 0])
            total[0] += held
            total[1] += len(wrong)
            for what in wrong:
                print("%s: %s: %s" % (source.name, metric, what[:200]))
    if os.environ.get("RESCONV_CORPUS") == "convert":
        return found, len(files)
    shares = {m: 1 - wrong / held for m, (held, wrong) in totals.items()}
    found += judge("word", "en", shares, bounds.items())
    return found + (validate(made) or []), len(files)


def typeset(program, work):
    found, n = [], 0
    for folder in languages(CORPUS / "akn"):
        out = work / folder.name
        found += convert(program, sorted(folder.glob("*.xml")), "boxes", out, "-f", "akn")
        for path in sorted(out.glob("*.boxes")):
            found += ["%s/%s" % (folder.name, what) for what in pages.complaints(path)]
            n += 1
    return found, n


def compared(program, work):
    found, n = [], 0
    for old, new in pairs.pairs(CORPUS / "pairs"):
        for before, after in ((old, new), (new, old)):
            found += pairs.complaints(program, before, after)
            n += 1
    return found, n


def own_paragraphs(program, path):
    """What a version is made of: the eIds of its preamble, levels and paragraphs."""
    akn = program.run("-q", "-t", "akn", path).stdout.decode()
    return [i for i in re.findall(r'<(?:formula|container|section|part|chapter|division|title'
                                  r'|article|paragraph|point) (?:name="[^"]*" )?eId="([^"]*)"', akn)]


def parallel(program, work):
    """Rows of notes are left out: some versions mark theirs otherwise."""
    found, n, alike = [], 0, 0
    folders = languages(CORPUS / "akn")
    for first in sorted(folders[0].glob("*.xml")):
        files = [folder / first.name for folder in folders]
        if not all(f.exists() for f in files):
            continue
        n += 1
        page = program.run("-q", "-t", "html", "--parallel", *files).stdout.decode()
        rows = re.findall(r'<div id="[^"]*" class="row kind-(?!note)[^"]*">(.*?)(?=<div id="[^"]*"'
                          r' class="row |</main>)', page, re.S)
        missing = sum('missing">' in row for row in rows)
        if not rows:
            found.append("%s: no rows" % first.name)
        if len({tuple(own_paragraphs(program, f)) for f in files}) > 1:
            continue
        alike += 1
        if missing:
            found.append("%s: %d rows lack a version" % (first.name, missing))
    print("%d of %d resolutions have the same paragraphs in six languages" % (alike, n))
    return found, n


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", required=True, help="meson's build folder")
    parser.add_argument("--keep", type=Path, help="where to leave the outputs")
    parser.add_argument("part", choices=("texts", "trees", "pages", "account", "word",
                                         "pairs", "parallel", "returns", "web", "pdf"))
    args = parser.parse_args()
    if not CORPUS.exists():
        n = len(thresholds()) if args.part == "texts" else len(Program(args.build).formats(2))
        print("absent: ../shared/corpus, %d tests not run" % n)
        return SKIPPED
    with tempfile.TemporaryDirectory() as work:
        part = {"texts": texts, "trees": trees, "pages": typeset, "account": account,
                "word": words, "pairs": compared, "parallel": parallel,
                "returns": returns, "web": web, "pdf": printed}[args.part]
        found, n = part(Program(args.build), args.keep or Path(work))
    print("\n".join(found))
    print("%d conversions, %d complaints" % (n, len(found)))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
