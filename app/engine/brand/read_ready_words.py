"""Reading the folder `words` of a kit: `rules.toml`, and a file for each job with all that posters may say of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.engine.brand.folder import KitFolder
from app.engine.brand.ready_words import (
    MESSAGES,
    READERS,
    WORDINGS,
    JobWords,
    ReadyText,
    ReadyWords,
    Wording,
    WordLimit,
)
from app.engine.brand.values import Words
from app.engine.errors import Fault
from app.engine.fonts import count_chars
from app.engine.toml_table import Table, read_toml

RULES = "words/rules.toml"

# Longer is no headline and no job any more; a kit asks for less.
_MOST_CHARS, _MOST_LINES = 300, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """What every text is held to. languages: of the kit. full: those with more than headlines and names of jobs."""

    jobs: tuple[str, ...]
    languages: tuple[str, ...]
    full: tuple[str, ...]
    limits: Mapping[Wording, WordLimit]
    avoided: Mapping[str, tuple[str, ...]]
    words: Words


def read_ready_words(folder: KitFolder, words: Words, languages: tuple[str, ...]) -> tuple[ReadyWords, list[Fault]]:
    """Return the ready words of a kit and every fault of their files; none of both for a kit without them."""
    if RULES not in folder.files:
        return ReadyWords(), []
    book = folder.book(RULES)
    top = read_toml(book.text, book)
    if top is None:
        return ReadyWords(), book.faults
    rules = _read_rules(top, words, languages)
    books = {job: folder.book(name) for job in rules.jobs if (name := f"words/{job}.toml") in folder.files}
    for job in rules.jobs:
        if job not in books:
            top.fault("jobs", f'there is no file "words/{job}.toml" in the kit', "add it, or take the job out")
    told: dict[tuple[str, str], str] = {}
    tables = {job: read_toml(own.text, own) for job, own in books.items()}
    jobs = {job: _read_job(table, rules, told) for job, table in tables.items() if table is not None}
    faults = [fault for each in (book, *books.values()) for fault in each.faults]
    return ReadyWords(jobs=jobs, limits=rules.limits), faults


def _read_rules(top: Table, words: Words, languages: tuple[str, ...]) -> _Rules:
    jobs = top.words("jobs")
    full = top.words_of("full", languages)
    limits: dict[Wording, WordLimit] = {wording: _limit(top.table(wording)) for wording in WORDINGS}
    avoided = top.optional_table("avoid")
    found = {language: avoided.words(language) for language in languages if language in avoided} if avoided else {}
    for table in filter(None, (avoided, top)):
        table.close()
    return _Rules(jobs=jobs, languages=languages, full=full, limits=limits, avoided=found, words=words)


def _limit(table: Table) -> WordLimit:
    found = WordLimit(
        chars=table.whole("max_chars", least=1, most=_MOST_CHARS),
        lines=table.whole("lines", least=1, most=_MOST_LINES, default=1),
    )
    table.close()
    return found


def _read_job(top: Table, rules: _Rules, told: dict[tuple[str, str], str]) -> JobWords:
    """Read a job's file. told: every headline so far, by language and words, with the place where it stands."""
    name = _by_language(top.table("job"), "job", rules.languages, rules)
    texts: dict[tuple[str, str], ReadyText] = {}
    for reader, asked in ((reader, top.table(reader)) for reader in READERS):
        for message, table in ((message, asked.table(message)) for message in MESSAGES):
            headlines = table.table("headline")
            headline = _by_language(headlines, "headline", rules.languages, rules)
            _judge_twice(headlines, headline, told)
            body = _by_language(table.table("body"), "body", rules.full, rules)
            texts[reader, message] = ReadyText(headline=headline, body=body)
            table.close()
        asked.close()
    top.close()
    return JobWords(name=name, texts=texts)


def _by_language(table: Table, wording: Wording, languages: tuple[str, ...], rules: _Rules) -> dict[str, str]:
    """Return the words of a table in every language it must have. Other languages of the kit may be there too."""
    extra = tuple(language for language in rules.languages if language not in languages and language in table)
    found = {language: table.text(language) for language in (*languages, *extra)}
    table.close()
    for language, text in found.items():
        for problem, cure in _troubles(text, language, rules.limits[wording], rules):
            table.fault(language, problem, cure)
    return {language: text for language, text in found.items() if text}


def _troubles(text: str, language: str, limit: WordLimit, rules: _Rules) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a text, each with its cure."""
    # Faults are told one a line.
    said = text.replace("\n", " ")
    over, lines = count_chars(text) - limit.chars, text.count("\n") + 1
    if over > 0:
        yield f'"{said}" has {over + limit.chars} characters where {limit.chars} may be', f"shorten it by {over}"
    if lines > limit.lines:
        yield f'"{said}" has {lines} lines where {limit.lines} may be', "leave out line breaks"
    if "\ufffd" in text:
        yield f'"{said}" is not UTF-8', "save the file as UTF-8"
    if re.search(r"^\s|\s$|\s\s", text):
        yield f'"{said}" has space that nobody sees', "keep one space between words, and none around them"
    if re.search("[!！¡]", text):
        yield f'"{said}" shouts', "say it without an exclamation mark"
    if rules.words.is_in_capitals(text):
        yield f'"{said}" is in capitals', "write it as a sentence"
    yield from _wrong_words(text, language, rules)


def _wrong_words(text: str, language: str, rules: _Rules) -> Iterator[tuple[str, str]]:
    for wrong in rules.words.misspellings:
        if re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", text):
            yield f'"{wrong}" is not how the name is written', f'write "{rules.words.name}", or another word'
    for wrong, better in rules.words.instead.get(language, {}).items():
        if re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", text, re.IGNORECASE):
            yield f'"{wrong}" is a word to flag', f'write "{better}"' if better else "use another word"
    for worn in rules.avoided.get(language, ()):
        if re.search(rf"(?<!\w){re.escape(worn)}", text, re.IGNORECASE):
            yield f'"{worn}" is a word to avoid', "say something that only this job can say"


def _judge_twice(table: Table, headlines: Mapping[str, str], told: dict[tuple[str, str], str]) -> None:
    """Report a headline that is used already: each has its own thought."""
    for language, headline in headlines.items():
        said = " ".join(headline.split())
        known = (language, said.casefold())
        if known in told:
            table.fault(language, f'"{said}" also stands at {told[known]}', "find another thought")
        told.setdefault(known, f"{table.book.file}, {table.where(language)}")
