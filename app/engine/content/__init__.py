"""Content: what the user fills in, and the file form of it."""

from app.engine.content.cleaning import Cleaned, clean, letter_by_letter
from app.engine.content.files import apply_fix, read_content, write_content
from app.engine.content.values import (
    IMPRINT_PARTS,
    Content,
    Imprint,
    LogoChoice,
    PhotoChoice,
    PlateChoice,
    QrChoice,
    Text,
)

__all__ = [
    "IMPRINT_PARTS",
    "Cleaned",
    "Content",
    "Imprint",
    "LogoChoice",
    "PhotoChoice",
    "PlateChoice",
    "QrChoice",
    "Text",
    "apply_fix",
    "clean",
    "letter_by_letter",
    "read_content",
    "write_content",
]
