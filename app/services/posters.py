"""Posters in the making: started, found again, saved, resumed elsewhere, removed."""

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from itsdangerous import Signer
from sqlalchemy.orm import Session

from app.engine.content import Content, Imprint, QrChoice
from app.engine.content.tables import from_tables, to_tables
from app.engine.template import ChoiceSlot, PosterTemplate, QrSlot
from app.engine.toml_table import FaultBook, Table
from app.store import Database, FileStore, count, drafts
from app.store.drafts import Draft, KeptUpload
from app.store.purge import DAY

UploadKind = drafts.UploadKind

UPLOAD_PREFIX = "upload:"
"""How a content names a file that was taken in: this, and the digest of what is kept."""

# More than anybody looks through.
_MOST_HELD = 24

# As many pages as one person has open.
_MOST_PAGES = 8


class PosterError(Exception):
    """A poster cannot be given or changed. poster_id: which."""

    def __init__(self, poster_id: str) -> None:
        super().__init__(poster_id)
        self.poster_id = poster_id


class NotYours(PosterError):
    """The poster belongs to another session, and no valid resume link was shown."""


class Gone(PosterError):
    """There is no such poster, or its time is over."""


class TooManyFiles(PosterError):
    """The poster has as many photos and logos as it may keep."""


class Changed(PosterError):
    """Somebody saved the poster in the meantime. current: as it is kept now; nothing was overwritten."""

    def __init__(self, current: "Poster") -> None:
        super().__init__(current.id)
        self.current = current


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


