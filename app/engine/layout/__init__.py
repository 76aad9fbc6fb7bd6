"""Layout: every decision about where things stand and how large they are."""

from app.engine.layout.poster import lay_out

__all__ = ["lay_out"]
