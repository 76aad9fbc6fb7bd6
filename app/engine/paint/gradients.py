"""Gradients as shading patterns."""

from collections.abc import Sequence
from itertools import pairwise

from app.engine.color import Stop
from app.engine.geometry import Matrix
from app.engine.paint.inks import InkPolicy, color_row
from app.engine.paint.numbers import matrix_row
from app.engine.paint.objects import Document, Value, array, dictionary, numbers
from app.engine.scene import LinearGradient, RadialGradient


def pattern(gradient: LinearGradient | RadialGradient, *, base: Matrix, policy: InkPolicy, document: Document) -> Value:
    """Enter a gradient and return a reference to its pattern. Its end colours go on beyond its ends.

    base: from the scene to the space of the page or form that is painted.
    """
    shading = {
        "ShadingType": 2 if isinstance(gradient, LinearGradient) else 3,
        "ColorSpace": policy.space,
        "Coords": _coords(gradient),
        "Extend": "[true true]",
        "Function": _function(gradient.stops, policy, document),
    }
    matrix = f"[{matrix_row(gradient.matrix.then(base))}]"
    return document.add({"Type": "/Pattern", "PatternType": 2, "Shading": dictionary(shading), "Matrix": matrix})


def _coords(gradient: LinearGradient | RadialGradient) -> str:
    # Six decimals: a gradient may be described on a box of one unit.
    if isinstance(gradient, LinearGradient):
        return numbers(*gradient.start, *gradient.end, places=6)
    return numbers(*gradient.focus, gradient.focus_radius, *gradient.center, gradient.radius, places=6)


def _function(stops: Sequence[Stop], policy: InkPolicy, document: Document) -> Value:
    """Return the function from the place along the gradient to the colour."""
    pieces = [(one, other) for one, other in pairwise(policy.blend(stops)) if other.offset > one.offset]
    ramps = [_ramp(one, other, policy) for one, other in pieces]
    if len(ramps) == 1:
        return document.add(ramps[0])
    stitched = {
        "FunctionType": 3,
        "Domain": "[0 1]",
        "Functions": array(*(dictionary(ramp) for ramp in ramps)),
        "Bounds": numbers(*(one.offset for one, _ in pieces[1:]), places=6),
        "Encode": numbers(*(0, 1) * len(ramps)),
    }
    return document.add(stitched)


def _ramp(one: Stop, other: Stop, policy: InkPolicy) -> dict[str, Value]:
    return {
        "FunctionType": 2,
        "Domain": "[0 1]",
        "C0": f"[{color_row(policy, one.ink)}]",
        "C1": f"[{color_row(policy, other.ink)}]",
        "N": 1,
    }
