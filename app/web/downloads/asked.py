"""What an address asks of a file beside format and destination, and the address that asks for it.

The page carries the wishes for all destinations, the link to a file those for its own. Nothing is remembered elsewhere.
"""

from collections.abc import Iterator, Mapping
from typing import get_args

from app.engine.brand import BrandKit
from app.engine.imposition import home_prints
from app.engine.pipeline import Codec, Options
from app.engine.sheet import Destination, Format, Paper
from app.services import home_prints as home
from app.services import press_prints as press

Wishes = Mapping[Destination, Options]
"""What is asked of the file for each destination of a format."""

_NAMES: Mapping[Destination, tuple[str, ...]] = {
    "print": ("drukker", "snijtekens", "schaal"),
    "home": ("papier", "bladen", "samen", "inkt", "kleur"),
    "screen": ("soort",),
}
_SCALE = "10"
_YES_OR_NO = {"ja": True, "nee": False}


def goals_of(found: Format) -> tuple[Destination, ...]:
    """Return where a format can go. What is no paper of a printer at home goes there in parts."""
    known = found.destinations
    return known if "home" in known or not home_prints(found) else (known[0], "home", *known[1:])


def usual_options(found: Format, goal: Destination) -> Options:
    """Return what a file is made with unless something else is asked for."""
    if goal == "home" and (ways := home_prints(found)):
        return home_options(ways[0])
    return Options()


def home_options(way: home.HomePrint, *, save_ink: bool = False, gray: bool = False) -> Options:
    """Return the options that ask for a way to print at home."""
    return Options(
        paper="a4" if way.way == "tiles" else way.paper,
        tiles=way.paper if way.way == "tiles" else None,
        up=way.way == "up",
        save_ink=save_ink,
        gray=gray,
    )


def wishes_of(found: Format, asked: Mapping[str, str], brand: BrandKit) -> dict[Destination, Options]:
    """Return what an address asks of the file for each destination; the usual where it asks for what cannot be."""
    return {goal: _wish(found, goal, asked, brand) for goal in goals_of(found)}


def _wish(found: Format, goal: Destination, asked: Mapping[str, str], brand: BrandKit) -> Options:
    own = {name: asked[name] for name in _NAMES.get(goal, ()) if name in asked}
    return options_of(found, goal, own, brand) or usual_options(found, goal)


def options_of(found: Format, goal: Destination, asked: Mapping[str, str], brand: BrandKit) -> Options | None:
    """Return what an address asks of one file; None for what cannot be, or is of another destination."""
    others = {name for other, names in _NAMES.items() if other != goal for name in names}
    if others & asked.keys():
        return None
    given = {name: asked[name] for name in _NAMES.get(goal, ()) if name in asked}
    try:
        options = _READ[goal](given) if goal in _READ and given else usual_options(found, goal)
    except KeyError:
        return None
    wrong = ""
    if goal == "print":
        wrong = press.objection(found, options, brand)
    elif goal == "home":
        wrong = home.objection(found, options)
    return None if wrong else options


def query_of(goal: Destination, options: Options) -> dict[str, str]:
    """Return what an address says of options; nothing of the usual ones."""
    return {name: value for name, value in _said(options) if name in _NAMES.get(goal, ())}


def whole_query(found: Format, wishes: Wishes) -> dict[str, str]:
    """Return what the address of a page says: the format, and the wishes for every destination."""
    queries = (query_of(goal, wish) for goal, wish in wishes.items())
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


def _read_press(asked: Mapping[str, str]) -> Options:
    return Options(
        shop=asked.get("drukker", ""),
        marks=_YES_OR_NO[asked["snijtekens"]] if "snijtekens" in asked else None,
        scale={_SCALE: int(_SCALE)}[asked["schaal"]] if "schaal" in asked else 1,
    )


def _read_home(asked: Mapping[str, str]) -> Options:
    papers: dict[str, Paper] = {paper: paper for paper in get_args(Paper)}
    return Options(
        paper=papers[asked["papier"]] if "papier" in asked else "a4",
        tiles=papers[asked["bladen"]] if "bladen" in asked else None,
        up="samen" in asked and {"ja": True}[asked["samen"]],
        save_ink="inkt" in asked and {"zuinig": True}[asked["inkt"]],
        gray="kleur" in asked and {"grijs": True}[asked["kleur"]],
    )


def _read_screen(asked: Mapping[str, str]) -> Options:
    codecs: dict[str, Codec] = {codec: codec for codec in get_args(Codec)}
    return Options(codec=codecs[asked["soort"]])


_READ = {"print": _read_press, "home": _read_home, "screen": _read_screen}
