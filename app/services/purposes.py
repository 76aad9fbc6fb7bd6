"""What a template can become: its formats, own sizes of a shape that was drawn, and where each goes."""

from contextlib import suppress

from app.engine.imposition import home_prints
from app.engine.sheet import Destination, Format, WrongSize, format_of
from app.engine.template import PosterTemplate
from app.engine.template.checked import Purpose

# Every format has a proof and can be part of a bundle.
_OF_EVERY_FORMAT: tuple[Destination, ...] = ("proof", "all")


class WrongFormat(LookupError):
    """A template does not serve this format, or the format does not go to this destination."""


def goals_of(found: Format) -> tuple[Destination, ...]:
    """Return where a format can go. What is no paper of a printer at home goes there in parts."""
    known = found.destinations
    return known if "home" in known or not home_prints(found) else (known[0], "home", *known[1:])


def purpose_of(template: PosterTemplate, format_key: str, destination: Destination, *, tiled: bool = False) -> Purpose:
    """Return what a poster is made for. tiled: over sheets of paper, as any size on paper can go home.

    Raises WrongFormat, with what there is instead.
    """
    found = _served(template, format_key)
    at_home = tiled and destination == "home" and found.unit == "mm"
    if not at_home and destination not in (*found.destinations, *_OF_EVERY_FORMAT):
        goes = ", ".join(found.destinations)
        raise WrongFormat(f"format {found.key} does not go to {destination!r}; it goes to: {goes}")
    return Purpose(format=found, destination=destination)


def _served(template: PosterTemplate, format_key: str) -> Format:
    """Return a format or own size that a template has a drawing for. Raises WrongFormat."""
    try:
        found = format_of(format_key)
        template.artboard(found.key)
    except WrongSize as wrong:
        raise WrongFormat(str(wrong)) from wrong
    except KeyError as missing:
        served = ", ".join(found.key for found in template.formats)
        near = _near(template, format_key)
        raise WrongFormat(f"template {template.key} has no format {format_key!r}; it has: {served}{near}") from missing
    return found


def _near(template: PosterTemplate, format_key: str) -> str:
    """Return which sizes near an own one have a shape that was drawn; nothing for what is no size."""
    with suppress(KeyError):
        wanted = format_of(format_key)
        near = [found.key for found in template.sizes_near(wanted)]
        return f"; the nearest sizes of a shape that it has: {' and '.join(near)} (mm)" if near else ""
    return ""
