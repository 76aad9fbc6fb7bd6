"""The same input and date give the same bytes, in whatever process."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from poster_maker import content, judged, painted, with_photo
from poster_matrix import Case

CASES = [
    Case("portret", "a4", "ar", "print"),
    Case("vacature", "a5", "nl", "web"),
    Case("vacature", "a5", "uk", "print"),
    Case("infodag", "a4", "tr", "home"),
    Case("trots", "square", "fr", "screen"),
]


def sums():
    """Return the sum of each file."""
    found = []
    for case in CASES:
        given = content(case.template, case.language)
        chosen = with_photo(given) if case.template == "portret" else given
        found.append(hashlib.sha256(painted(judged(case, chosen))).hexdigest())
    return found


def test_two_processes_make_the_same_files():
    """Neither the order of sets nor what was made before leaves a trace."""
    here = Path(__file__).parent
    script = "from test_same_bytes import sums; print(*reversed(sums()))"
    told = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{here}:{here.parents[1]}"}
        run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
        told.append(run.stdout.decode().split()[::-1])

    assert told[0] == told[1] == sums()


def test_another_date_is_another_file():
    """The date is in the file and in its identity."""
    from datetime import timedelta

    from poster_maker import DATE, files

    from app.engine.pipeline import Options, artwork

    poster = judged(CASES[2])
    later = artwork(poster, files(), options=Options(), date=DATE + timedelta(days=1))

    assert later != painted(poster)
