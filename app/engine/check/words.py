"""Rules of the words: complete, readable, on brand."""

from collections.abc import Iterator

from app.engine.check.casing import sentence_case
from app.engine.check.rules import BOOK
from app.engine.check.spelling import mended, misspelt
from app.engine.check.tone import calmed, exclamations, flagged, longest_sentence
from app.engine.content import clean, letter_by_letter
from app.engine.content.cleaning import without_surrogates
from app.engine.findings import Finding, Fix, Severity, finding, sentence
from app.engine.fonts import count_chars, graphemes, missing_characters
from app.engine.names import language_name
from app.engine.template import TextSlot
from app.engine.template.checked import CheckedContent


def _about(slot: TextSlot, key: str, severity: Severity, fix: Fix | None = None, **values: object) -> Finding:
    return finding(key, severity, slot.key, fix, label=slot.label, **values).at(f"text.{slot.key}")


def _rewrite(slot: TextSlot, key: str, text: str, **values: object) -> Fix:
    return Fix(label=sentence(key, **values), changes=((f"text.{slot.key}", text),))


@BOOK.rule(
    "required", weighs="error", why="A poster with a hole in it says nothing.", source="the template's own `required`"
)
def required_texts_are_filled(poster: CheckedContent) -> Iterator[Finding]:
    for slot in poster.template.slots.values():
        if isinstance(slot, TextSlot) and slot.required and not poster.words(slot.key):
            yield _about(slot, "required.text", Severity.ERROR)


@BOOK.rule(
    "second-language",
    weighs="warning, on bilingual posters",
    why="Who reads the other language has a right to the same poster, not to half of one.",
    source="the laws on the use of languages in administrative matters, coordinated on 18 July 1966, art. 18 and 40",
)
def both_languages_say_the_same(poster: CheckedContent) -> Iterator[Finding]:
    for slot in poster.template.slots.values():
        if isinstance(slot, TextSlot) and slot.translates and poster.wants(slot) and not poster.words(slot.key):
            yield _about(slot, "second-language", Severity.WARNING, language=language_name(poster.second_language))


@BOOK.rule(
    "placeholder",
    weighs="error",
    why="Dummy text has been printed by the thousand elsewhere.",
    source="the template's `placeholder`",
)
def placeholders_are_replaced(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        if slot.is_placeholder(text.text):
            yield _about(slot, "placeholder", Severity.ERROR, text=" ".join(text.text.split()))


@BOOK.rule(
    "too-long", weighs="error", why="A poster is read in three seconds.", source="the template's `max_chars`; UAX #29"
)
def texts_keep_their_length(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        count = count_chars(without_surrogates(text.text).strip())
        if count > slot.max_chars:
            over = count - slot.max_chars
            key = "too-long" if over > 1 else "too-long.one"
            yield _about(slot, key, Severity.ERROR, count=count, limit=slot.max_chars, over=over)


@BOOK.rule(
    "missing-glyph",
    weighs="error",
    why="An empty box on a wall cannot be mended.",
    source="the fonts of the brand kit",
    fix="takes the characters out",
)
def fonts_can_show_every_character(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        style = poster.brand.styles[slot.style].in_language(text.language)
        cleaned = clean(text.text).text
        missing = missing_characters(cleaned, style.faces)
        if missing:
            fix = _rewrite(slot, "missing-glyph.fix", without(cleaned, missing))
            yield _about(slot, "missing-glyph", Severity.ERROR, fix, characters=" ".join(missing))


def without(text: str, missing: tuple[str, ...]) -> str:
    """Return a text without some of its characters, and without the spaces that would be left doubled."""
    left = "".join(part for part in graphemes(text) if part not in missing)
    return "\n".join(" ".join(line.split()) for line in left.split("\n")).strip()


@BOOK.rule(
    "cleaned-text",
    weighs="warning",
    why="Control characters and stray marks break lines in print.",
    source="UTR #36, 2.5; UAX #9",
    fix="takes the characters out, or apart",
)
def texts_are_clean(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        cleaned = clean(text.text)
        if not cleaned.changed:
            continue
        is_joined = not clean(letter_by_letter(text.text)).changed
        key = "cleaned-text.joined" if is_joined else "cleaned-text"
        fix = _rewrite(slot, "cleaned-text.joined.fix" if is_joined else "cleaned-text.fix", cleaned.text)
        yield _about(slot, key, Severity.WARNING, fix)


@BOOK.rule(
    "brand-spelling",
    weighs="warning",
    why="Everyone misspells the name; a poster must not.",
    source="brand.toml, words",
    fix="writes the name as it is",
)
def the_name_is_spelt_right(poster: CheckedContent) -> Iterator[Finding]:
    words = poster.brand.words
    for slot, text in poster.texts():
        found = misspelt(text.text, text.language, words)
        if found:
            fix = _rewrite(slot, "brand-spelling.fix", mended(text.text, text.language, words), name=words.name)
            key, how = ("brand-spelling.how", {"how": words.how}) if words.how else ("brand-spelling", {})
            yield _about(slot, key, Severity.WARNING, fix, found=found[0], name=words.name, **how)


@BOOK.rule(
    "capitals",
    weighs="warning",
    why="Words in capitals lose their shape and are read letter by letter.",
    source="brand.toml, words",
    fix="writes ordinary letters",
)
def capitals_are_for_beginnings(poster: CheckedContent) -> Iterator[Finding]:
    words = poster.brand.words
    for slot, text in poster.texts():
        if words.is_in_capitals(text.text):
            ordinary = sentence_case(text.text, text.language, name=words.name)
            yield _about(slot, "capitals", Severity.WARNING, _rewrite(slot, "capitals.fix", ordinary))


@BOOK.rule(
    "shouting",
    weighs="warning",
    why="The brand speaks warmly; it does not shout.",
    source="brand.toml, words",
    fix="makes full stops of those that are too many",
)
def nobody_shouts(poster: CheckedContent) -> Iterator[Finding]:
    limit = poster.brand.words.exclamations
    for slot, text in poster.texts():
        if exclamations(text.text) > limit:
            fix = _rewrite(slot, "shouting.fix", calmed(text.text, limit))
            yield _about(slot, "shouting" if limit else "shouting.none", Severity.WARNING, fix, limit=limit)


@BOOK.rule(
    "flagged-word",
    weighs="warning",
    why="Some words hurt the people on the poster; warn, never block.",
    source="brand.toml, words",
)
def flagged_words_are_pointed_out(poster: CheckedContent) -> Iterator[Finding]:
    words = poster.brand.words
    for slot, text in poster.texts():
        language = text.language.split("-")[0]
        better = words.instead.get(language, {})
        for word in flagged(text.text, words.flagged.get(language, ()), better):
            key = "flagged-word.instead" if better.get(word) else "flagged-word"
            yield _about(slot, key, Severity.WARNING, word=word, better=better.get(word, ""))


@BOOK.rule(
    "long-sentence",
    weighs="note",
    why="Short sentences are read, long ones are left.",
    source="brand.toml, words; Heerlijk Helder",
)
def sentences_are_short(poster: CheckedContent) -> Iterator[Finding]:
    for slot, text in poster.texts():
        longest = longest_sentence(text.text)
        if longest > poster.brand.words.sentence:
            yield _about(slot, "long-sentence", Severity.NOTE, words=longest)
