"""What who holds a poster sees of its links: those that there are, and what may be chosen for one more."""

from typing import NamedTuple
from urllib.parse import quote, urlencode

from flask import url_for

from app.engine.sheet import FORMATS
from app.engine.template import PosterTemplate
from app.services.poster import Poster, filled
from app.services.poster_text import title_of
from app.services.sharing import Link, Span, unagreed_photos
from app.store.purge import DAY
from app.web.formats import format_name
from app.web.language import day_of, gettext
from app.web.security import visitor_key
from app.web.shell import say, services


class ShownLink(NamedTuple):
    """A link that works. shows: the name of its format. until: in words. mail: opens the mail program with it."""

    id: str
    address: str
    shows: str
    until: str
    mail: str


class ShownEnd(NamedTuple):
    """Until when one more may work, in words."""

    span: Span
    title: str
    until: str
    is_usual: bool


class Section(NamedTuple):
    """Everything of it.

    subject: what is sent along with a link. photo: the slot of a photo that is not shown, for nobody said that who is
    on it agrees.
    """

    subject: str
    links: tuple[ShownLink, ...]
    ends: tuple[ShownEnd, ...]
    has_room: bool
    photo: str


def section_of(poster: Poster, template: PosterTemplate) -> Section:
    """Return what is to be seen of a poster's links, for the visitor who holds it."""
    sharing = services().sharing
    content, links = filled(poster.content, template), sharing.links(poster.id, visitor_key())
    lines = services().rendering.transcript(template, content)
    subject = gettext("Affiche: %(title)s", title=title_of(lines, say(template.name)))
    return Section(
        subject=subject,
        links=tuple(_shown(link, subject) for link in links),
        ends=_ends(poster),
        has_room=sharing.has_room(links),
        photo=next(iter(unagreed_photos(content)), ""),
    )


def until_words(until: int) -> str:
    """Return until when a link works: a whole day, or a poster's last hours."""
    if until % DAY:
        return gettext("tot in de loop van %(day)s", day=day_of(until))
    return gettext("tot en met %(day)s", day=day_of(until - 1))


def _ends(poster: Poster) -> tuple[ShownEnd, ...]:
    ends = services().sharing.ends(poster)
    titles = {
        "day": gettext("Een dag"),
        "week": gettext("Een week"),
        "longest": gettext("Zolang we je affiche bewaren"),
    }
    usual = "week" if any(end.span == "week" for end in ends) else "longest"
    return tuple(ShownEnd(end.span, titles[end.span], until_words(end.until), end.span == usual) for end in ends)


def _shown(link: Link, subject: str) -> ShownLink:
    address = url_for("share.show", token=link.token, _external=True)
    until = until_words(link.until)
    return ShownLink(link.id, address, format_name(FORMATS[link.format_key]), until, _mail(address, subject, until))


def _mail(address: str, subject: str, until: str) -> str:
    """Return a mail with the link, as an address that opens the mail program."""
    body = gettext("Met deze link zie je de affiche. Hij werkt %(until)s.", until=until)
    return "mailto:?" + urlencode({"subject": subject, "body": f"{body}\r\n\r\n{address}\r\n"}, quote_via=quote)
