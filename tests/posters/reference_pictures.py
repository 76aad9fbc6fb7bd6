"""One small picture of every drawing of every template, kept in the project, so that a change of look is seen.

Run as a program (`script/references`) it draws those anew that have
changed beyond the tolerance, and those that are new.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image
from poster_maker import content, drawn, judged
from poster_matrix import Case
from poster_shelf import ROOT, TEMPLATES, template

FOLDER = ROOT / "tests" / "resources" / "references"
WIDTH = 150

# Kept in so many colours, a picture takes 6 kB; that alone is off by up to 0.4 in the mean.
COLORS = 256

# The rest is what another processor or a newer rasteriser may do to edges; one word more changes more than that.
# Mean difference of a channel, 0 to 255, and the share of pixels that are off by more than FAR in some channel.
MEAN, SHARE, FAR = 0.8, 0.003, 40

# A drawing that serves many sizes is pictured at the one it was drawn for.
DRAWN_FOR = ("a3", "a3-landscape")


class Shown(NamedTuple):
    """One drawing of a template, at the format at which it is pictured."""

    template: str
    format: str

    def __str__(self) -> str:
        return "-".join(self)

    @property
    def file(self) -> Path:
        return FOLDER / f"{self}.png"


def every_drawing() -> list[Shown]:
    """Return each drawing of each template once."""
    return [
        Shown(name, next((key for key in DRAWN_FOR if key in keys), keys[0]))
        for name in TEMPLATES
        for keys in ([format.key for format in board.formats] for board in template(name).artboards)
    ]


def now(shown: Shown) -> np.ndarray:
    """Return the picture as it is drawn today: the Dutch sample, 150 px wide."""
    found = judged(Case(shown.template, shown.format, "nl", "screen"), content(shown.template, "nl"))
    return drawn(found, WIDTH)


def kept(shown: Shown) -> np.ndarray:
    """Return the picture that is kept. Raises FileNotFoundError."""
    with Image.open(shown.file) as picture:
        return np.asarray(picture.convert("RGB"))


def is_alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Return whether two pictures differ by no more than the tolerance."""
    if one.shape != other.shape:
        return False
    apart = np.abs(one.astype(int) - other)
    return apart.mean() <= MEAN and (apart.max(axis=2) > FAR).mean() <= SHARE


def _few_colors(picture: np.ndarray) -> Image.Image:
    return Image.fromarray(picture).quantize(COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)


def main() -> None:
    """Draw anew what has changed, take away what no template has any more, and tell which."""
    FOLDER.mkdir(exist_ok=True)
    wanted = every_drawing()
    for shown in wanted:
        picture = now(shown)
        if not shown.file.is_file() or not is_alike(picture, kept(shown)):
            _few_colors(picture).save(shown.file, optimize=True)
            print(f"drawn: {shown.file.relative_to(ROOT)}")
    for file in sorted({*FOLDER.glob("*.png")} - {shown.file for shown in wanted}):
        file.unlink()
        print(f"taken away: {file.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