class Posters:
    """The posters of all visitors; each is reached only by the sessions that hold it."""

    def __init__(
        self,
        database: Database,
        files: FileStore,
        secret: str,
        *,
        days: int = 30,
        most_files: int = 12,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Open the posters. days: kept after the last change. most_files: photos and logos one poster may keep."""
        self._database, self._files, self._clock = database, files, clock
        self._seconds, self._most_files = days * DAY, most_files
        self._signer = Signer(secret, salt="resume")

    def create(self, template: PosterTemplate, language: str, owner: str) -> Poster:
        """Start an empty poster with a template's defaults. owner: the key of the visitor's session."""
        now = int(self._clock())
        draft = self._new(template.key, template.version, first_content(template, language), now)
        with self._database.transaction() as session:
            drafts.insert(session, draft, _holder(owner))
            count(session, "draft", f"{template.key} {language}", now)
        return _poster(draft, ())

    def copy(self, poster_id: str, owner: str) -> Poster:
        """Start a poster with the content and the files of another. Raises Gone, NotYours.

        Files count as sent when they were: a photo without consent is kept no longer for being copied.
        """
        now = int(self._clock())
        with self._database.transaction() as session:
            held = self._held(session, poster_id, owner)
            draft = self._new(held.template, held.template_version, held.content, now)
            drafts.insert(session, draft, _holder(owner))
            session.flush()
            drafts.copy_uploads(session, poster_id, draft.id)
            count(session, "draft", f"{held.template} {held.content.language}", now)
        return _poster(draft, held.uploads)

    def get(self, poster_id: str, owner: str) -> Poster:
        """Return a poster to a session that holds it. Raises Gone, NotYours."""
        with self._database.transaction() as session:
            return self._held(session, poster_id, owner)

    def held(self, owner: str) -> tuple[Poster, ...]:
        """Return the posters that a session holds, the newest change first; of many the newest."""
        with self._database.transaction() as session:
            found = drafts.held_by(session, _holder(owner), int(self._clock()), _MOST_HELD)
            return tuple(self._with_uploads(session, draft) for draft in found)

    def unlocked(self, poster_id: str) -> Poster:
        """Return a poster to who holds none, but has another right to see it: that is for the caller to know.

        Raises Gone.
        """
        with self._database.transaction() as session:
            return self._found(session, poster_id)

    def save(
        self,
        poster_id: str,
        owner: str,
        revision: int,
        content: Content,
        *,
        turn: Turn | None = None,
        version: int | None = None,
    ) -> Poster:
        """Keep a content over the revision it was made from. Raises Changed, Gone, NotYours.

        turn: of the page that sends it. A page may save over what it saved itself, whether it heard of that or not;
        a save that arrives twice, or after a later one by its page, changes nothing.
        Files that were not sent for this poster are left out: to know a digest, or a path, gives nobody a picture.
        version: of its template from now on, where that changes.
        """
        now = int(self._clock())
        with self._database.transaction() as session:
            held = self._held(session, poster_id, owner)
            own = _with_own_files(content, held)
            # As they are kept: an empty field and none at all are the same there.
            if (turn and held.has_kept(turn)) or (version is None and to_tables(own) == to_tables(held.content)):
                return held
            if held.revision != revision and not (turn and held.was_last_saved_by(turn.page)):
                raise Changed(held)
            new = self._draft(held, own, now, turn, version or held.template_version)
            if not drafts.replace(session, new):
                raise Changed(self._held(session, poster_id, owner))
            drafts.note_consent(session, poster_id, _agreed(own))
        return _poster(new, held.uploads)

    def attach(self, poster_id: str, owner: str, slot: str, kind: UploadKind, key: str) -> Poster:
        """Note a file that was taken in for a slot, by its key. Raises TooManyFiles, Gone, NotYours."""
        upload = KeptUpload(slot=slot, digest=key.removeprefix(UPLOAD_PREFIX), kind=kind)
        with self._database.transaction() as session:
            held = self._held(session, poster_id, owner)
            if upload not in held.uploads and len(held.uploads) >= self._most_files:
                raise TooManyFiles(poster_id)
            drafts.add_upload(session, poster_id, upload, int(self._clock()))
            return self._held(session, poster_id, owner)

    def resume_token(self, poster_id: str) -> str:
        """Return what a resume link carries: who has it may go on with the poster."""
        return self._signer.get_signature(poster_id).decode()

    def resume(self, poster_id: str, token: str, owner: str) -> Poster:
        """Let another session hold a poster. Raises NotYours for a token that was not made here, Gone."""
        if not self._signer.verify_signature(poster_id, token):
            raise NotYours(poster_id)
        with self._database.transaction() as session:
            if drafts.find(session, poster_id, int(self._clock())) is None:
                raise Gone(poster_id)
            drafts.hold(session, poster_id, _holder(owner))
            return self._held(session, poster_id, owner)

    def delete(self, poster_id: str, owner: str) -> None:
        """Remove a poster now, with the files that only it had. Raises Gone, NotYours."""
        with self._database.transaction() as session:
            held = self._held(session, poster_id, owner)
            drafts.remove(session, (poster_id,))
            mentioned = drafts.mentioned_digests(session)
        own = self._files.with_parts(upload.digest for upload in held.uploads)
        for digest in own - self._files.with_parts(mentioned):
            self._files.delete(digest)

    def is_alive(self) -> bool:
        """Return whether the database answers. Raises what its driver raises where it does not."""
        return self._database.is_alive()

    def count_file(self, poster: Poster, format_key: str, destination: str) -> None:
        """Count a finished file; what it is, not whose."""
        detail = f"{poster.template} {format_key} {destination} {poster.content.language}"
        with self._database.transaction() as session:
            count(session, "file", detail, self._clock())

    def _new(self, template: str, version: int, content: Content, now: int) -> Draft:
        return Draft(
            id=secrets.token_hex(16),
            template=template,
            template_version=version,
            content=to_tables(content),
            revision=0,
            created=now,
            changed=now,
            expires=now + self._seconds,
        )

    def _held(self, session: Session, poster_id: str, owner: str) -> Poster:
        found = self._found(session, poster_id)
        if not drafts.is_held(session, poster_id, _holder(owner)):
            raise NotYours(poster_id)
        return found

    def _found(self, session: Session, poster_id: str) -> Poster:
        draft = drafts.find(session, poster_id, int(self._clock()))
        if draft is None:
            raise Gone(poster_id)
        return self._with_uploads(session, draft)

    def _with_uploads(self, session: Session, draft: Draft) -> Poster:
        kept = tuple(found for found in drafts.uploads(session, draft.id) if self._files.has(found.digest))
        return _poster(draft, kept)

    def _draft(self, held: Poster, content: Content, now: int, turn: Turn | None, version: int) -> Draft:
        others = [kept for kept in held.turns if turn is None or kept.page != turn.page]
        # A form without scripts has no page of its own; it comes between two that have.
        turns = [*others, turn or Turn("", 0)][-_MOST_PAGES:]
        return Draft(
            id=held.id,
            template=held.template,
            template_version=version,
            content=to_tables(content),
            revision=held.revision + 1,
            created=held.created,
            changed=now,
            expires=now + self._seconds,
            turns=[list(kept) for kept in turns],
        )


def first_content(template: PosterTemplate, language: str) -> Content:
    """Return the content of a new poster: nothing typed, the template's defaults chosen."""
    return Content(
        language=language if language in template.languages else template.languages[0],
        qrs={
            slot.key: QrChoice(url=slot.default_url)
            for slot in template.slots.values()
            if isinstance(slot, QrSlot) and slot.default_url
        },
        choices={slot.key: slot.default for slot in template.slots.values() if isinstance(slot, ChoiceSlot)},
    )


def is_untouched(poster: Poster, template: PosterTemplate) -> bool:
    """Return whether a poster is as it was when it was started: nothing typed, chosen or sent."""
    first = first_content(template, poster.content.language)
    return not (poster.revision or poster.uploads) and to_tables(poster.content) == to_tables(first)


def _poster(draft: Draft, uploads: tuple[KeptUpload, ...]) -> Poster:
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
    return replace(bare, content=_with_own_files(bare.content, bare))


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


def _content(draft: Draft) -> Content:
    # Written by `to_tables`, so there is nothing to find fault with; a later version may know more keys.
    return from_tables(Table(draft.content, "", FaultBook("draft")))


def _with_own_files(content: Content, poster: Poster) -> Content:
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


def _agreed(content: Content) -> frozenset[tuple[str, str]]:
    return frozenset(
        (key, photo.file.removeprefix(UPLOAD_PREFIX)) for key, photo in content.photos.items() if photo.consent
    )


def _holder(owner: str) -> str:
    return hashlib.sha256(owner.encode()).hexdigest()
