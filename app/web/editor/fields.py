"""The fields of the editor's form, made from a template's slots. A field's name is its key in a content file."""

from collections.abc import Mapping
from typing import Any

from wtforms import BooleanField, Field, FileField, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.core import UnboundField
from wtforms.form import BaseForm
from wtforms.meta import DefaultMeta

from app.engine.brand import BrandKit
from app.engine.template import (
    AnySlot,
    ChoiceSlot,
    ImprintSlot,
    LogoSlot,
    PhotoSlot,
    PosterTemplate,
    QrSlot,
    TextSlot,
)
from app.services.poster import UPLOAD_PREFIX, Poster
from app.web.editor.bilingual import SHOWN_LANGUAGE
from app.web.language import gettext
from app.web.shell import say

# Beyond a slot's own limit, which is a finding: nothing typed is cut, but nobody sends a book.
LONGEST_TEXT = 5000
LONGEST_LINE = 300
MOST_ZOOM = 4

Fields = dict[str, Any]


class _Meta(DefaultMeta):  # type: ignore[misc]
    # The words around the fields are ours; WTForms' own messages are not shown.
    locales = False


def content_form(template: PosterTemplate, brand: BrandKit, poster: Poster) -> BaseForm:
    """Return the form of a poster, without values."""
    languages = _languages(template, brand)
    fields: Fields = {"language": SelectField(choices=languages)}
    if template.translations:
        fields["second_language"] = SelectField(choices={"": gettext("Geen"), **languages}, validate_choice=False)
        fields[SHOWN_LANGUAGE] = HiddenField()
    for slot in template.slots.values():
        fields |= _fields_of(slot, brand, poster)
    return BaseForm(fields, meta=_Meta())


def _fields_of(slot: AnySlot, brand: BrandKit, poster: Poster) -> Fields:
    match slot:
        case TextSlot():
            return _text(slot)
        case PhotoSlot():
            return _photo(slot, brand, poster)
        case LogoSlot():
            return _logo(slot, poster)
        case QrSlot():
            # A space for a placeholder: style sheets then know an empty field.
            keywords = {"maxlength": 2000, "inputmode": "url", "placeholder": " "}
            return {f"qr.{slot.key}.url": StringField(render_kw=keywords)}
        case ChoiceSlot():
            return {f"choice.{slot.key}": RadioField(choices={key: say(label) for key, label in slot.values})}
        case ImprintSlot():
            return _imprint()
        case _:
            return {}


def _text(slot: TextSlot) -> Fields:
    keywords: dict[str, object] = {"maxlength": LONGEST_TEXT, "data-most": slot.max_chars}
    if slot.lines[1] > 1:
        return {f"text.{slot.key}": TextAreaField(render_kw={**keywords, "rows": min(slot.lines[1], 4)})}
    return {f"text.{slot.key}": StringField(render_kw=keywords)}


def _photo(slot: PhotoSlot, brand: BrandKit, poster: Poster) -> Fields:
    name = f"photo.{slot.key}"
    drawings = sorted(brand.illustrations) if "illustration" in slot.allow else []
    return {
        f"{name}.file": RadioField(
            choices=_files(poster, slot.key) | {f"brand:{drawing}": drawing for drawing in drawings},
            validate_choice=False,
        ),
        f"{name}.upload": FileField(),
        f"{name}.focus.x": _range(0, 1),
        f"{name}.focus.y": _range(0, 1),
        f"{name}.zoom": _range(1, MOST_ZOOM),
        f"{name}.alt": StringField(render_kw={"maxlength": LONGEST_LINE}),
        f"{name}.consent": BooleanField(),
        f"{name}.credit": StringField(render_kw={"maxlength": LONGEST_LINE}),
        f"{name}.scrim": BooleanField(),
        f"{name}.light": BooleanField(),
    }


def _logo(slot: LogoSlot, poster: Poster) -> Fields:
    name = f"logo.{slot.key}"
    return {
        f"{name}.file": RadioField(choices=_files(poster, slot.key), validate_choice=False),
        f"{name}.upload": FileField(),
        f"{name}.plate": RadioField(
            choices={
                "auto": gettext("Wat het best leesbaar is"),
                "always": gettext("Altijd op een wit vlak"),
                "none": gettext("Zonder vlak"),
            }
        ),
        f"{name}.name": StringField(render_kw={"maxlength": LONGEST_LINE, "autocomplete": "organization"}),
    }


def _imprint() -> Fields:
    known = {
        "name": "name",
        "street": "street-address",
        "postcode": "postal-code",
        "town": "address-level2",
        "organisation": "organization",
        "seat": "off",
    }
    return {
        f"imprint.{part}": StringField(render_kw={"maxlength": LONGEST_LINE, "autocomplete": purpose})
        for part, purpose in known.items()
    }


def _files(poster: Poster, slot: str) -> dict[str, str]:
    """Return the choices among files: none, then those sent for the slot, newest first."""
    return {"": gettext("Geen"), **{UPLOAD_PREFIX + digest: "" for digest in poster.digests(slot)}}


def _languages(template: PosterTemplate, brand: BrandKit) -> dict[str, str]:
    return {language: brand.language_names[language] for language in template.languages}


def _range(least: float, most: float) -> "UnboundField[Field]":
    return StringField(render_kw={"type": "range", "min": least, "max": most, "step": "any"})


def fill(form: BaseForm, values: Mapping[str, Any]) -> BaseForm:
    """Return the form with values in its fields, by name."""
    form.process(data=dict(values))
    return form
