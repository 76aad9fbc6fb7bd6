"""Fonts: faces, shaping, and what a painter needs of them."""

from app.engine.fonts.face import Face, Metrics

__all__ = ["Face", "Metrics"]
