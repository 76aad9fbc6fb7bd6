"""Formats as people call them."""

from collections.abc import Sequence
from typing import NamedTuple

from app.engine.sheet import Format
from app.engine.template import Artboard, PosterTemplate
from app.web.language import gettext

# What most people come for, first.
_USUAL = ("a3", "a4", "a3-landscape", "a4-landscape", "square", "story")

# What every printer at home or at work holds.
FOR_ANY_PRINTER = ("a4", "a4-landscape")

# Up to A3, in mm: what is larger comes out too small on a printer at home.
_FOR_A_WINDOW = 420


class FormatGroup(NamedTuple):
    """Formats that belong together, for paper or for screens. rows: those of one drawing beside each other."""

    title: str
    rows: tuple[tuple[Format, ...], ...]


def usual_format(template: PosterTemplate) -> Format:
    """Return the format that a template is shown in before anybody chose one."""
    return usual_of(template.formats)


def usual_of(formats: Sequence[Format]) -> Format:
    """Return the one of some formats that most people come for. formats: one at least."""
    served = {found.key: found for found in formats}
    return next((served[key] for key in _USUAL if key in served), formats[0])


def first_format(template: PosterTemplate) -> Format:
    """Return the format that a poster begins in: the usual one, for private people what they can print themselves."""
    served = {found.key: found for found in template.formats if template.is_private}
    return next((served[key] for key in FOR_ANY_PRINTER if key in served), usual_format(template))


def is_made_at_home(template: PosterTemplate, found: Format) -> bool:
    """Return whether most who make this poster in this format print it themselves, and take no shop to do it."""
    if "home" not in found.destinations:
        return False
    return found.key in FOR_ANY_PRINTER or (template.is_private and max(found.width, found.height) <= _FOR_A_WINDOW)


def chosen_format(template: PosterTemplate, key: str | None) -> Format:
    """Return the format with a key if the template serves it, else the one that its posters begin in."""
    return next((found for found in template.formats if found.key == key), first_format(template))


def format_name(found: Format) -> str:
    """Return what a format is called, such as "A3", "A4 liggend" or "Vierkant"; an own size is called by its sides."""
    if found.is_own:
        return format_size(found)
    if found.unit == "px":
        return _screen_names().get(found.key, found.key)
    if found.key == "mupi":
        return gettext("2 m²")
    name = found.key.removesuffix("-landscape").upper()
    return gettext("%(name)s liggend", name=name) if found.key.endswith("-landscape") else name


def format_size(found: Format) -> str:
    """Return the size of a format with its unit."""
    return f"{found.width} × {found.height} {found.unit}"


def format_groups(template: PosterTemplate) -> tuple[FormatGroup, ...]:
    """Return a template's formats in the one order that they have everywhere, those on paper first."""
    boards = boards_in_order(template, first_format(template))
    paper = tuple(row for board in boards if (row := paper_of(board)))
    screen = tuple(found for board in boards for found in board.formats if found.unit == "px")
    groups = (FormatGroup(gettext("Op papier"), paper), FormatGroup(gettext("Op een scherm"), (screen,)))
    return tuple(group for group in groups if any(group.rows))


def boards_in_order(template: PosterTemplate, first: Format) -> tuple[Artboard, ...]:
    """Return a template's drawings, the one that a format is made from first."""
    return tuple(sorted(template.artboards, key=lambda board: first not in board.formats))


def paper_of(board: Artboard) -> tuple[Format, ...]:
    """Return what a drawing can become on paper, from small to large."""
    return tuple(sorted((found for found in board.formats if found.unit == "mm"), key=lambda found: found.area_m2))


def _screen_names() -> dict[str, str]:
    return {
        "square": gettext("Vierkant"),
        "feed": gettext("Staand 4:5"),
        "story": gettext("Story"),
        "wide": gettext("Breed"),
        "uhd": gettext("Breed 4K"),
    }
