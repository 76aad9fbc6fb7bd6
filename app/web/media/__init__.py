"""Pictures and styles that pages show."""

from app.web.media import logos  # noqa: F401 - adds its page to the blueprint
from app.web.media.views import bp

__all__ = ["bp"]
