"""Shapes and maps of the plane; lengths in pt, y downwards."""

from app.engine.geometry.path import FillRule, Path, polygon_area
from app.engine.geometry.values import IDENTITY, Matrix, Point, Rect, Size

__all__ = ["IDENTITY", "FillRule", "Matrix", "Path", "Point", "Rect", "Size", "polygon_area"]
