"""All that is ready in one ZIP: whether there is anything to put in it, and otherwise why not."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from app.engine.content import Content
from app.engine.findings import Finding, has_errors
from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format, format_of
from app.engine.template import PosterTemplate
from app.services.home_prints import usual_at_home
from app.services.pieces import Piece, sensible_pieces
from app.web.downloads.offers import Offers, stopping_once
from app.web.findings import ShownFinding, shown
from app.web.formats import usual_format
from app.web.shell import services


class Everything(NamedTuple):
    """The ZIP of one poster. obstacles: why there is none, where the page does not say so of all files already."""

    is_ready: bool
    obstacles: tuple[ShownFinding, ...]


def everything_of(
    template: PosterTemplate,
    content: Content,
    chosen: Format,
    offers: Offers,
    findings: Mapping[Destination, Iterable[Finding]],
    order: Sequence[str],
    *,
    refused: Iterable[Finding] = (),
) -> Everything:
    """Return whether there is a ZIP to be had.

    chosen: the format that is looked at. offers, findings: of that. order: slots in the order of the form.
    refused: what the making of the ZIP found, if that stopped it.
    """
    stopping = tuple(refused)
    if not stopping and (offers.usual or _ready_elsewhere(template, content, chosen)):
        return Everything(True, ())
    if offers.all_wait:
        return Everything(False, ())
    known = stopping or tuple(one for of_goal in findings.values() for one in of_goal)
    return Everything(False, tuple(one for one in stopping_once(shown(known, order)) if not offers.tells(one)))


def _ready_elsewhere(template: PosterTemplate, content: Content, chosen: Format) -> bool:
    """Return whether a file of another format is ready; a judgement each, so it is asked last."""
    pieces = sensible_pieces(template, chosen, usual_format(template))
    return any(not has_errors(_found(template, content, piece)) for piece in pieces)


def _found(template: PosterTemplate, content: Content, piece: Piece) -> tuple[Finding, ...]:
    """Return what is to be said of a file, made as it usually is: a large format goes home over sheets only."""
    usual = usual_at_home(format_of(piece.format_key)) if piece.destination == "home" else Options()
    return services().rendering.findings(template, content, *piece, usual)
