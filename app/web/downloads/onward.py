"""What comes after the download, and how the page comes along to another device."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple
from urllib.parse import quote, urlencode

from flask import url_for
from markupsafe import Markup

from app.engine.content import Content
from app.engine.pipeline import Options
from app.engine.sheet import Format
from app.engine.template import PosterTemplate
from app.services.codes import code_svg
from app.services.companions import Companions, PrintFile, companions_of
from app.services.poster import Poster
from app.web.downloads.asked import query_of
from app.web.downloads.naming import naming_of
from app.web.downloads.offers import Offers
from app.web.drawn import drawn
from app.web.findings import ShownFinding
from app.web.language import current, gettext
from app.web.shell import say, services

_TAX = "poster-tax"


class Onward(NamedTuple):
    """What to do with files. texts: to take along. shop_mail: an address that opens a mail to the print shop.

    tax: what is to be known of a large poster in the street. remarks: the other things that are good to know.
    has_publisher, has_code: whether the poster names who answers for it, and has a code to scan. note_query: what the
    address of the note says of the print file.
    """

    texts: Companions
    shop_mail: str
    tax: ShownFinding | None
    remarks: tuple[ShownFinding, ...]
    has_publisher: bool
    has_code: bool
    note_query: Mapping[str, str] = {}


class Elsewhere(NamedTuple):
    """The way to this page on another device. address: of whoever has it; code: the same to scan; mail: to oneself."""

    address: str
    code: Markup
    mail: str


def print_file(template: PosterTemplate, content: Content, chosen: Format, options: Options | None = None) -> PrintFile:
    """Return a print file as the texts that go along with it know it, in the visitor's language."""
    return PrintFile(
        template=template,
        content=content,
        format_key=chosen.key,
        language=current(),
        options=options or Options(),
        called=naming_of(template, content),
    )


def texts_of(file: PrintFile) -> Companions:
    """Return the texts that go along with a print file."""
    return companions_of(services().rendering, file, day=datetime.now(UTC).date())


def onward_from(
    template: PosterTemplate, content: Content, chosen: Format, offers: Offers, options: Options | None = None
) -> Onward:
    """Return what comes after the download of a format. options: of its print file."""
    texts = texts_of(print_file(template, content, chosen, options))
    tax = next((found for found in offers.remarks if found.code == _TAX), None)
    remarks = tuple(found for found in offers.remarks if found.code != _TAX)
    has_code = any(code.url for code in content.qrs.values())
    query = query_of(chosen, "print", options) if options else {}
    return Onward(texts, _shop_mail(texts), tax, remarks, not content.imprint.is_empty, has_code, query)


def elsewhere(poster: Poster, template: PosterTemplate, chosen: Format) -> Elsewhere:
    """Return the way to this page on another device, in the language of this one."""
    token = services().posters.resume_token(poster.id)
    spoken = None if current() == "nl" else current()
    address = url_for(
        "downloads.fetch", poster_id=poster.id, token=token, formaat=chosen.key, taal=spoken, _external=True
    )
    code = drawn(code_svg(address, services().catalog.brand))
    subject = gettext("Download je affiche “%(name)s”", name=say(template.name))
    body = gettext("Met deze link haal je de bestanden van je affiche op:")
    return Elsewhere(address, code, _mail(subject, f"{body}\n\n{address}"))


def _shop_mail(texts: Companions) -> str:
    subject = gettext("Drukwerk: %(title)s", title=texts.title)
    wish = gettext("In bijlage zit mijn affiche om te drukken. Ik heb … stuks nodig tegen …")
    parts = gettext("Dag,"), wish, gettext("Met vriendelijke groet"), texts.job_note.text
    return _mail(subject, "\n\n".join(parts))


def _mail(subject: str, body: str) -> str:
    """Return an address that opens a mail without a receiver. Source: RFC 6068, 5."""
    fields = {"subject": subject, "body": body.replace("\n", "\r\n")}
    return "mailto:?" + urlencode(fields, quote_via=quote)
