"""A program of its own for tests: makes ZIPs and prints, as JSON, what each cost the process that hands them out.

Argument: a folder for its files. A test run took more memory before than any ZIP would, which hides what one takes.
"""

import ctypes
import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image

from app.engine.content import read_content
from app.services import open_workshop
from app.services.pieces import Piece
from app.settings import Settings

DATE = datetime(2027, 3, 1, 12, tzinfo=UTC)
SIZE = (2400, 3200)
CONTENT = """
language = "nl"
[text]
headline = "Warm hart, vast contract."
[photo.photo]
file = "{photo}"
alt = "Een lachende verpleegkundige in de tuin"
consent = true
[imprint]
name = "An Peeters"
street = "Kerkstraat 1"
postcode = "8560"
town = "Wevelgem"
"""
BUNDLES = {
    "light": [Piece("a6", "web")],
    "one": [Piece("a3", "print")],
    "heavy": [Piece("a3", "screen")],
    "many": [Piece(key, goal) for key in ("a2", "a3", "a4", "a5") for goal in ("print", "home", "web")],
}


class Cost(NamedTuple):
    """What one ZIP weighs, and by how much the memory of this process grew at most meanwhile, in MB."""

    weight: float
    growth: float


def noise():
    """Return a photo that is as heavy as photos get, and so are the files that show it."""
    pixels = np.random.default_rng(7).integers(0, 255, (SIZE[1], SIZE[0], 3), dtype=np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=90)
    return file.getvalue()


def main(folder):
    shop = open_workshop(Settings(data=folder), folder / "files", workers=1)
    try:
        template = shop.catalog.get("portret")
        content = read_content(CONTENT.format(photo=shop.uploads.photo(noise()).key))

        def drained(pieces):
            """Make a ZIP and let every byte go by; return how many there were."""
            return sum(map(len, shop.bundles.open(template, content, language="nl", date=DATE, pieces=pieces).chunks))

        drained(BUNDLES["light"])  # what is loaded and read at the first time is no matter of weight
        print(json.dumps({name: measured(drained, pieces) for name, pieces in BUNDLES.items()}))
    finally:
        shop.close()


def measured(drained, pieces):
    """Make one ZIP and return what it cost."""
    # What was freed before would hide what is taken now; and the kernel counts the peak anew (proc(5), clear_refs).
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")
    before = status_mb("VmRSS")
    weight = drained(pieces) / 1e6
    return Cost(weight, status_mb("VmHWM") - before)._asdict()


def status_mb(field):
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) * 1024 / 1e6


if __name__ == "__main__":
    main(Path(sys.argv[1]))
