"""The drawings of people that the brand kit lets welcome visitors."""

from typing import NamedTuple

from app.engine.geometry import Rect
from app.web.shell import services

_HEADROOM = 0.03


class Person(NamedTuple):
    """A drawing of somebody. view: the part that is seen, as the fragment of its address. In px."""

    name: str
    view: str
    width: int
    height: int


def people() -> tuple[Person, ...]:
    """Return who welcomes visitors, the one in the middle first; nobody where the kit names none."""
    brand = services().catalog.brand
    return tuple(_person(name, brand.illustrations[name].box) for name in brand.welcome)


def _person(name: str, box: Rect) -> Person:
    """Return a drawing with room above it: hair may reach past the edge."""
    room = _HEADROOM * box.height
    view = f"{box.x:g},{box.y - room:g},{box.width:g},{box.height + room:g}"
    return Person(name, f"svgView(viewBox({view}))", round(box.width), round(box.height + room))
