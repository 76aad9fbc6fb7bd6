"""A content as JSON, with the keys of a content file, and back. A draft may be unfinished: nothing is refused."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, get_args

from app.engine.content import Content, Imprint, LogoChoice, PhotoChoice, PlateChoice, QrChoice, Text


def to_json(content: Content) -> dict[str, Any]:
    """Return a content as plain JSON values."""
    return {
        "language": content.language,
        "text": {key: asdict(value) for key, value in content.texts.items()},
        "photo": {key: asdict(value) for key, value in content.photos.items()},
        "logo": {key: asdict(value) for key, value in content.logos.items()},
        "qr": {key: asdict(value) for key, value in content.qrs.items()},
        "choice": dict(content.choices),
        "imprint": asdict(content.imprint),
    }


def from_json(data: Mapping[str, Any]) -> Content:
    """Return the content that `to_json` made."""
    return Content(
        language=data["language"],
        texts={key: Text(**value) for key, value in data.get("text", {}).items()},
        photos={key: _photo(value) for key, value in data.get("photo", {}).items()},
        logos={key: _logo(value) for key, value in data.get("logo", {}).items()},
        qrs={key: QrChoice(**value) for key, value in data.get("qr", {}).items()},
        choices=dict(data.get("choice", {})),
        imprint=Imprint(**data.get("imprint", {})),
    )


def _photo(value: Mapping[str, Any]) -> PhotoChoice:
    focus = value.get("focus")
    return PhotoChoice(**{**value, "focus": (float(focus[0]), float(focus[1])) if focus else None})


def _logo(value: Mapping[str, Any]) -> LogoChoice:
    plate = value.get("plate", "auto")
    return LogoChoice(**{**value, "plate": plate if plate in get_args(PlateChoice) else "auto"})
