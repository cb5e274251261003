#!/usr/bin/env python3
"""Pages as browsers and validators see them.

    run.py --build DIR validator   the Nu HTML checker: no error, no warning
    run.py --build DIR browser     axe-core in Chromium, at two widths, light and
                                   dark; notes, permalinks, screen and paper
    ... --all                      the browser looks at the whole corpus, which
                                   takes long; without, at some of each language

The pages are those of the samples and, where the corpus is, of all of it, with
comparisons and parallel editions.  The tools come from npm into the build folder
where it can fetch them; nothing of them is part of the project.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parent.parent),
                str(Path(__file__).resolve().parent.parent / "corpus")]
from program import ROOT, SHARED, SKIPPED, Program   # noqa: E402
import pairs                                         # noqa: E402

SAMPLES = ROOT / "tests" / "golden" / "samples"
CORPUS = SHARED / "corpus"
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
TOOLS = {"vnu-jar": "26.9.27", "axe-core": "4.14.1", "playwright-core": "1.65.1"}
PER_LANGUAGE = 3            # files of each language that the browser looks at
EDITIONS = 20               # parallel editions that are made
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def write(program, page, *words):
    page.parent.mkdir(parents=True, exist_ok=True)
    done = program.run("-q", "-t", "html", "-o", page, *words)
    if not page.exists():
        raise SystemExit(done.stderr.decode())
    return page


def in_all_languages():
    """Files of the corpus that are there in six languages, each as a list."""
    first = sorted((CORPUS / "akn" / LANGUAGES[0]).glob("*.xml"))
    found = [[CORPUS / "akn" / language / path.name for language in LANGUAGES]
             for path in first]
    return [files for files in found if all(f.exists() for f in files)]


def editions(program, work):
    """Parallel editions and comparisons of the samples and of the corpus."""
    samples = [SAMPLES / "lighthouses.md", SAMPLES / "beekeeping.txt"]
    made = [write(program, work / "sample" / "parallel.html", "--parallel", *samples),
            write(program, work / "sample" / "comparison.html", "--compare", *samples)]
    if not CORPUS.exists():
        return made
    made += [write(program, work / "parallel" / (files[0].stem + ".html"), "--parallel", *files)
             for files in in_all_languages()[:EDITIONS]]
    return made + [write(program, work / "comparison" / (new.stem + ".html"), "--compare", old,
                         new) for old, new in pairs.pairs(CORPUS / "pairs")]


def pages(program, work):
    """(pages of single documents by folder, pages of editions)"""
    folders = {"sample": [write(program, work / "sample" / (path.stem + ".html"), path)
                          for path in sorted(SAMPLES.glob("*"))
                          if path.suffix in (".md", ".txt")]}
    if not CORPUS.exists():
        print("absent: ../shared/corpus, only the samples are looked at")
    else:
        for language in LANGUAGES:
            out = work / language
            program.run("-q", "-t", "html", "-o", str(out) + os.sep,
                        *sorted((CORPUS / "akn" / language).glob("*.xml")))
            folders[language] = sorted(out.glob("*.html"))
    return folders, editions(program, work)


def tools(build):
    """The folder of the tools, fetched once; None where they cannot be."""
    folder = Path(build).resolve() / "web-tools"
    if not shutil.which("npm") or not shutil.which("node"):
        print("absent: node and npm, no page is looked at")
        return None
    if not (folder / "done").exists():
        folder.mkdir(exist_ok=True)
        (folder / "package.json").write_text(json.dumps({
            "name": "web-test", "private": True, "dependencies": TOOLS}))
        done = subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"],
                              cwd=folder, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, check=False)
        if done.returncode:
            print("absent: %s, npm cannot fetch them" % ", ".join(TOOLS))
            return None
        (folder / "done").touch()
    return folder


def some(folder):
    return folder[::max(len(folder) // PER_LANGUAGE, 1)][:PER_LANGUAGE]


def validator(program, work, folder):
    if not shutil.which("java"):
        print("absent: java, the Nu HTML checker is not asked")
        return SKIPPED
    folders, several = pages(program, work)
    files = sum(folders.values(), []) + several
    jar = folder / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = subprocess.run(["java", "-Xss4m", "-jar", jar, "--format", "json", "--stdout", *files],
                          stdout=subprocess.PIPE, check=False)
    messages = json.loads(done.stdout)["messages"]
    for m in messages:
        print("%s:%s: %s: %s" % (m["url"], m.get("lastLine"), m["type"], m["message"]))
    print("%d pages, %d complaints" % (len(files), len(messages)))
    return 1 if messages else 0


def browser(program, work, folder, everything):
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not path:
        print("absent: Chromium, no page is opened")
        return SKIPPED
    folders, several = pages(program, work)
    files = sum(folders.values() if everything else map(some, folders.values()), [])
    files += several if everything else several[:2] + some(several[2:])
    return subprocess.run(["node", Path(__file__).parent / "browser.mjs", folder, path, *files],
                          check=False).returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", required=True, help="meson's build folder")
    parser.add_argument("--all", action="store_true", help="all of the corpus")
    parser.add_argument("part", choices=("validator", "browser"))
    args = parser.parse_args()
    folder = tools(args.build)
    if not folder:
        return SKIPPED
    program = Program(args.build)
    with tempfile.TemporaryDirectory() as work:
        if args.part == "validator":
            return validator(program, Path(work), folder)
        return browser(program, Path(work), folder, args.all)


if __name__ == "__main__":
    sys.exit(main())
