"""Finished files, by what they are for."""

from app.web.downloads import mending, papers, picking
from app.web.downloads.views import bp

__all__ = ["bp", "mending", "papers", "picking"]
