"""The same input and date give the same bytes, in whatever process."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from poster_maker import content, judged, painted, with_photo
from poster_matrix import DESTINATIONS, Case, pairs
from poster_shelf import TEMPLATES

SMALL = ("a6", "a5", "a4", "a6-landscape", "square", "feed")


def one_of_each():
    """Return a small poster of every template, bound for one place after the other."""
    cases = []
    for turn, name in enumerate(TEMPLATES):
        wanted = DESTINATIONS[turn % len(DESTINATIONS)]
        known = [case for case in pairs() if case.template == name and case.format in SMALL]
        cases.append(max(known, key=lambda case: case.destination == wanted))
    return cases


CASES = one_of_each()
PHOTO = Case("portret", "a5", "ar", "print")


def sums():
    """Return the sum of each file."""
    posters = [judged(PHOTO, with_photo(content("portret", "ar"))), *map(judged, CASES)]
    return [hashlib.sha256(painted(found)).hexdigest() for found in posters]


def test_two_processes_make_the_same_files():
    """Neither the order of sets nor what was made before leaves a trace."""
    here = Path(__file__).parent
    path = os.pathsep.join(map(str, (here, *here.parents[:2])))
    script = "from test_same_bytes import sums; print(*reversed(sums()))"
    told = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        run = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
        told.append(run.stdout.decode().split()[::-1])

    assert told[0] == told[1] == sums()


def test_another_date_is_another_file():
    """The date is in the file and in its identity."""
    from datetime import timedelta

    from poster_maker import DATE, files

    from app.engine.pipeline import Options, artwork

    poster = judged(Case("infodag", "a4", "nl", "print"))
    later = artwork(poster, files(), options=Options(), date=DATE + timedelta(days=1))

    assert later != painted(poster)
