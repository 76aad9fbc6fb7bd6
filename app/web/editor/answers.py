"""What the editor answers with: the page, the preview alone, or the news that somebody else was first."""

import json
from collections.abc import Mapping
from functools import partial
from urllib.parse import quote, urlencode

from flask import Response, jsonify, render_template, url_for
from flask.typing import ResponseReturnValue

from app.engine.content import Content
from app.engine.template import PosterTemplate
from app.services.codes import code_svg
from app.services.poster import UPLOAD_PREFIX, Poster, is_untouched
from app.services.swatches import swatches_of
from app.store.drafts import UploadKind
from app.web.drawn import drawn
from app.web.editor.bilingual import has_kept_words, in_form, second_language_of
from app.web.editor.fields import content_form, fill
from app.web.editor.photo_views import told_of_photos
from app.web.editor.posted import Posted
from app.web.editor.ready import Pick, ready_box, texts_of
from app.web.editor.shapes import count_of, preview_in, shape_tabs
from app.web.editor.values import values_of
from app.web.editor.xml_answers import json_part, xml_answer
from app.web.findings import Changes, ShownFinding, shown
from app.web.formats import chosen_format, first_format
from app.web.language import gettext
from app.web.previews import CHOICE_WIDTH, photo_address
from app.web.sections import form_order, sections_of
from app.web.shell import brand_version, say, services


def page(
    poster: Poster,
    template: PosterTemplate,
    format_key: str | None,
    *,
    content: Content | None = None,
    refused: Mapping[str, str] | None = None,
    undo: Changes | None = None,
    conflict: bool = False,
    is_copy: bool = False,
    pick: Pick | None = None,
    is_asked: bool = False,
) -> str:
    """Return the editor's page.

    content: what stands in the form, if not what is kept. undo: takes a fix back. pick: of ready texts, chosen before.
    is_asked: whether a file was asked for, so that everything that it still lacks is told.
    """
    resume = resume_address(poster)
    standing = content or poster.content
    chosen = chosen_format(template, format_key)
    made = preview_in(poster, template, standing, chosen)
    in_page = in_form(template, standing)
    form = fill(content_form(template, services().catalog.brand, poster), values_of(standing, template))
    return render_template(
        "editor/edit.html",
        poster=poster,
        template=template,
        form=form,
        sections=sections_of(in_page),
        second_language=second_language_of(standing, template),
        has_kept_words=has_kept_words(standing, template),
        chosen=chosen,
        shapes=shape_tabs(template),
        ready=ready_box(template, standing, pick),
        svg=drawn(made.svg),
        findings=(*_refusals(refused or {}), *shown(made.findings, form_order(in_page))),
        undo=json.dumps(undo) if undo else "",
        conflict=conflict,
        is_asked=is_asked,
        is_fresh=not (is_asked or content or refused) and is_untouched(poster, template),
        photos={told["slot"]: told for told in told_of_photos(poster.id, made.photos)},
        picture_address=partial(picture_address, poster.id),
        swatches_of=partial(swatches_of, template, format_key=first_format(template).key),
        resume_address=resume,
        resume_code=drawn(code_svg(resume, services().catalog.brand)),
        resume_mail=resume_mail(template, resume),
        is_copy=is_copy,
    )


def conflict(current: Poster, template: PosterTemplate, content: Content, posted: Posted) -> ResponseReturnValue:
    """Tell that the poster was saved elsewhere in the meantime; what was typed here stays in the form."""
    if posted.wants_json:
        told = gettext("Deze affiche is intussen elders veranderd.")
        return jsonify(message=told, revision=current.revision), 409
    return page(current, template, posted.format_key, content=content, conflict=True), 409


def preview_xml(poster: Poster, template: PosterTemplate, posted: Posted) -> Response:
    """Return picture and findings as one XML document."""
    chosen = chosen_format(template, posted.format_key)
    made = preview_in(poster, template, posted.content, chosen)
    order = form_order(in_form(template, posted.content))
    findings = [found.as_json() for found in shown(made.findings, order)]
    return xml_answer(
        "preview",
        json_part("findings", findings),
        made.svg,
        json_part("photos", told_of_photos(poster.id, made.photos)),
        json_part("count", count_of(made.findings), f'format="{chosen.key}"'),
    )


def asked_changes(posted: Posted, poster: Poster, template: PosterTemplate, content: Content) -> Changes:
    """Return the changes that the pressed button asks for: of a fix, of ready texts, or those that take it back."""
    if posted.do == "undo":
        return posted.undo
    if posted.do == "ready":
        return texts_of(template, content, posted.pick)
    if not posted.do.startswith("fix:"):
        return []
    code, _, slot = posted.do.removeprefix("fix:").partition(":")
    made = preview_in(poster, template, content, chosen_format(template, posted.format_key))
    return next((found.changes for found in shown(made.findings) if (found.code, found.slot) == (code, slot)), [])


def picture_address(poster_id: str, key: str, kind: UploadKind = "photo") -> str:
    """Return the address of the small picture of an upload or an illustration."""
    if key.startswith(UPLOAD_PREFIX):
        digest = key.removeprefix(UPLOAD_PREFIX)
        if kind == "logo":
            return url_for("media.logo", poster_id=poster_id, digest=digest)
        return photo_address(poster_id, digest, CHOICE_WIDTH)
    return url_for("media.illustration", version=brand_version(), name=key.removeprefix("brand:"))


def resume_mail(template: PosterTemplate, address: str) -> str:
    """Return a mail to oneself with the resume link, as an address that opens the mail program."""
    subject = gettext("Mijn affiche “%(name)s”", name=say(template.name))
    body = gettext("Met deze link werk je verder aan je affiche:")
    return "mailto:?" + urlencode({"subject": subject, "body": f"{body}\r\n\r\n{address}"}, quote_via=quote)


def resume_address(poster: Poster) -> str:
    """Return the link with which the poster can be taken up on another device."""
    token = services().posters.resume_token(poster.id)
    return url_for("editor.resume", poster_id=poster.id, token=token, _external=True)


def _refusals(refused: Mapping[str, str]) -> tuple[ShownFinding, ...]:
    return tuple(
        ShownFinding(
            code="unreadable-file", kind="error", slot=slot, message=message, fix="", changes=[], anchor=f"slot-{slot}"
        )
        for slot, message in refused.items()
    )
