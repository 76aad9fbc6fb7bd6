"""Between a content and the values of the editor's form."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, get_args

from app.engine.content import IMPRINT_PARTS, Content, Imprint, LogoChoice, PhotoChoice, PlateChoice, QrChoice, Text
from app.engine.template import (
    ChoiceSlot,
    ImprintSlot,
    LogoSlot,
    PhotoSlot,
    PosterTemplate,
    QrSlot,
    TextSlot,
)
from app.web.editor.bilingual import SHOWN_LANGUAGE, second_language_of, with_second_language
from app.web.editor.fields import LONGEST_LINE, LONGEST_TEXT, MOST_ZOOM

Values = dict[str, Any]

# Where the sliders stand while nobody chose a point: the engine's own choice then holds.
UNCHOSEN_FOCUS = (0.5, 0.4)
_PLATES: tuple[PlateChoice, ...] = get_args(PlateChoice)


def values_of(content: Content, template: PosterTemplate) -> Values:
    """Return the values of the form for a content, by field name."""
    values: Values = {"language": content.language}
    if template.translations:
        values |= {"second_language": second_language_of(content, template), SHOWN_LANGUAGE: content.language}
    for slot in template.slots.values():
        match slot:
            case TextSlot(key=key):
                values[f"text.{key}"] = content.texts.get(key, Text(text="")).text
            case PhotoSlot(key=key):
                values |= _photo_values(key, content.photos.get(key, PhotoChoice(file="")))
            case LogoSlot(key=key):
                logo = content.logos.get(key, LogoChoice(file="", plate=slot.plate))
                values |= {f"logo.{key}.{part}": getattr(logo, part) for part in ("file", "plate", "name")}
            case QrSlot(key=key):
                values[f"qr.{key}.url"] = content.qrs.get(key, QrChoice(url="")).url
            case ChoiceSlot(key=key):
                values[f"choice.{key}"] = content.choices.get(key, slot.default)
            case ImprintSlot():
                values |= {f"imprint.{part}": getattr(content.imprint, part) for part in IMPRINT_PARTS}
    return values


def content_of(values: Mapping[str, Any], template: PosterTemplate, former: Content) -> Content:
    """Return the content that the form's values make. former: the content the form was made from.

    Every value that cannot be falls back to one that can; nothing here complains, findings do. What stands in slots of
    another version of the template stays as it is.
    """
    slots = template.slots.values()
    language = values.get("language")
    texts = {slot.key: _text(values, slot.key, former) for slot in slots if isinstance(slot, TextSlot)}
    photos = {slot.key: _photo(values, slot.key, former) for slot in slots if isinstance(slot, PhotoSlot)}
    logos = {slot.key: _logo(values, slot) for slot in slots if isinstance(slot, LogoSlot)}
    qrs = {slot.key: QrChoice(url=_line(values, f"qr.{slot.key}.url")) for slot in slots if isinstance(slot, QrSlot)}
    choices = {slot.key: _choice(values, slot) for slot in slots if isinstance(slot, ChoiceSlot)}
    imprint = Imprint(**{part: _line(values, f"imprint.{part}") for part in IMPRINT_PARTS})
    typed = Content(
        language=language if language in template.languages else former.language,
        texts={**former.texts, **texts},
        photos={**former.photos, **photos},
        logos={**former.logos, **logos},
        qrs={**former.qrs, **qrs},
        choices={**former.choices, **choices},
        imprint=imprint if any(isinstance(slot, ImprintSlot) for slot in slots) else former.imprint,
        second_language=former.second_language,
    )
    return with_second_language(typed, values, template)


def _photo_values(key: str, photo: PhotoChoice) -> Values:
    x, y = photo.focus or UNCHOSEN_FOCUS
    values = {part: getattr(photo, part) for part in ("file", "zoom", "alt", "consent", "credit", "scrim", "light")}
    return {f"photo.{key}.{part}": value for part, value in {**values, "focus.x": x, "focus.y": y}.items()}


def _text(values: Mapping[str, Any], key: str, former: Content) -> Text:
    typed = str(values.get(f"text.{key}") or "").replace("\r\n", "\n")[:LONGEST_TEXT]
    return Text(text=typed, language=former.texts[key].language if key in former.texts else "")


def _photo(values: Mapping[str, Any], key: str, former: Content) -> PhotoChoice:
    name = f"photo.{key}"
    was = former.photos.get(key, PhotoChoice(file=""))
    focus = (
        _number(values.get(f"{name}.focus.x"), 0, 1, UNCHOSEN_FOCUS[0]),
        _number(values.get(f"{name}.focus.y"), 0, 1, UNCHOSEN_FOCUS[1]),
    )
    sent = PhotoChoice(
        file=was.file,
        focus=None if focus == UNCHOSEN_FOCUS else focus,
        zoom=_number(values.get(f"{name}.zoom"), 1, MOST_ZOOM, 1),
        alt=_line(values, f"{name}.alt"),
        consent=bool(values.get(f"{name}.consent")),
        credit=_line(values, f"{name}.credit"),
        scrim=bool(values.get(f"{name}.scrim")),
        light=bool(values.get(f"{name}.light")),
    )
    return with_file(sent, _line(values, f"{name}.file"), was)


def with_file(photo: PhotoChoice, file: str, was: PhotoChoice) -> PhotoChoice:
    """Return a photo with a file. was: as it stood before the form was sent.

    What was chosen for another picture does not hold for this one: its crop, its light, and above all the consent.
    """
    if file == was.file:
        return replace(photo, file=file)
    same_crop = (photo.focus, photo.zoom) == (was.focus, was.zoom)
    return replace(
        photo,
        file=file,
        focus=None if same_crop else photo.focus,
        zoom=1.0 if same_crop else photo.zoom,
        consent=photo.consent and not was.consent,
        light=photo.light and not was.light,
    )


def _logo(values: Mapping[str, Any], slot: LogoSlot) -> LogoChoice:
    plate = next((choice for choice in _PLATES if choice == values.get(f"logo.{slot.key}.plate")), slot.plate)
    return LogoChoice(
        file=_line(values, f"logo.{slot.key}.file"),
        plate=plate,
        name=_line(values, f"logo.{slot.key}.name"),
    )


def _choice(values: Mapping[str, Any], slot: ChoiceSlot) -> str:
    chosen = values.get(f"choice.{slot.key}")
    return str(chosen) if chosen in dict(slot.values) else slot.default


def _line(values: Mapping[str, Any], name: str) -> str:
    longest = 2000 if name.startswith("qr.") else LONGEST_LINE
    return " ".join(str(values.get(name) or "").split())[:longest]


def _number(value: object, least: float, most: float, otherwise: float) -> float:
    try:
        number = float(str(value).replace(",", "."))
    except ValueError:
        return otherwise
    return min(max(number, least), most) if math.isfinite(number) else otherwise
