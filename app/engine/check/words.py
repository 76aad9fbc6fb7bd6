"""Rules of the words: complete, readable, on brand."""

import re
import unicodedata
from collections.abc import Iterator

from app.engine.check.rules import BOOK
from app.engine.check.spelling import mended, misspelt
from app.engine.content.cleaning import clean
from app.engine.findings import Finding, Fix, Severity, sentence
from app.engine.fonts import graphemes, missing_characters
from app.engine.template import TextSlot
from app.engine.template.checked import CheckedContent

_SENTENCE_END = re.compile(r"[.!?…؟]+\s+|\n+")
_EXCLAMATIONS = re.compile(r"[!¡！]")


def _count(text: str) -> int:
    """Return the number of characters as a reader counts them. Source: UAX #29, grapheme clusters after NFC."""
    return sum(1 for _ in graphemes(unicodedata.normalize("NFC", text)))


def _about(slot: TextSlot, key: str, severity: Severity, fix: Fix | None = None, **values: object) -> Finding:
    message = sentence(key, label=slot.label, **values)
    return Finding(code=key.partition(".")[0], severity=severity, slot=slot.key, message=message, fix=fix)


def _rewrite(slot: TextSlot, key: str, text: str, **values: object) -> Fix:
    return Fix(label=sentence(key, **values), changes=((f"text.{slot.key}", text),))


@BOOK.rule("required", why="A poster with a hole in it says nothing.", source="the template's own `required`")
def required_texts_are_filled(poster: CheckedContent) -> Iterator[Finding]:
    for slot in poster.template.slots.values():
        if isinstance(slot, TextSlot) and slot.required and not poster.text(slot.key).text.strip():
            yield _about(slot, "required.text", Severity.ERROR)


@BOOK.rule(
    "placeholder", why="Dummy text has been printed by the thousand elsewhere.", source="the template's `placeholder`"
)
def placeholders_are_replaced(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        shown = " ".join(text.text.split()).casefold()
        if shown in {" ".join(sample.split()).casefold() for sample in slot.placeholder.values()}:
            yield _about(slot, "placeholder", Severity.ERROR, text=text.text.strip())


@BOOK.rule("too-long", why="A poster is read in three seconds.", source="the template's `max_chars`; UAX #29")
def texts_keep_their_length(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        count = _count(text.text.strip())
        if count > slot.max_chars:
            yield _about(
                slot, "too-long", Severity.ERROR, count=count, limit=slot.max_chars, over=count - slot.max_chars
            )


@BOOK.rule("missing-glyph", why="An empty box on a wall cannot be mended.", source="the fonts of the brand kit")
def fonts_can_show_every_character(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        missing = missing_characters(clean(text.text).text, poster.brand.styles[slot.style].faces)
        if missing:
            without = "".join(part for part in graphemes(text.text) if part not in missing)
            fix = _rewrite(slot, "missing-glyph.fix", " ".join(without.split(" ")).strip())
            yield _about(slot, "missing-glyph", Severity.ERROR, fix, characters=" ".join(missing))


@BOOK.rule("cleaned-text", why="Control characters and stray marks break lines in print.", source="UAX #9, UTR #36")
def texts_are_clean(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        cleaned = clean(text.text)
        if cleaned.changed:
            yield _about(slot, "cleaned-text", Severity.WARNING, _rewrite(slot, "cleaned-text.fix", cleaned.text))


@BOOK.rule("brand-spelling", why="Everyone misspells the name; a poster must not.", source="brand.toml, words")
def the_name_is_spelt_right(poster: CheckedContent) -> Iterator[Finding]:
    words = poster.brand.words
    for slot, text in poster.texts():
        found = misspelt(text.text, text.language, words)
        if found:
            fix = _rewrite(slot, "brand-spelling.fix", mended(text.text, text.language, words), name=words.name)
            yield _about(slot, "brand-spelling", Severity.WARNING, fix, found=found[0], name=words.name)


@BOOK.rule(
    "capitals", why="Words in capitals lose their shape and are read letter by letter.", source="brand.toml, words"
)
def capitals_are_for_beginnings(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        letters = [char for char in text.text if char.isalpha() and char.lower() != char.upper()]
        if len(letters) > poster.brand.words.capitals and all(char.isupper() for char in letters):
            fix = _rewrite(slot, "capitals.fix", _sentence_case(text.text))
            yield _about(slot, "capitals", Severity.WARNING, fix)


@BOOK.rule("shouting", why="The brand speaks warmly; it does not shout.", source="brand.toml, words")
def nobody_shouts(poster: CheckedContent) -> Iterator[Finding]:
    limit = poster.brand.words.exclamations
    for slot, text in poster.texts():
        if len(_EXCLAMATIONS.findall(text.text)) > limit:
            fix = _rewrite(slot, "shouting.fix", _calm(text.text, limit))
            yield _about(slot, "shouting", Severity.WARNING, fix, limit=limit)


@BOOK.rule(
    "flagged-word", why="Some words hurt the people on the poster; warn, never block.", source="brand.toml, words"
)
def flagged_words_are_pointed_out(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        flagged = poster.brand.words.flagged.get(text.language, ())
        words = set(re.findall(r"[\w'’-]+", unicodedata.normalize("NFKC", text.text).casefold()))
        for word in flagged:
            if word.casefold() in words:
                yield _about(slot, "flagged-word", Severity.WARNING, word=word)


@BOOK.rule("long-sentence", why="Clear language is short (B1).", source="brand.toml, words; Heerlijk Helder")
def sentences_are_short(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        longest = max((len(part.split()) for part in _SENTENCE_END.split(text.text)), default=0)
        if longest > poster.brand.words.sentence:
            yield _about(slot, "long-sentence", Severity.NOTE, words=longest)


def _sentence_case(text: str) -> str:
    """Return a text in capitals as ordinary letters, with one capital at the beginning of each sentence."""
    lowered = text.lower()
    return re.sub(r"(^\W*|[.!?…]\s+|\n\s*)(\w)", lambda found: found[1] + found[2].upper(), lowered)


def _calm(text: str, limit: int) -> str:
    """Return the text with only its first `limit` exclamation marks; the others become full stops."""
    seen = 0

    def quieter(found: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        if seen <= limit:
            return "!"
        return "" if seen > 1 and text[found.start() - 1 : found.start()] in "!?." else "."

    return _EXCLAMATIONS.sub(quieter, text)
