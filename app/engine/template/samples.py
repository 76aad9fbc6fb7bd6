"""Sample content of a template: what the gallery shows it with."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.engine.brand import BrandKit
from app.engine.brand.alphabets import LANGUAGES
from app.engine.content import Content, read_content
from app.engine.content.tables import from_tables
from app.engine.errors import Fault
from app.engine.fonts import count_chars
from app.engine.template.addresses import LONGEST, in_full, is_allowed
from app.engine.template.files import name_of, open_toml
from app.engine.template.head import Head
from app.engine.template.kinds import ChoiceSlot, Kind, TextSlot
from app.engine.toml_table import FaultBook, Table, choose, listed

_SAMPLE = re.compile(r"sample(?:\.([A-Za-z-]+))?\.toml")
_BILINGUAL = re.compile(r"sample\.([a-z]{2,3})-([a-z]{2,3})\.toml")


def sample(folder: Path, language: str) -> Path | None:
    """Return the sample content file of a template in a language, None when it has none."""
    path = folder / ("sample.toml" if language == "nl" else f"sample.{language}.toml")
    return path if path.is_file() else None


def read_sample(file: Path) -> Content:
    """Return what a sample says. Raises ContentError for one that is no content file."""
    return read_content(file.read_text(encoding="utf-8"), file=file.name)


def bilingual_samples(folder: Path) -> dict[tuple[str, str], Path]:
    """Return the samples in two languages by those, such as `sample.nl-fr.toml` for Dutch and French."""
    found = {path: _BILINGUAL.fullmatch(path.name) for path in sorted(folder.glob("sample.*.toml")) if path.is_file()}
    return {(name[1], name[2]): path for path, name in found.items() if name}


def judge_samples(folder: Path, head: Head | None, brand: BrandKit, *, gallery: bool) -> Iterator[Fault]:
    """Yield the faults of every sample; with `gallery`, also that a published template has no Dutch one.

    head: None where it cannot be read; then samples are judged by themselves.
    """
    if gallery and head is not None and head.status == "published" and sample(folder, "nl") is None:
        book = FaultBook(name_of(folder / "sample.toml"))
        book.add("sample.toml", "the file is not there", "add sample content in Dutch: the gallery shows it")
        yield from book.faults
    for path in sorted(folder.glob("sample*.toml")):
        found, both = _SAMPLE.fullmatch(path.name), _BILINGUAL.fullmatch(path.name)
        if both:
            yield from _judge_sample(path, both[1], both[2], head, brand)
        elif found:
            yield from _judge_sample(path, found[1] or "nl", "", head, brand)


def _judge_sample(path: Path, language: str, second: str, head: Head | None, brand: BrandKit) -> list[Fault]:
    book, values = open_toml(path)
    if values is None:
        return book.faults
    content = from_tables(Table(values, "", book))
    _judge_files(path.parent, content, brand, book)
    _judge_addresses(content, brand, book)
    if head is not None:
        _judge_beside(content, values, language, head, brand, book)
        _judge_second(content, second, head, brand, book)
    return book.faults


def _judge_beside(
    content: Content, values: Mapping[str, object], language: str, head: Head, brand: BrandKit, book: FaultBook
) -> None:
    """Report where a sample is no content for its template."""
    _judge_language(content, language, head, brand, book)
    if content.version not in (0, head.version):
        cure = f"write version = {head.version}, or leave it out"
        book.add("version", f"is {content.version}, and this template is version {head.version}", cure)
    for table, entries in _entries(content).items():
        _judge_names(table, entries, head, book)
    _judge_texts(content, head, book)
    _judge_choices(content, head, book)
    _judge_required(values, head, book)


def _entries(content: Content) -> Mapping[Kind, Mapping[str, object]]:
    """Return what a content file says for each slot, by its table, which is named as the kind of the slot."""
    return {
        "text": content.texts,
        "photo": content.photos,
        "logo": content.logos,
        "qr": content.qrs,
        "choice": content.choices,
    }


def _judge_language(content: Content, language: str, head: Head, brand: BrandKit, book: FaultBook) -> None:
    if content.language and content.language != language:
        book.add("language", f"is not {language}", f'write language = "{language}", or rename the file')
    if not _is_of(language, head, brand):
        book.add("language", f"the template is not made in {language}", choose(language, head.languages))


def _is_of(language: str, head: Head, brand: BrandKit) -> bool:
    """Return whether posters can be in a language, or could with a kit that has it."""
    return language in head.languages or (language in LANGUAGES and language not in brand.languages)


def _judge_second(content: Content, second: str, head: Head, brand: BrandKit, book: FaultBook) -> None:
    """Report a second language that the name of the file, or the template, does not know; and one without words."""
    if content.second_language != second:
        cure = f'write second_language = "{second}", or rename the file' if second else "remove it, or rename the file"
        book.add("second_language", f"is not {second}" if second else "stands in a sample of one language", cure)
    elif second and not head.translations:
        book.add("second_language", "no slot translates another", "add slots that translate, or delete this sample")
    elif second and not _is_of(second, head, brand):
        book.add("second_language", f"the template is not made in {second}", choose(second, head.languages))
    for original, key in head.translations.items() if second else ():
        said = content.texts.get(original)
        if said and key not in content.texts and any(char.isalpha() for char in said.text):
            book.add(f"text.{key}", f"is not filled in, and {original} is", f"say it in {second}")


def _judge_names(table: Kind, entries: Mapping[str, object], head: Head, book: FaultBook) -> None:
    fit = [key for key, slot in head.slots.items() if slot.kind == table]
    for key in entries:
        if key not in fit and key not in head.broken_slots:
            book.add(f"{table}.{key}", f"the template has no {table} of this name", choose(key, fit))


def _judge_texts(content: Content, head: Head, book: FaultBook) -> None:
    for key, text in content.texts.items():
        slot = head.slots.get(key)
        if not isinstance(slot, TextSlot):
            continue
        over = count_chars(text.text) - slot.max_chars
        if over > 0:
            book.add(f"text.{key}", f"is {over} characters longer than max_chars", "shorten it")
        if slot.is_placeholder(text.text):
            book.add(f"text.{key}", "equals the placeholder", "write what a user could have written")


def _judge_files(folder: Path, content: Content, brand: BrandKit, book: FaultBook) -> None:
    for key, photo in content.photos.items():
        if not photo.illustration:
            _judge_file(folder, photo.file, f"photo.{key}.file", book)
        elif photo.illustration not in brand.illustrations:
            problem = f"the brand has no illustration {photo.illustration}"
            book.add(f"photo.{key}.file", problem, choose(photo.illustration, brand.illustrations))
    for key, logo in content.logos.items():
        _judge_file(folder, logo.file, f"logo.{key}.file", book)


def _judge_file(folder: Path, file: str, where: str, book: FaultBook) -> None:
    path = (folder / file).resolve()
    if not file:
        book.add(where, "is missing", "name a file of this folder")
    elif not path.is_relative_to(folder.resolve()):
        book.add(where, f"{file} is outside this folder", "name a file of this folder: templates travel as folders")
    elif not path.is_file():
        book.add(where, f"{file} is not there", "add the file to this folder")


def _judge_choices(content: Content, head: Head, book: FaultBook) -> None:
    for key, value in content.choices.items():
        slot = head.slots.get(key)
        if isinstance(slot, ChoiceSlot) and value not in dict(slot.values):
            book.add(f"choice.{key}", f"{value} is no value of it", choose(value, dict(slot.values)))


def _judge_addresses(content: Content, brand: BrandKit, book: FaultBook) -> None:
    schemes = brand.qr.schemes
    for key, code in content.qrs.items():
        url = in_full(code.url.strip(), brand.address)
        if code.url and not url:
            # A kit without a site of its own: the gallery shows the poster without a code.
            continue
        if not is_allowed(url, schemes):
            book.add(f"qr.{key}.url", f'"{code.url}" cannot go into a QR code', f"begin with {listed(schemes)}")
        elif len(url.encode()) > LONGEST:
            book.add(f"qr.{key}.url", f"is longer than {LONGEST} bytes", "use a shorter address")


def _judge_required(values: Mapping[str, object], head: Head, book: FaultBook) -> None:
    """Report required slots that the file says nothing of; what it says wrongly has its own fault."""
    for key, slot in head.slots.items():
        said = values.get(slot.kind)
        if (
            slot.required
            and slot.kind in ("text", "photo", "logo", "qr")
            and not (isinstance(said, dict) and key in said and said[key] != {"url": ""})
        ):
            book.add(f"{slot.kind}.{key}", "is required and not filled in", f"add {slot.kind}.{key}")
