"""What pictures and logos say to those who do not see them."""

from app.engine.findings import INTERFACE_LANGUAGES
from app.engine.template.checked import CheckedContent, FilledLogo, FilledPhoto, seen


def photo_alt(poster: CheckedContent, photo: FilledPhoto) -> tuple[str, str]:
    """Return what a picture shows, with the language of that: an illustration comes with its own words."""
    typed = seen(photo.choice.alt)
    if typed:
        return typed, poster.language
    alts = poster.brand.illustration_alts.get(photo.choice.illustration, {})
    language = next((key for key in (poster.language, *INTERFACE_LANGUAGES) if key in alts), "")
    return alts.get(language, photo.choice.illustration), language or poster.language


def logo_alt(poster: CheckedContent, filled: FilledLogo) -> tuple[str, str]:
    """Return whose logo it is, or what the slot is called, with the language of that."""
    if name := seen(filled.choice.name):
        return name, poster.language
    language = poster.language if poster.language in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]
    return filled.slot.label.in_language(language), language
