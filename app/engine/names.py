"""What formats, languages and dates are called, read from `names.toml` beside this file."""

from datetime import date
from pathlib import Path

from app.engine.findings import INTERFACE_LANGUAGES, Sentence, Wording
from app.engine.sheet import Format

_say = Wording(Path(__file__).with_name("names.toml"))


def format_name(found: Format) -> Sentence:
    """Return what a format is called, such as "A4 liggend" or "Vierkant"; an own size is called by its sides."""
    if found.is_own:
        return _say("format.own", width=found.width, height=found.height)
    if found.unit == "px" or found.key == "mupi":
        return _say(f"format.{found.key}")
    name = found.key.removesuffix("-landscape").upper()
    return _say("format.lying" if found.key.endswith("-landscape") else "format.upright", name=name)


def format_with_size(found: Format) -> Sentence:
    """Return a format's name with its size, such as "A4 liggend (297 × 210 mm)"."""
    if found.is_own:
        return format_name(found)
    return _say("format.sized", name=format_name(found), width=found.width, height=found.height, unit=found.unit)


def language_name(language: str) -> Sentence:
    """Return what a language is called, such as "Nederlands". Raises KeyError for one that posters are not made in."""
    return _say(f"language.{language}")


def in_that_language(label: Sentence, language: str) -> Sentence:
    """Return what is said again in a language, such as "Titel in het Frans". Raises KeyError as `language_name`."""
    return _say("in-language", label=label, name=language_name(language))


def long_date(day: date) -> Sentence:
    """Return a date in words, such as "1 maart 2027"."""
    names = _say("months")
    month = Sentence(
        **{language: names.in_language(language).split()[day.month - 1] for language in INTERFACE_LANGUAGES}
    )
    # French counts the first day of a month and numbers the others.
    return _say("date.first" if day.day == 1 else "date", day=day.day, month=month, year=day.year)
