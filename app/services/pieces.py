"""Which files a bundle holds: everything, what was chosen, or what most have a use for."""

from collections.abc import Sequence
from typing import NamedTuple

from app.engine.sheet import Destination, Format
from app.engine.template import PosterTemplate
from app.services.purposes import goals_of, purpose_of

# A square and a story go wherever people post.
_TO_POST = ("square", "story")


class Piece(NamedTuple):
    """One file of a bundle."""

    format_key: str
    destination: Destination


def pieces_of(template: PosterTemplate, format_keys: Sequence[str] = ()) -> tuple[Piece, ...]:
    """Return every file that a template can become, in these formats only where any are named.

    Raises WrongFormat for a format that the template does not have.
    """
    chosen = {found.key: found for found in (purpose_of(template, key, "all").format for key in format_keys)}
    own = [found for found in chosen.values() if found.is_own]
    named = [found for found in template.formats if not chosen or found.key in chosen]
    return tuple(Piece(found.key, destination) for found in (*named, *own) for destination in goals_of(found))


def sensible_pieces(template: PosterTemplate, found: Format, usual: Format) -> tuple[Piece, ...]:
    """Return the files that most have a use for: one format on paper in every way, and pictures to post.

    found: the format that somebody looks at. usual: the one to print where that is none on paper.
    """
    paper = found if found.unit == "mm" else usual
    shown = [one.key for one in template.formats if one.key in (*_TO_POST, found.key) and one.unit == "px"]
    printed = [Piece(paper.key, goal) for goal in goals_of(paper) if goal != "screen" and paper.unit == "mm"]
    return (*printed, *(Piece(key, "screen") for key in shown))
