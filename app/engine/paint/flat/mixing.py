"""Inks laid over each other, as a press that knows transparency mixes them: each plate by itself.

Source: ISO 32000-1, 11.3.6, blend mode Normal, in the space of the plates.
"""

from collections.abc import Callable
from dataclasses import replace

from app.engine.color import Ink
from app.engine.scene import LinearGradient, Paint, RadialGradient


def over(below: Ink, ink: Ink, opacity: float) -> Ink:
    """Return what an ink of some opacity, 0–1, makes of the ink below it."""
    inks = below.cmyk.mixed(ink.cmyk, opacity)
    return Ink(cmyk=inks, srgb=below.srgb.mixed(ink.srgb, opacity), is_mixed=True)


def veiled(paint: Paint, ink: Ink, opacity: float) -> Paint:
    """Return a paint as it looks below an ink of some opacity, 0–1."""
    if isinstance(paint, Ink):
        return over(paint, ink, opacity)
    return _each(paint, lambda below: over(below, ink, opacity))


def laid(paint: Paint, below: Ink, opacity: float) -> Paint:
    """Return what a paint of some opacity, 0–1, makes of one ink below it."""
    if isinstance(paint, Ink):
        return over(below, paint, opacity)
    return _each(paint, lambda ink: over(below, ink, opacity))


def _each(gradient: LinearGradient | RadialGradient, change: Callable[[Ink], Ink]) -> LinearGradient | RadialGradient:
    return replace(gradient, stops=tuple(replace(stop, ink=change(stop.ink)) for stop in gradient.stops))
