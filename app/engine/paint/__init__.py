"""Painters: a scene as a file. Nothing is left to decide here."""

from app.engine.paint.pdf import A3, A4, paint_home, paint_print, paint_twin, paint_web
from app.engine.paint.pictures import Pictures

__all__ = ["A3", "A4", "Pictures", "paint_home", "paint_print", "paint_twin", "paint_web"]
