"""The resconv of a build folder, run by the tests as a user runs it."""
import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"     # corpus and schema, kept outside the project
SKIPPED = 77                        # what meson takes for "not run"


class Program:
    def __init__(self, build):
        build = Path(build).resolve()
        self.path = str(build / "src" / "cli" / "resconv")
        modules = [build / "src" / name for name in ("archive", "input", "output", "typeset")]
        self.environment = dict(
            os.environ, LC_ALL="C.UTF-8",
            RESCONV_MODULE_PATH=os.pathsep.join(map(str, modules)),
            LSAN_OPTIONS="print_suppressions=0:suppressions=%s" % (ROOT / "tests/lsan.supp"))

    def run(self, *arguments, **more):
        """Run it; gives the finished process with stdout and stderr as bytes."""
        more.setdefault("stdin", None if "input" in more else subprocess.DEVNULL)
        if more["stdin"] is None:
            del more["stdin"]
        more.setdefault("stdout", subprocess.PIPE)
        more.setdefault("stderr", subprocess.PIPE)
        return subprocess.run([self.path, *map(str, arguments)],
                              env=self.environment, **more)

    def formats(self, column):
        """Names of the formats that are read (1) or written (2)."""
        rows = self.run("--list-formats").stdout.decode().splitlines()
        rows = [row.split(None, 4) for row in rows if not row.startswith(" ")]
        return [row[0] for row in rows if row[column] in ("read", "write")]


def validate(paths):
    """What xmllint says against the OASIS schema about files that are not
    valid, in one call; None where the schema is not there."""
    schema = SHARED / "schema" / "akomantoso30.xsd"
    if not schema.exists():
        print("absent: ../shared/schema, %d files not validated" % len(paths))
        return None
    done = subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, *paths],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    return [line for line in lines if not line.endswith(" validates")]
