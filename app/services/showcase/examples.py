"""Examples of rules that are broken and kept, from `examples.toml` beside this file, and their contents."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from app.engine.content import Content, Imprint, LogoChoice, PhotoChoice, QrChoice, Text
from app.engine.findings import INTERFACE_LANGUAGES
from app.services.showcase.boards import Spec
from app.services.showcase.roles import NoExample, Roles

Side = Literal["wrong", "right"]
SIDES: tuple[Side, ...] = ("wrong", "right")

_FILE = Path(__file__).with_name("examples.toml")

# What a photo or a logo of an example says of its pixels; the rest is its maker's choice.
_PIXELS = ("picture", "px", "light", "cut")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """How one rule is broken and kept. mended_by_fix: whether the right side is the wrong one, fixed with one press."""

    key: str
    wrong: Spec
    right: Spec
    mended_by_fix: bool = False

    def spec(self, side: Side) -> Spec:
        return self.wrong if side == "wrong" else self.right


@lru_cache(maxsize=1)
def examples() -> Mapping[str, Example]:
    """Return every example by the key of its rule."""
    with _FILE.open("rb") as file:
        tables = tomllib.load(file)
    labels, boards = tables.pop("label"), tables.pop("board")
    return {key: _example(key, given, boards, labels) for key, given in tables.items()}


def _example(key: str, given: dict[str, Any], boards: Spec, labels: Spec) -> Example:
    wrong, right = given.pop("wrong", {}), given.pop("right", {})
    common = merged(boards[given.pop("board")], given)
    by_fix = right == "fix"
    sides = {"wrong": merged(common, wrong), "right": merged(common, wrong if by_fix else right)}
    for spec in sides.values():
        spec["slot"] = {name: {"label": labels[name], **slot} for name, slot in spec["slot"].items() if slot}
    return Example(key=key, wrong=sides["wrong"], right=sides["right"], mended_by_fix=by_fix)


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Return two tables as one, table by table; what the upper one says wins, and an empty table empties."""
    found = dict(below)
    for key, value in above.items():
        both = isinstance(value, Mapping) and value and isinstance(found.get(key), Mapping)
        found[key] = merged(found[key], value) if both else value
    return found


def content_of(spec: Spec, roles: Roles, language: str) -> Content:
    """Return what an example is filled with. language: one of the kit's. Raises NoExample."""
    words = roles.words(language)
    translations = {key for key, slot in spec["slot"].items() if slot.get("translates")}
    second = _second(roles, language) if translations else ""
    said = {key: second if key in translations else language for key in spec.get("text", {})}
    return Content(
        language=language,
        second_language=second,
        texts={key: Text(text=_worded(spec["text"][key], words, tongue)) for key, tongue in said.items()},
        photos={key: _photo(key, given, roles, language) for key, given in spec.get("photo", {}).items() if given},
        logos={
            key: LogoChoice(file=key, plate=given.get("plate", "auto"), name=given.get("name", ""))
            for key, given in logos_of(spec).items()
        },
        qrs={key: QrChoice(url=url) for key, url in spec.get("qr", {}).items()},
        imprint=Imprint(**spec.get("imprint", {})),
    )


def _second(roles: Roles, language: str) -> str:
    """Return another language of the pages that the kit's posters speak. Raises NoExample."""
    others = (other for other in INTERFACE_LANGUAGES if other != language and other in roles.brand.languages)
    found = next(others, "")
    if not found:
        raise NoExample("second language")
    return found


def _worded(said: Mapping[str, str], words: Mapping[str, str], language: str) -> str:
    """Return a text of an example in a language, in Dutch where it has none. Raises NoExample."""
    try:
        return said.get(language, said["nl"]).format_map(words)
    except KeyError as lacking:
        raise NoExample(str(lacking)) from None


def _photo(key: str, given: Spec, roles: Roles, language: str) -> PhotoChoice:
    if given.get("picture") == "drawing":
        if not roles.illustration:
            raise NoExample("drawing")
        return PhotoChoice(file=f"brand:{roles.illustration}")
    alt = given.get("alt", {})
    rest = {name: value for name, value in given.items() if name not in (*_PIXELS, "alt")}
    return PhotoChoice(file=key, alt=alt.get(language, alt.get("nl", "")), **rest)


def photos_of(spec: Spec) -> Mapping[str, Spec]:
    """Return the photos that have pixels, by the key of their slot."""
    return {key: given for key, given in spec.get("photo", {}).items() if given and given.get("picture") != "drawing"}


def logos_of(spec: Spec) -> Mapping[str, Spec]:
    """Return the logos, by the key of their slot."""
    return {key: given for key, given in spec.get("logo", {}).items() if given}
