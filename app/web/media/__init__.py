"""Pictures and styles that pages show."""

from app.web.media.views import bp

__all__ = ["bp"]
