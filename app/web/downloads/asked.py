"""What an address asks of a file beside format and destination, and the address that asks for it.

The page carries the wishes for all destinations, the link to a file those for its own. Nothing is remembered elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import get_args

from app.engine.brand import BrandKit
from app.engine.pipeline import Codec, Options
from app.engine.sheet import Destination, Format, Paper
from app.services import home_prints as home
from app.services.destination_options import objection
from app.services.purposes import goals_of

Wishes = Mapping[Destination, Options]
"""What is asked of the file for each destination of a format."""

_NAMES: Mapping[Destination, tuple[str, ...]] = {
    "print": ("drukker", "snijtekens", "schaal"),
    "home": ("papier", "bladen", "samen", "inkt", "kleur"),
    "screen": ("soort", "dubbel"),
}
_WAYS_HOME = {"papier", "bladen", "samen"}
_SCALE = "10"
_YES_OR_NO = {"ja": True, "nee": False}


def usual_options(found: Format, goal: Destination) -> Options:
    """Return what a file is made with unless something else is asked for."""
    return home.usual_at_home(found) if goal == "home" else Options()


def wishes_of(found: Format, asked: Mapping[str, str], brand: BrandKit) -> dict[Destination, Options]:
    """Return what an address asks of the file for each destination; the usual where it asks for what cannot be."""
    return {goal: _wish(found, goal, asked, brand) for goal in goals_of(found)}


def _wish(found: Format, goal: Destination, asked: Mapping[str, str], brand: BrandKit) -> Options:
    return options_of(found, goal, _own(goal, asked), brand) or usual_options(found, goal)


def options_of(found: Format, goal: Destination, asked: Mapping[str, str], brand: BrandKit) -> Options | None:
    """Return what an address asks of one file; None for what cannot be, or is of another destination."""
    others = {name for other, names in _NAMES.items() if other != goal for name in names}
    if others & asked.keys():
        return None
    given = _own(goal, asked)
    try:
        options = _READ[goal](found, given) if goal in _READ and given else usual_options(found, goal)
    except KeyError:
        return None
    return None if objection(found, goal, options, brand) else options


def refused_names(
    found: Format, goals: Iterable[Destination], asked: Mapping[str, str], brand: BrandKit
) -> tuple[str, ...]:
    """Return the names in an address that ask for what the files for these destinations cannot have."""
    own = {goal: _own(goal, asked) for goal in goals}
    fitting = {name for of_goal in own.values() for name in of_goal} - {
        name for goal, of_goal in own.items() for name in _refused_of(found, goal, of_goal, brand)
    }
    wishes = {name for names in _NAMES.values() for name in names}
    return tuple(name for name in asked if name in wishes - fitting)


def _own(goal: Destination, asked: Mapping[str, str]) -> dict[str, str]:
    """Return what is asked of the file for one destination."""
    return {name: asked[name] for name in _NAMES.get(goal, ()) if name in asked}


def _refused_of(found: Format, goal: Destination, own: Mapping[str, str], brand: BrandKit) -> Iterable[str]:
    """Return which wishes cannot be; all of them where only together they cannot."""
    if options_of(found, goal, own, brand) is not None:
        return ()
    return [name for name in own if options_of(found, goal, {name: own[name]}, brand) is None] or own


def query_of(found: Format, goal: Destination, options: Options) -> dict[str, str]:
    """Return what an address says of the options of a file; nothing of the usual ones."""
    said = dict(_said(options))
    if goal == "home" and options.way == "fit" and usual_options(found, goal).way == "up":
        said["samen"] = "nee"
    return {name: said[name] for name in _NAMES.get(goal, ()) if name in said}


def whole_query(found: Format, wishes: Wishes) -> dict[str, str]:
    """Return what the address of a page says: the format, and the wishes for every destination."""
    queries = (query_of(found, goal, wish) for goal, wish in wishes.items())
    return {"formaat": found.key} | {name: value for query in queries for name, value in query.items()}


def _said(options: Options) -> Iterator[tuple[str, str]]:
    if options.shop:
        yield "drukker", options.shop
    if options.marks is not None:
        yield "snijtekens", "ja" if options.marks else "nee"
    if options.scale > 1:
        yield "schaal", str(options.scale)
    if options.paper != "a4":
        yield "papier", options.paper
    if options.tiles:
        yield "bladen", options.tiles
    if options.up:
        yield "samen", "ja"
    if options.save_ink:
        yield "inkt", "zuinig"
    if options.gray:
        yield "kleur", "grijs"
    if options.codec != "png":
        yield "soort", options.codec
    if options.double:
        yield "dubbel", "ja"


def _read_press(_found: Format, asked: Mapping[str, str]) -> Options:
    return Options(
        shop=asked.get("drukker", ""),
        marks=_YES_OR_NO[asked["snijtekens"]] if "snijtekens" in asked else None,
        scale={_SCALE: int(_SCALE)}[asked["schaal"]] if "schaal" in asked else 1,
    )


def _read_home(found: Format, asked: Mapping[str, str]) -> Options:
    return replace(
        _read_way(asked) if _WAYS_HOME & asked.keys() else usual_options(found, "home"),
        save_ink="inkt" in asked and {"zuinig": True}[asked["inkt"]],
        gray="kleur" in asked and {"grijs": True}[asked["kleur"]],
    )


def _read_way(asked: Mapping[str, str]) -> Options:
    papers: dict[str, Paper] = {paper: paper for paper in get_args(Paper)}
    return Options(
        paper=papers[asked["papier"]] if "papier" in asked else "a4",
        tiles=papers[asked["bladen"]] if "bladen" in asked else None,
        up="samen" in asked and _YES_OR_NO[asked["samen"]],
    )


def _read_screen(_found: Format, asked: Mapping[str, str]) -> Options:
    codecs: dict[str, Codec] = {codec: codec for codec in get_args(Codec)}
    return Options(
        codec=codecs[asked["soort"]] if "soort" in asked else "png",
        double="dubbel" in asked and _YES_OR_NO[asked["dubbel"]],
    )


_READ = {"print": _read_press, "home": _read_home, "screen": _read_screen}
