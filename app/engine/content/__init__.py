"""Content: what the user fills in, and the file form of it."""

from app.engine.content.values import Content, Imprint, LogoChoice, PhotoChoice, PlateChoice, QrChoice, Text

__all__ = ["Content", "Imprint", "LogoChoice", "PhotoChoice", "PlateChoice", "QrChoice", "Text"]
