"""Pages to read, and what machines ask for."""

from app.web.pages.views import bp

__all__ = ["bp"]
