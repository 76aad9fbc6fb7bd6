"""A content as the tables of a content file, and back: the one place that knows its keys."""

import re
from collections.abc import Iterator, Mapping

from app.engine.content.values import (
    IMPRINT_PARTS,
    Content,
    Imprint,
    LogoChoice,
    PhotoChoice,
    PlateChoice,
    QrChoice,
    Text,
)
from app.engine.toml_table import Table

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_PLATES: tuple[PlateChoice, ...] = ("auto", "none", "always")

_LARGEST_ZOOM = 8.0
_MOST_VERSIONS = 9999


def from_tables(table: Table, language: str = "") -> Content:
    """Return the content that the tables say; what is wrong with them stands in the table's book.

    language: of the poster, whatever the file says; the file's own where it is empty.
    """
    said = _language(table, "language", required=not language)
    content = Content(
        language=language or said,
        texts=dict(_texts(table)),
        photos={key: _photo(slot) for key, slot in table.tables("photo")},
        logos={key: _logo(slot) for key, slot in table.tables("logo")},
        qrs={key: choice for key, choice in _qrs(table) if choice.url},
        choices=_choices(table),
        imprint=_imprint(table),
        second_language=_language(table, "second_language", required=False),
        version=table.whole("version", least=1, most=_MOST_VERSIONS) if "version" in table else 0,
    )
    table.close()
    return content


def to_tables(content: Content) -> dict[str, object]:
    """Return the tables of a content file that say this content; what is left at its default is left out."""
    tables: dict[str, object] = {
        "version": content.version,
        "language": content.language,
        "second_language": content.second_language,
        "text": {key: _text_value(text) for key, text in content.texts.items() if text.text},
        "photo": {key: _photo_value(photo) for key, photo in content.photos.items()},
        "logo": {key: _logo_value(logo) for key, logo in content.logos.items()},
        "qr": {key: {"url": qr.url} for key, qr in content.qrs.items() if qr.url},
        "choice": dict(content.choices),
        "imprint": {key: getattr(content.imprint, key) for key in IMPRINT_PARTS if getattr(content.imprint, key)},
    }
    return {key: value for key, value in tables.items() if value}


def _language(table: Table, key: str, *, required: bool) -> str:
    found = table.text(key, default=None if required else "")
    if found and not _LANGUAGE.fullmatch(found):
        table.fault(key, f'"{found}" is no language tag', 'write a tag such as "nl"')
    return found


def _texts(table: Table) -> Iterator[tuple[str, Text]]:
    """Yield the words of each slot: a text, or a table of a text and its language. Empty words are no words."""
    outer = table.optional_table("text")
    if outer is None:
        return
    for key in outer.values:
        text = _text(outer, key)
        if text.text:
            yield key, text


def _text(table: Table, key: str) -> Text:
    if not isinstance(table.values[key], dict):
        return Text(text=table.text(key, default=""))
    slot = table.table(key)
    text = Text(text=slot.text("text", default=""), language=_language(slot, "language", required=False))
    slot.close()
    return text


def _photo(slot: Table) -> PhotoChoice:
    focus = slot.numbers("focus", count=2, least=0, most=1) if "focus" in slot else ()
    photo = PhotoChoice(
        file=slot.text("file", default=""),
        focus=(focus[0], focus[1]) if focus else None,
        zoom=slot.number("zoom", least=1, most=_LARGEST_ZOOM, default=1.0),
        alt=slot.text("alt", default=""),
        consent=slot.flag("consent"),
        credit=slot.text("credit", default=""),
        scrim=slot.flag("scrim"),
        light=slot.flag("light"),
    )
    slot.close()
    return photo


def _logo(slot: Table) -> LogoChoice:
    logo = LogoChoice(
        file=slot.text("file", default=""),
        plate=slot.one_of("plate", _PLATES, default="auto"),
        name=slot.text("name", default=""),
    )
    slot.close()
    return logo


def _qrs(table: Table) -> Iterator[tuple[str, QrChoice]]:
    for key, slot in table.tables("qr"):
        yield key, QrChoice(url=slot.text("url", default="").strip())
        slot.close()


def _choices(table: Table) -> Mapping[str, str]:
    found = table.optional_table("choice")
    return {key: found.text(key) for key in found.values} if found else {}


def _imprint(table: Table) -> Imprint:
    found = table.optional_table("imprint")
    if found is None:
        return Imprint()
    imprint = Imprint(**{key: found.text(key, default="") for key in IMPRINT_PARTS})
    found.close()
    return imprint


def _text_value(text: Text) -> object:
    return {"text": text.text, "language": text.language} if text.language else text.text


def _photo_value(photo: PhotoChoice) -> dict[str, object]:
    values: dict[str, object] = {"file": photo.file}
    if photo.focus is not None:
        values["focus"] = list(photo.focus)
    rest = {key: getattr(photo, key) for key in ("zoom", "alt", "consent", "credit", "scrim", "light")}
    bare = PhotoChoice(file="")
    return values | {key: value for key, value in rest.items() if value != getattr(bare, key)}


def _logo_value(logo: LogoChoice) -> dict[str, object]:
    named = {"name": logo.name} if logo.name else {}
    return {"file": logo.file, "plate": logo.plate, **named}
