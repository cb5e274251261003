#!/usr/bin/env python3
"""A batch under the thread sanitizer: a hundred documents, four threads; then the
PDFs that it made are read.

    run.py SHIM BUILD

SHIM tells the sanitizer of GLib's locks. What it says of our own code is
a failure; what it says of libraries that are not built with it is counted.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from program import ROOT, Program   # noqa: E402

DOCUMENTS, THREADS = 100, 4
SAMPLES = [p for p in sorted((ROOT / "tests/golden/text").iterdir())
           if p.suffix in (".txt", ".md")]


OURS = re.compile(r"\S/src/(%s)/\w+\.[ch]:" % "|".join(p.name for p in (ROOT / "src").iterdir()))


def races(log):
    """The reports in which an access is in code of ours, and how many others."""
    ours, others = [], 0
    for report in re.findall(r"^WARNING: ThreadSanitizer.*?^SUMMARY:[^\n]*", log, re.M | re.S):
        tops = re.findall(r"^  (?:Read|Write|Previous|Atomic)[^\n]*\n    #0 ([^\n]*)", report, re.M)
        if any(OURS.search(top) for top in tops):
            ours.append(report)
        else:
            others += 1
    return ours, others


def main():
    shim, build = sys.argv[1:]
    program = Program(build)
    runtime = subprocess.run(["gcc", "-print-file-name=libtsan.so"], stdout=subprocess.PIPE,
                             check=True).stdout.decode().strip()
    with tempfile.TemporaryDirectory() as work:
        for i in range(DOCUMENTS):
            source = SAMPLES[i % len(SAMPLES)]
            (Path(work) / ("%03d%s" % (i, source.suffix))).write_bytes(source.read_bytes())
        environment = dict(
            program.environment, G_SLICE="always-malloc",   # or memory changes hands unseen
            LD_PRELOAD="%s %s" % (runtime, shim),
            TSAN_OPTIONS="exitcode=0 history_size=5 log_path=%s" % os.path.join(work, "tsan"))
        done = subprocess.run(
            [program.path, "-q", "-r", "-j%d" % THREADS, "-t", "akn,json,html,text,pdf", "-o",
             os.path.join(work, "out"), "--report", os.path.join(work, "run.ndjson"), work],
            env=environment, stderr=subprocess.PIPE)
        pages = sorted((Path(work) / "out").rglob("*.pdf"))
        again = subprocess.run(
            [program.path, "-q", "-j%d" % THREADS, "-O", "pdf.text=yes", "-t", "akn", "-o",
             os.path.join(work, "back") + os.sep, *map(str, pages)],
            env=environment, stderr=subprocess.PIPE)
        back = len(list((Path(work) / "back").glob("*.xml")))
        log = "".join(p.read_text(errors="replace") for p in Path(work).glob("tsan.*"))
        written = len(list((Path(work) / "out").rglob("*.xml")))
    ours, others = races(log)
    print("\n\n".join(ours))
    print("%d documents of %d, %d of %d PDFs read, %d races in our code, %d reports of libraries" %
          (written, DOCUMENTS, back, len(pages), len(ours), others))
    ended = max(abs(done.returncode), abs(again.returncode)) <= 3
    return 0 if not ours and ended and min(written, back) >= DOCUMENTS * 3 // 4 else 1


if __name__ == "__main__":
    sys.exit(main())
