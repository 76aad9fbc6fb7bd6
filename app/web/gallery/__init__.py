"""The gallery: every published template, shown as it comes out."""

from app.web.gallery.views import bp

__all__ = ["bp"]
