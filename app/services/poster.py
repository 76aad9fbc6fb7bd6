"""A poster in the making: what it is made of, and what the engine gets of that."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from app.engine.content import Content, Imprint, QrChoice
from app.engine.content.tables import from_tables, to_tables
from app.engine.template import ChoiceSlot, PosterTemplate, QrSlot
from app.engine.toml_table import FaultBook, Table
from app.store.drafts import Draft, KeptUpload

UPLOAD_PREFIX = "upload:"
"""How a content names a file that was taken in: this, and the digest of what is kept."""


class Turn(NamedTuple):
    """One save by one page of the editor. page: its own name; number: rises with every save it sends."""

    page: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """A poster in the making.

    created, changed, expires: seconds since 1970. uploads: files for it, newest first. turns: the last save of each
    page that saved it, newest at the end.
    """

    id: str
    template: str
    template_version: int
    content: Content
    revision: int
    created: int
    changed: int
    expires: int
    uploads: tuple[KeptUpload, ...] = ()
    turns: tuple[Turn, ...] = ()

    def has_kept(self, turn: Turn) -> bool:
        """Return whether a save, or a later one by the same page, is in."""
        return any(kept.page == turn.page and kept.number >= turn.number for kept in self.turns)

    def was_last_saved_by(self, page: str) -> bool:
        """Return whether nobody else saved since a page did."""
        return bool(self.turns) and self.turns[-1].page == page

    def digests(self, slot: str) -> tuple[str, ...]:
        """Return the files sent for a slot, newest first."""
        return tuple(upload.digest for upload in self.uploads if upload.slot == slot)

    def has_file(self, digest: str) -> bool:
        """Return whether a file was sent for this poster."""
        return any(upload.digest == digest for upload in self.uploads)


def poster_of(draft: Draft, uploads: tuple[KeptUpload, ...]) -> Poster:
    """Return a poster as the database keeps it. uploads: those of its files that are there, newest first."""
    bare = Poster(
        id=draft.id,
        template=draft.template,
        template_version=draft.template_version,
        content=_content(draft),
        revision=draft.revision,
        created=draft.created,
        changed=draft.changed,
        expires=draft.expires,
        uploads=uploads,
        turns=tuple(Turn(page, number) for page, number in draft.turns),
    )
    # A photo whose time is over is gone from the content too; the words that go with it stay.
    return replace(bare, content=with_own_files(bare.content, bare))


def with_own_files(content: Content, poster: Poster) -> Content:
    """Return a content without the files that were not sent for this poster.

    To know a digest, or a path, gives nobody a picture.
    """

    def is_own(slot: str, file: str) -> bool:
        if file.startswith(UPLOAD_PREFIX):
            return file.removeprefix(UPLOAD_PREFIX) in poster.digests(slot)
        return file.startswith("brand:")

    return replace(
        content,
        photos={
            key: photo if is_own(key, photo.file) else replace(photo, file="") for key, photo in content.photos.items()
        },
        logos={key: logo if is_own(key, logo.file) else replace(logo, file="") for key, logo in content.logos.items()},
    )


def first_content(template: PosterTemplate, language: str) -> Content:
    """Return the content of a new poster: nothing typed, the template's defaults chosen.

    A private poster begins without a code: nobody asked for one, and it would lead away from who hangs it up.
    """
    return Content(
        language=language if language in template.languages else template.languages[0],
        qrs={
            slot.key: QrChoice(url=slot.default_url)
            for slot in template.slots.values()
            if isinstance(slot, QrSlot) and slot.default_url and not template.is_private
        },
        choices={slot.key: slot.default for slot in template.slots.values() if isinstance(slot, ChoiceSlot)},
    )


def is_untouched(poster: Poster, template: PosterTemplate) -> bool:
    """Return whether a poster is as it was when it was started: nothing typed, chosen or sent."""
    first = first_content(template, poster.content.language)
    return not (poster.revision or poster.uploads) and to_tables(poster.content) == to_tables(first)


def filled(content: Content, template: PosterTemplate) -> Content:
    """Return what the engine makes a poster of: a content without the pictures that are still to be chosen.

    Another version of the template may lack slots, values and languages; what stands in them is left out.
    """
    kinds = {key: slot.kind for key, slot in template.slots.items()}
    values = {slot.key: dict(slot.values) for slot in template.slots.values() if isinstance(slot, ChoiceSlot)}
    return replace(
        content,
        language=content.language if content.language in template.languages else template.languages[0],
        second_language=content.second_language if content.second_language in template.languages else "",
        texts={key: text for key, text in content.texts.items() if kinds.get(key) == "text"},
        photos={key: photo for key, photo in content.photos.items() if photo.file and kinds.get(key) == "photo"},
        logos={key: logo for key, logo in content.logos.items() if logo.file and kinds.get(key) == "logo"},
        qrs={key: qr for key, qr in content.qrs.items() if kinds.get(key) == "qr"},
        choices={key: value for key, value in content.choices.items() if value in values.get(key, ())},
        imprint=content.imprint if "imprint" in kinds.values() else Imprint(),
    )


def agreed_photos(content: Content) -> frozenset[tuple[str, str]]:
    """Return the photos of which was said that who is on them agrees: slot and digest."""
    return frozenset(
        (key, photo.file.removeprefix(UPLOAD_PREFIX)) for key, photo in content.photos.items() if photo.consent
    )


def _content(draft: Draft) -> Content:
    # Written by `to_tables`, so there is nothing to find fault with; a later version may know more keys.
    return from_tables(Table(draft.content, "", FaultBook("draft")))
