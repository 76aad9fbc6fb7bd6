"""A poster's second language in the form: what may be chosen, and how words move when both languages change places."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.engine.content import Content, Text
from app.engine.template import PosterTemplate
from app.engine.template.bilingual import as_filled_in

SHOWN_LANGUAGE = "shown_language"
"""The field that tells in which language the page was made: its words are still in that."""


def second_language_of(content: Content, template: PosterTemplate) -> str:
    """Return the second language that a poster has; empty where it has none."""
    second = content.second_language
    return second if template.translations and second in template.languages and second != content.language else ""


def in_form(template: PosterTemplate, content: Content) -> PosterTemplate:
    """Return a template with the slots that the form of a poster shows, in their order."""
    return as_filled_in(template, second_language_of(content, template)) if template.translations else template


def with_second_language(content: Content, values: Mapping[str, Any], template: PosterTemplate) -> Content:
    """Return a content with the second language that the form's values say.

    Whoever makes the second language the first one means both to change places, words and all.
    """
    second = values.get("second_language") or ""
    if not template.translations or second not in ("", *template.languages):
        return content
    shown = str(values.get(SHOWN_LANGUAGE) or "")
    if not second or second != content.language:
        return replace(content, second_language=second)
    if shown not in template.languages or shown == second:
        return replace(content, second_language="")
    return replace(content, second_language=shown, texts=_exchanged(content.texts, template.translations))


def has_kept_words(content: Content, template: PosterTemplate) -> bool:
    """Return whether words in a second language are kept that are not on the poster."""
    kept = (content.texts.get(key) for key in template.translations.values())
    return not second_language_of(content, template) and any(text and text.text.strip() for text in kept)


def _exchanged(texts: Mapping[str, Text], translations: Mapping[str, str]) -> dict[str, Text]:
    found = dict(texts)
    for one, other in translations.items():
        found[one], found[other] = (texts.get(key, Text(text="")) for key in (other, one))
    return found
