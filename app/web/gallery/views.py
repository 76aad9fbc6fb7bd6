"""The gallery and the page of one template."""

from typing import NamedTuple

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.engine.geometry import Rect
from app.web.formats import format_groups, usual_format
from app.web.language import current
from app.web.needs import needs_of
from app.web.shell import offered, services

bp = Blueprint("gallery", __name__)

# Who welcomes visitors, the one in the middle first; another kit sends whom it has.
_WELCOMING = ("verpleegkundige-1", "zorgkundige-1", "verzorgende-1")
_HEADROOM = 0.03


class Person(NamedTuple):
    """A drawing at the head of the gallery. view: the part that is seen, as the fragment of its address. In px."""

    name: str
    view: str
    width: int
    height: int


@bp.get("/")
def index() -> ResponseReturnValue:
    """Show every published template."""
    templates = services().catalog.published()
    shown = [(template, usual_format(template)) for template in templates]
    return render_template("gallery/index.html", shown=shown, people=_people())


@bp.get("/sjablonen/<name>")
def template(name: str) -> ResponseReturnValue:
    """Show one template: its formats, what it needs, and the button to begin."""
    found = offered(name)
    spoken = current() if current() in found.languages else found.languages[0]
    return render_template(
        "gallery/template.html",
        template=found,
        large=usual_format(found),
        groups=format_groups(found),
        needs=needs_of(found),
        spoken=spoken,
    )


def _people() -> tuple[Person, ...]:
    """Return who stands at the head of the gallery; nobody where the kit has too few."""
    known = services().catalog.brand.illustrations
    names = _WELCOMING if all(name in known for name in _WELCOMING) else sorted(known)[: len(_WELCOMING)]
    return tuple(_person(name, known[name].box) for name in names) if len(names) == len(_WELCOMING) else ()


def _person(name: str, box: Rect) -> Person:
    """Return a drawing with room above it: hair may reach past the edge."""
    room = _HEADROOM * box.height
    view = f"{box.x:g},{box.y - room:g},{box.width:g},{box.height + room:g}"
    return Person(name, f"svgView(viewBox({view}))", round(box.width), round(box.height + room))
