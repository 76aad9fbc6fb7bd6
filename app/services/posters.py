"""Posters in the making: started, found again, saved, resumed elsewhere, removed."""

import hashlib
import secrets
import time
from collections.abc import Callable

from itsdangerous import Signer
from sqlalchemy.orm import Session

from app.engine.content import Content
from app.engine.content.tables import to_tables
from app.engine.template import PosterTemplate
from app.services.poster import (
    UPLOAD_PREFIX,
    Poster,
    Turn,
    agreed_photos,
    first_content,
    poster_of,
    with_own_files,
)
from app.store import Database, FileStore, count, drafts
from app.store.drafts import Draft, KeptUpload, UploadKind
from app.store.purge import DAY

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

    def __init__(self, current: Poster) -> None:
        super().__init__(current.id)
        self.current = current


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
        return poster_of(draft, ())

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
        return poster_of(draft, held.uploads)

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
            own = with_own_files(content, held)
            # As they are kept: an empty field and none at all are the same there.
            if (turn and held.has_kept(turn)) or (version is None and to_tables(own) == to_tables(held.content)):
                return held
            if held.revision != revision and not (turn and held.was_last_saved_by(turn.page)):
                raise Changed(held)
            new = self._draft(held, own, now, turn, version or held.template_version)
            if not drafts.replace(session, new):
                raise Changed(self._held(session, poster_id, owner))
            drafts.note_consent(session, poster_id, agreed_photos(own))
        return poster_of(new, held.uploads)

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
        return poster_of(draft, kept)

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


def _holder(owner: str) -> str:
    return hashlib.sha256(owner.encode()).hexdigest()
