"""Drawings: reading SVG as outlines, strictly for artboards, warily for other people's logos."""

from app.engine.vector.bounds import visible_bounds
from app.engine.vector.problems import Problem
from app.engine.vector.reader import Reading, read_svg

__all__ = ["Problem", "Reading", "read_svg", "visible_bounds"]
