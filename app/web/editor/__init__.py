"""The editor: the form of one poster beside its preview."""

from app.web.editor.views import bp

__all__ = ["bp"]
