"""Everything that is said to people, set as a printer of their language would."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
BOOKS = [file for file in sorted((ROOT / "app").rglob("*.toml")) if file.stem in ("sentences", "words", "names")]
POSTERS = sorted((ROOT / "poster_templates").glob("*/template.toml"))
CATALOGUES = {language: ROOT / f"app/web/translations/{language}.po" for language in ("fr", "en")}

# A number, or what stands for one, and its unit stay on one line.
LOOSE_UNIT = re.compile(r"(?:\d|\}|\)[ds]) (?:MB|Mo|mm|m²|%(?!\())")
# French keeps a space there, and no line may end in it.
LOOSE_FRENCH = re.compile(r"\S [:;?!»]|« ")


def said_in(table, language):
    """Every text of a table in one language, however deep."""
    for key, value in table.items() if isinstance(table, dict) else enumerate(table):
        if isinstance(value, dict | list):
            yield from leaves(value) if key == language else said_in(value, language)
        elif key == language:
            yield value


def leaves(value):
    """Every text below a table or a list."""
    if isinstance(value, str):
        yield value
    else:
        for part in value.values() if isinstance(value, dict) else value:
            yield from leaves(part)


def sentences(language):
    """Every text of the books and the poster templates in one language, and of the pages where they are translated."""
    tables = [tomllib.loads(file.read_text("utf-8")) for file in (*BOOKS, *POSTERS)]
    yield from chain.from_iterable(said_in(table, language) for table in tables)
    if language in CATALOGUES:
        with CATALOGUES[language].open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    yield from (message.string,) if isinstance(message.string, str) else message.string


def test_the_texts_are_found():
    """Hundreds in each language."""
    assert all(len(list(sentences(language))) > 300 for language in ("nl", "fr", "en"))


def test_french_signs_do_not_come_loose():
    """Before : ; ? ! and inside « » stands a space at which no line is broken."""
    assert [text for text in sentences("fr") if LOOSE_FRENCH.search(text)] == []


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_a_unit_stays_with_its_number(language):
    """So do the sign for per cent and the sizes of files."""
    assert [text for text in sentences(language) if LOOSE_UNIT.search(text)] == []


def test_english_has_no_space_before_per_cent():
    """As British style guides ask; other units stay with their number."""
    loose = [text for text in sentences("en") if LOOSE_UNIT.search(text) or re.search(r"\s%(?![(sd])", text)]

    assert loose == []


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_quotes_and_apostrophes_are_those_of_print(language):
    """No marks of a typewriter, and an ellipsis is one sign."""
    assert [text for text in sentences(language) if re.search(r"\w'\w|\"|\.\.\.", text)] == []
