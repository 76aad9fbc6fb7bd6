"""The second judgement: what the laid-out poster is like, measured on the scene and on its pixels."""

from app.engine.preflight.book import BOOK, preflight

__all__ = ["BOOK", "preflight"]
