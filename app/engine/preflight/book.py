"""The rules of laid-out posters, gathered."""

from app.engine.findings import Finding

# Importing a module of rules enters them in the book.
from app.engine.preflight import colors, grays, marks, press, sharpness, typesetting  # noqa: F401
from app.engine.preflight.rules import BOOK, Judged, PixelsBehind
from app.engine.scene import Scene
from app.engine.template.checked import CheckedContent

__all__ = ["BOOK", "preflight"]


def preflight(poster: CheckedContent, scene: Scene, behind: PixelsBehind) -> tuple[Finding, ...]:
    """Return everything that is wrong with a laid-out poster, all at once.

    behind: gives the pixels behind a box; called only where text or a logo stands on a picture.
    """
    return BOOK.judge(Judged(poster=poster, scene=scene, behind=behind))
