"""Files that come with a form are taken in at once, so that nothing else in the form can lose them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flask import request
from werkzeug.datastructures import FileStorage

from app.engine.content import Content, LogoChoice, PhotoChoice
from app.engine.errors import UnreadableFile
from app.engine.template import LogoSlot, PhotoSlot, PosterTemplate
from app.services.poster import Poster
from app.services.posters import TooManyFiles
from app.services.sent import SentFile
from app.store.drafts import UploadKind
from app.web.editor.values import with_file
from app.web.language import gettext
from app.web.receiving import MB, handed_on, weight_of
from app.web.security import visitor_key
from app.web.shell import say, services


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What became of the files of a form. refused: the sentence to show, by slot."""

    content: Content
    refused: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file that is kept. focus: where the eye should rest in a photo, 0–1 of its width and height."""

    key: str
    kind: UploadKind
    focus: tuple[float, float] | None = None


class Refused(Exception):
    """A file was not taken in. Its text says why and what to do, in the visitor's language."""


def take_in_all(poster: Poster, template: PosterTemplate, content: Content) -> Intake:
    """Take in every file of the form. A bad one is told beside its field and leaves the rest as it is."""
    refused: dict[str, str] = {}
    for slot in _file_slots(template):
        sent = request.files.get(f"{slot.kind}.{slot.key}.upload")
        if not sent:
            continue
        try:
            taken = _take_in(poster, slot, sent)
        except Refused as why:
            refused[slot.key] = str(why)
        else:
            content = _with_file(content, slot, taken, poster.content)
    return Intake(content=content, refused=refused)


def take_in_one(poster: Poster, template: PosterTemplate, slot_key: str) -> Taken:
    """Take in the one file of the request for a slot. Raises Refused."""
    slot = next((found for found in _file_slots(template) if found.key == slot_key), None)
    sent = request.files.get("file")
    if slot is None or not sent:
        raise Refused(gettext("Kies eerst een bestand."))
    return _take_in(poster, slot, sent)


def _file_slots(template: PosterTemplate) -> list[PhotoSlot | LogoSlot]:
    return [slot for slot in template.slots.values() if isinstance(slot, PhotoSlot | LogoSlot)]


def _take_in(poster: Poster, slot: PhotoSlot | LogoSlot, sent: FileStorage) -> Taken:
    try:
        taken = _taken(slot, _fitting(slot, sent))
    except UnreadableFile as unreadable:
        raise Refused(say(services().uploads.sentence(unreadable))) from unreadable
    try:
        services().posters.attach(poster.id, visitor_key(), slot.key, taken.kind, taken.key)
    except TooManyFiles as full:
        raise Refused(gettext("Deze affiche heeft al veel bestanden. Kies er een die je al opstuurde.")) from full
    return taken


def _fitting(slot: PhotoSlot | LogoSlot, sent: FileStorage) -> SentFile:
    """Return what was sent. Raises UnreadableFile for a file that is too large, of which nothing may be left."""
    settings = services().settings
    limit = settings.logo_mb if isinstance(slot, LogoSlot) else settings.photo_mb
    if (weight := weight_of(sent)) > limit * MB:
        raise UnreadableFile("too-heavy", megabytes=-(-weight // MB), limit=limit)
    return handed_on(sent)


def _taken(slot: PhotoSlot | LogoSlot, sent: SentFile) -> Taken:
    if isinstance(slot, LogoSlot):
        return Taken(key=services().uploads.logo(sent).key, kind="logo")
    photo = services().uploads.photo(sent)
    return Taken(key=photo.key, kind="photo", focus=photo.source.focus)


def _with_file(content: Content, slot: PhotoSlot | LogoSlot, taken: Taken, former: Content) -> Content:
    if isinstance(slot, PhotoSlot):
        was = former.photos.get(slot.key, PhotoChoice(file=""))
        photo = with_file(content.photos[slot.key], taken.key, was)
        # Where the eye should rest is shown by the sliders from the start.
        shown = replace(photo, focus=photo.focus or taken.focus)
        return replace(content, photos={**content.photos, slot.key: shown})
    logo: LogoChoice = content.logos[slot.key]
    return replace(content, logos={**content.logos, slot.key: replace(logo, file=taken.key)})
