"""The rules of content, gathered: every door of the tool runs all of them."""

from dataclasses import replace

from app.engine.brand import BrandKit

# Importing a module of rules enters them in the book.
from app.engine.check import languages, law, pictures, postcodes, qr, words  # noqa: F401
from app.engine.check.rules import BOOK
from app.engine.check.slots import require_known_slots
from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.template import PosterTemplate
from app.engine.template.bilingual import in_both_languages
from app.engine.template.checked import CheckedContent, Purpose

__all__ = ["BOOK", "check"]


def check(
    template: PosterTemplate, brand: BrandKit, content: Content, media: Media, purpose: Purpose
) -> CheckedContent:
    """Return the content with everything that was found in it, all at once.

    Raises ContentError where the content names what the template does not have.
    """
    require_known_slots(template, brand, content)
    bare = CheckedContent(template=template, brand=brand, content=content, media=media, purpose=purpose)
    poster = replace(bare, template=in_both_languages(template, bare.second_language))
    return replace(poster, findings=BOOK.judge(poster))
