"""Gradients as painters take them: stops in order, and how the inks between them look on a screen."""

from collections.abc import Sequence
from itertools import pairwise

from app.engine.color import Cmyk, Ink, PrintCondition, Stop
from app.engine.scene import LinearGradient, Paint, RadialGradient

# Inks blend in CMYK and screens in sRGB; this many pieces between two stops keep the two alike to within what an
# eye tells apart.
_PIECES = 8


def reduced(paint: Paint) -> Paint:
    """Return the ink that a gradient without extent comes down to, and any other paint as it is.

    Source: SVG 2, 14.2.2 and 14.2.3: the colour of the last stop.
    """
    match paint:
        case LinearGradient() if paint.start == paint.end:
            return paint.stops[-1].ink
        case RadialGradient() if paint.radius <= 0:
            return paint.stops[-1].ink
    return paint


def spanning(stops: Sequence[Stop]) -> tuple[Stop, ...]:
    """Return stops that reach from 0 to 1 and never go back, as SVG 2, 14.2.4 reads them. stops: at least one."""
    placed: list[Stop] = []
    for stop in stops:
        offset = min(max(stop.offset, placed[-1].offset if placed else 0.0), 1.0)
        placed.append(Stop(offset=offset, ink=stop.ink))
    return Stop(offset=0.0, ink=placed[0].ink), *placed, Stop(offset=1.0, ink=placed[-1].ink)


def proofed(stops: Sequence[Stop], condition: PrintCondition) -> tuple[Stop, ...]:
    """Return the stops with the proofs of the inks between them."""
    reached = spanning(stops)
    found = [reached[0]]
    for one, other in pairwise(reached):
        if other.offset > one.offset and other.ink != one.ink:
            found.extend(_between(one, other, step / _PIECES, condition) for step in range(1, _PIECES))
        found.append(other)
    return tuple(found)


def _between(one: Stop, other: Stop, share: float, condition: PrintCondition) -> Stop:
    # Rounded to what the proof can tell apart, so that its memory of colours stays small.
    inks = Cmyk(*(level / 255 for level in one.ink.cmyk.mixed(other.ink.cmyk, share).levels))
    offset = one.offset + (other.offset - one.offset) * share
    return Stop(offset=offset, ink=Ink(cmyk=inks, srgb=condition.proof(inks)))
