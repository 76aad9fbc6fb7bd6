"""The texts that lie beside the files of a bundle: what is what, what is missing, what to post and what to mail."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from app.engine.brand import BrandKit
from app.engine.content import Imprint
from app.engine.findings import Finding, Sentence
from app.engine.layout import TranscriptLine
from app.engine.names import format_name, format_with_size, long_date
from app.engine.pipeline import Options
from app.engine.sheet import Destination, format_of
from app.services.filenames import Naming, as_always, destination_word, file_name
from app.services.home_prints import HomePrint
from app.services.job_note import job_note
from app.services.poster_text import alternative_text, caption, plain_text
from app.services.words import joined, say


class MadeFile(NamedTuple):
    """A file in a bundle. path: within it. way: what comes out of a printer at home."""

    format_key: str
    destination: Destination
    path: str
    way: HomePrint | None = None


class LeftOut(NamedTuple):
    """A file that is not in a bundle: findings forbid it, or its making was stopped."""

    format_key: str
    destination: Destination
    findings: tuple[Finding, ...]
    stopped: Exception | None = None


def accompanying_texts(
    made: Sequence[MadeFile],
    left_out: Sequence[LeftOut],
    lines: Sequence[TranscriptLine],
    brand: BrandKit,
    sender: Imprint,
    *,
    template: str,
    title: str,
    language: str,
    moment: datetime,
    press: Options | None = None,
    web_page: str = "",
    called: Naming = as_always,
) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the bytes of all that is to be read in a bundle. language: of the reader, nl, fr or en.

    template: its key. moment: with a time zone. press: what the print files are made with. web_page: the name of
    the poster as a web page, if that is in the bundle. called: how files are named.
    """
    day = moment.date()
    for_press = [(file.path.rpartition("/")[2], file.format_key) for file in made if file.destination == "print"]
    note_page = called(file_name(brand.name, template, "", "job-note", language, "pdf")) if for_press else ""
    if for_press:
        note = job_note(title, for_press, brand, sender, language=language, day=day, options=press)
        yield f"{destination_word('print')}/{_named('job-note', language)}", note.text.encode()
        yield f"{destination_word('print')}/{note_page}", note.pdf(brand, moment)
    yield _named("text", language), plain_text(lines, language).encode()
    message = say("message", caption=caption(lines), alt=alternative_text(lines))
    yield _named("message", language), message.in_language(language).encode()
    read_me = _read_me(made, left_out, brand.name, title, day, web_page, note_page)
    yield _named("read-me", language), read_me.in_language(language).encode()


def _named(text: str, language: str) -> str:
    return say(f"file.{text}").in_language(language)


def _read_me(
    made: Sequence[MadeFile],
    left_out: Sequence[LeftOut],
    brand: str,
    title: str,
    day: date,
    web_page: str,
    note_page: str,
) -> Sentence:
    goals = list(dict.fromkeys(file.destination for file in made))
    folders = [_folder(goal, [file for file in made if file.destination == goal], note_page) for goal in goals]
    texts = [say(f"use.{text}", name=say(f"file.{text}")) for text in ("text", "message")]
    texts += [say("use.web-page", name=web_page)] if web_page else []
    return say(
        "read-me",
        brand=brand,
        title=title,
        date=long_date(day),
        files=joined([*folders, joined(texts, "\n")], "\n\n"),
        left_out=say("read-me.left-out", files=joined(_missing(left_out), "\n")) if left_out else "",
        advice=joined([say(f"advice.{goal}", folder=destination_word(goal)) for goal in goals], ""),
    )


def _folder(goal: Destination, files: Sequence[MadeFile], note_page: str) -> Sentence:
    """Return what is in one folder. note_page: the name of the note as a PDF."""
    shown = [say("read-me.folder", folder=destination_word(goal), use=say(f"use.{goal}"))]
    shown += [_in_folder(file) for file in files]
    if goal == "print":
        shown.append(say("use.job-note", name=say("file.job-note")))
        shown.append(say("use.job-note-pdf", name=note_page))
    return joined(shown, "\n")


def _in_folder(file: MadeFile) -> Sentence:
    """Return the format and the name of a file; of one for home also how much paper it takes."""
    named = {"format": format_with_size(format_of(file.format_key)), "name": file.path.rpartition("/")[2]}
    if file.way is None:
        return say("read-me.file", **named)
    found = file.way
    numbers = {"up": {"copies": found.copies}, "tiles": {"sheets": found.sheets}}.get(found.way, {})
    return say("read-me.file.home", how=say(f"read-me.home.{found.way}", paper=found.paper.upper(), **numbers), **named)


def _missing(left_out: Sequence[LeftOut]) -> list[Sentence]:
    """Return what is missing: files that lack for the same reasons stand together."""
    by_reason: dict[tuple[Sentence, ...], list[LeftOut]] = {}
    for left in left_out:
        reasons = tuple(dict.fromkeys(found.message for found in left.findings)) or (say("read-me.not-made"),)
        by_reason.setdefault(reasons, []).append(left)
    return [_missing_for(reasons, files) for reasons, files in by_reason.items()]


def _missing_for(reasons: Sequence[Sentence], files: Sequence[LeftOut]) -> Sentence:
    formats: Mapping[Destination, list[Sentence]] = {file.destination: [] for file in files}
    for file in files:
        formats[file.destination].append(format_name(format_of(file.format_key)))
    shown = [
        say("read-me.missing", folder=destination_word(goal), format=tuple(names)) for goal, names in formats.items()
    ]
    return joined([*shown, *(say("read-me.reason", reason=reason) for reason in reasons)], "\n")
