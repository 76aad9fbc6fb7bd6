"""The second judgement: what the laid-out poster is like, measured on the scene and on its pixels."""

from app.engine.preflight.book import BOOK, preflight
from app.engine.preflight.sharpness import largest_served

__all__ = ["BOOK", "largest_served", "preflight"]
