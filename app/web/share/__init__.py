"""Links that show a poster to whoever has them."""

from app.web.share.views import bp

__all__ = ["bp"]
