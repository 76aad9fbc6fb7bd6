"""Ghostscript draws print files as a press does.

Without it the tests that ask for it are left out with the reason; in CI they fail.
"""

import os
import shutil
import subprocess

import pytest


def drawn(data: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    """Return what Ghostscript makes of a file: the drawing on its standard output, what it has to say on the other."""
    program = shutil.which("gs")
    if program is None and os.environ.get("REQUIRE_GHOSTSCRIPT"):
        pytest.fail("no Ghostscript on this machine, and REQUIRE_GHOSTSCRIPT asks for one")
    if program is None:
        pytest.skip("no Ghostscript on this machine: tests that draw print files are left out")
    command = [program, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", *options]
    ways = ["-sstdout=%stderr", "-sOutputFile=%stdout", "-"]
    return subprocess.run([*command, *ways], input=data, capture_output=True, check=True)
