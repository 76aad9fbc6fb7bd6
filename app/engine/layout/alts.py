"""What pictures and logos say to those who do not see them."""

from app.engine.findings import INTERFACE_LANGUAGES
from app.engine.template.checked import CheckedContent, FilledLogo, FilledPhoto, seen

# In other languages of the kit it is called so too.
_LOGO = {"uk": "Логотип", "ar": "شعار"}


def photo_alt(poster: CheckedContent, photo: FilledPhoto) -> tuple[str, str]:
    """Return what a picture shows, with the language of that: an illustration comes with its own words."""
    typed = seen(photo.choice.alt)
    if typed:
        return typed, poster.language
    alts = poster.brand.illustration_alts.get(photo.choice.illustration, {})
    language = next((key for key in (poster.language, *INTERFACE_LANGUAGES) if key in alts), "")
    return alts.get(language, photo.choice.illustration), language or poster.language


def logo_alt(poster: CheckedContent, filled: FilledLogo) -> tuple[str, str]:
    """Return whose logo it is, else that it is one, with the language of that.

    What the slot is called is said to who fills it in, and means nothing to who hears the poster.
    """
    language = poster.language
    return poster.owner_of(filled) or _LOGO.get(language.partition("-")[0], "Logo"), language
