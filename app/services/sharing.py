"""Links that show a poster to whoever has them, until its maker's chosen day. They let nobody change anything."""

import hmac
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from app.engine.content import Content
from app.services.poster import Poster
from app.services.posters import Gone, PosterError, Posters
from app.store import Database, shares
from app.store.purge import DAY
from app.store.shares import Share

Span = Literal["day", "week", "longest"]

_DAYS: dict[Span, int] = {"day": 1, "week": 7}

# One for each person whose yes is asked, and some to spare.
_MOST_LINKS = 10

# In hex digits, which no mail program breaks off: 64 bits that name a link, then 128 bits that nobody can guess.
_ID_LENGTH, _PROOF_LENGTH = 16, 32
_TOKEN = re.compile(f"([0-9a-f]{{{_ID_LENGTH}}})([0-9a-f]{{{_PROOF_LENGTH}}})")


class NotShared(Exception):
    """A link shows no poster: it never did, its time is over, or it was stopped. Nobody is told which."""


class TooManyLinks(PosterError):
    """A poster has as many links as it may have."""


class End(NamedTuple):
    """Until when a link may work. until: seconds since 1970."""

    span: Span
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of a poster, as its maker sees it. token: what its address carries. until: seconds since 1970."""

    id: str
    token: str
    format_key: str
    until: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPoster:
    """A poster as a link shows it: as it is now. until: seconds since 1970, when the link ends.

    template_version: that it is made with. content: may be shown to anybody; photos of people who have not agreed are
    not in it. lacks_photo: whether there were any.
    """

    template: str
    template_version: int
    content: Content
    format_key: str
    until: int
    lacks_photo: bool


class Sharing:
    """The links of all posters. Who holds a poster makes and stops them; who has a link sees the poster."""

    def __init__(
        self, database: Database, posters: Posters, secret: str, *, clock: Callable[[], float] = time.time
    ) -> None:
        self._database, self._posters, self._clock = database, posters, clock
        self._key = hmac.digest(secret.encode(), b"share", "sha256")

    def ends(self, poster: Poster) -> tuple[End, ...]:
        """Return until when a link of a poster may work, the nearest first; the last is as long as there can be.

        A link works on whole days, until midnight UTC: in Belgium that day is over by then. Only where a poster goes
        before the day is over its link goes with it.
        """
        now, last = int(self._clock()), _midnight_before(poster.expires)
        longest = last if last > now else poster.expires
        wished = (End(span, _midnight_before(now + (days + 1) * DAY - 1)) for span, days in _DAYS.items())
        return (*(end for end in wished if end.until < longest), End("longest", longest))

    def create(self, poster_id: str, owner: str, span: Span, format_key: str) -> Link:
        """Make a link that shows a poster in a format. Raises TooManyLinks, Gone, NotYours."""
        poster, now = self._posters.get(poster_id, owner), int(self._clock())
        ends = dict(self.ends(poster))
        share = Share(
            id=secrets.token_hex(_ID_LENGTH // 2),
            draft_id=poster_id,
            format=format_key,
            since=now,
            until=ends.get(span, ends["longest"]),
        )
        with self._database.transaction() as session:
            if len(shares.of_draft(session, poster_id, now)) >= _MOST_LINKS:
                raise TooManyLinks(poster_id)
            shares.insert(session, share)
        return self._link(share)

    def links(self, poster_id: str, owner: str) -> tuple[Link, ...]:
        """Return the links of a poster that work, newest first. Raises Gone, NotYours."""
        self._posters.get(poster_id, owner)
        with self._database.transaction() as session:
            return tuple(map(self._link, shares.of_draft(session, poster_id, int(self._clock()))))

    def has_room(self, links: tuple[Link, ...]) -> bool:
        """Return whether a poster with these links may have one more."""
        return len(links) < _MOST_LINKS

    def stop(self, poster_id: str, owner: str, link_id: str) -> None:
        """Let a link of a poster show nothing any more; it may have ended already. Raises Gone, NotYours."""
        self._posters.get(poster_id, owner)
        with self._database.transaction() as session:
            shares.remove(session, poster_id, link_id)

    def find(self, token: str) -> SharedPoster:
        """Return the poster that a link shows. Raises NotShared."""
        found = _TOKEN.fullmatch(token)
        if found is None or not hmac.compare_digest(found[2], self._proof(found[1])):
            raise NotShared
        with self._database.transaction() as session:
            share = shares.find(session, found[1], int(self._clock()))
        if share is None:
            raise NotShared
        try:
            return _shown(self._posters.unlocked(share.draft_id), share)
        except Gone:
            raise NotShared from None

    def _link(self, share: Share) -> Link:
        return Link(id=share.id, token=share.id + self._proof(share.id), format_key=share.format, until=share.until)

    def _proof(self, share_id: str) -> str:
        # Worked out anew each time, so that who holds the poster sees the link again, and a stolen database opens none.
        return hmac.digest(self._key, share_id.encode(), "sha256").hex()[:_PROOF_LENGTH]


def unagreed_photos(content: Content) -> tuple[str, ...]:
    """Return the slots of photos of which nobody said that whoever is on it agrees."""
    return tuple(
        slot for slot, photo in content.photos.items() if photo.file and not photo.illustration and not photo.consent
    )


def _shown(poster: Poster, share: Share) -> SharedPoster:
    hidden = unagreed_photos(poster.content)
    photos = {slot: photo for slot, photo in poster.content.photos.items() if slot not in hidden}
    return SharedPoster(
        template=poster.template,
        template_version=poster.template_version,
        content=replace(poster.content, photos=photos),
        format_key=share.format,
        until=min(share.until, poster.expires),
        lacks_photo=bool(hidden),
    )


def _midnight_before(moment: int) -> int:
    """Return the last midnight, UTC, that is not after a moment."""
    return moment - moment % DAY
