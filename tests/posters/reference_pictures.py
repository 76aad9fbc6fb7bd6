"""One small picture of every drawing of every template, kept in the project, so that a change of look is seen.

And one of the whole family, for the front page of the project.

Run as a program (`script/references`) it draws those anew that have
changed beyond the tolerance, and those that are new.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image
from poster_maker import bilingual, content, drawn, judged
from poster_matrix import Case
from poster_shelf import ROOT, TEMPLATES, template

from app.engine.pipeline import Poster

FOLDER = ROOT / "tests" / "resources" / "references"
WIDTH = 150

# All templates on one sheet: so many a row, each so wide, so far apart; in px.
FAMILY = ROOT / "docs" / "images" / "posters.png"
A_ROW, POSTER, GAP = 5, 312, 10

# Kept in so many colours, a picture takes 6 kB; that alone is off by up to 0.4 in the mean.
COLORS = 256

# The rest is what another processor or a newer rasteriser may do to edges; one word more changes more than that.
# Mean difference of a channel, 0 to 255, and the share of pixels that are off by more than FAR in some channel.
MEAN, SHARE, FAR = 0.8, 0.003, 40

# A drawing that serves many sizes is pictured at the one it was drawn for.
DRAWN_FOR = ("a3", "a3-landscape")


class Shown(NamedTuple):
    """One drawing of a template, at the format at which it is pictured. second: language, on a bilingual poster."""

    template: str
    format: str
    second: str = ""

    def __str__(self) -> str:
        return "-".join(filter(None, self))

    @property
    def file(self) -> Path:
        return FOLDER / f"{self}.png"


def every_drawing() -> list[Shown]:
    """Return each drawing of each template, in one language, and in two where the template has such a sample."""
    return [
        Shown(name, next((key for key in DRAWN_FOR if key in keys), keys[0]), second)
        for name in TEMPLATES
        for keys in ([format.key for format in board.formats] for board in template(name).artboards)
        for second in ("", *(second for first, second in bilingual(name) if first == "nl"))
    ]


def now(shown: Shown) -> np.ndarray:
    """Return the picture as it is drawn today: the Dutch sample, 150 px wide."""
    return drawn(_sample(shown), WIDTH)


def _sample(shown: Shown) -> Poster:
    given = bilingual(shown.template)["nl", shown.second] if shown.second else content(shown.template, "nl")
    return judged(Case(shown.template, shown.format, "nl", "screen"), given)


def kept(file: Path) -> np.ndarray:
    """Return a picture that is kept. Raises FileNotFoundError."""
    with Image.open(file) as picture:
        return np.asarray(picture.convert("RGB"))


def family() -> np.ndarray:
    """Return every template that comes along as an A3, side by side."""
    posters = [drawn(_sample(Shown(name, "a3")), POSTER) for name in TEMPLATES]
    height = posters[0].shape[0]
    rows = -(-len(posters) // A_ROW)
    sheet = np.full((rows * (height + GAP) - GAP, A_ROW * (POSTER + GAP) - GAP, 3), 255, np.uint8)
    for turn, poster in enumerate(posters):
        top, left = (height + GAP) * (turn // A_ROW), (POSTER + GAP) * (turn % A_ROW)
        sheet[top : top + height, left : left + POSTER] = poster
    return sheet


def is_alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Return whether two pictures differ by no more than the tolerance."""
    if one.shape != other.shape:
        return False
    apart = np.abs(one.astype(int) - other)
    return apart.mean() <= MEAN and (apart.max(axis=2) > FAR).mean() <= SHARE


def main() -> None:
    """Draw anew what has changed, take away what no template has any more, and tell which."""
    FOLDER.mkdir(exist_ok=True)
    wanted = {shown.file for shown in every_drawing()}
    for shown in every_drawing():
        _renew(shown.file, now(shown))
    _renew(FAMILY, family())
    for file in sorted({*FOLDER.glob("*.png")} - wanted):
        file.unlink()
        print(f"taken away: {file.relative_to(ROOT)}")


def _renew(file: Path, picture: np.ndarray) -> None:
    if file.is_file() and is_alike(picture, kept(file)):
        return
    few = Image.fromarray(picture).quantize(COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
    print(f"drawn: {file.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
