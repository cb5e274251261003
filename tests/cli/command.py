"""The resconv command in a folder of the test's own."""
import tempfile
import unittest
from pathlib import Path


def tree(folder):
    """Relative path to bytes of all files below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes()
            for p in sorted(Path(folder).rglob("*")) if p.is_file()}


class Command(unittest.TestCase):
    program = None      # set before the tests run

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = Path(folder.name)

    def run_it(self, status, *arguments, **more):
        done = self.program.run(*arguments, cwd=self.work, **more)
        self.assertEqual(done.returncode, status, done.stderr.decode("utf-8", "replace"))
        return done
