"""What stands on sheets for a printer at home beside the poster."""

from dataclasses import dataclass

from app.engine.findings import INTERFACE_LANGUAGES
from app.engine.geometry import Rect
from app.engine.imposition import CardPlan, TilePlan
from app.engine.layout.home.card_sheet import card_scene
from app.engine.layout.home.guide import lay_out_guide
from app.engine.layout.home.stationery import Stationery, say
from app.engine.layout.home.tile_sheets import tile_scenes
from app.engine.layout.proof.look import Look
from app.engine.names import format_name
from app.engine.scene import Scene, TagBegin
from app.engine.sheet import FORMATS
from app.engine.template.checked import CheckedContent

_LONGEST_TITLE = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class TiledPages:
    """guide: the first page; what it holds stands over the poster. place: of the poster's trim on it.

    sheets: what stands on each sheet over its part of the poster. alts: what each part is.
    """

    guide: Scene
    place: Rect
    sheets: tuple[Scene, ...]
    alts: tuple[TagBegin, ...]


def lay_out_tiles(poster: CheckedContent, plan: TilePlan, *, title: str) -> TiledPages:
    """Return the pages of a poster over many sheets. title: of the poster."""
    found = poster.purpose.format
    # The page lies as the poster does, whichever way round the sheets are.
    tools = _tools(poster, plan.paper, lying=found.width > found.height)
    guide, place = lay_out_guide(plan, found, tools, title=title, after=len(poster.template.slots))
    named = say("tile.poster", title=_short(title), format=format_name(found))
    sheets = _tools(poster, plan.paper, lying=plan.lying)
    scenes, alts = zip(*tile_scenes(plan, sheets, named, title=title), strict=True)
    return TiledPages(guide=guide, place=place, sheets=scenes, alts=alts)


def lay_out_cards(poster: CheckedContent, plan: CardPlan, *, title: str) -> Scene:
    """Return what stands around the cards. title: of the poster."""
    tools = _tools(poster, plan.paper, lying=plan.lying)
    return card_scene(plan, poster.purpose.format, tools, title=title)


def _tools(poster: CheckedContent, paper: str, *, lying: bool) -> Stationery:
    language = poster.language.split("-")[0]
    sheet = poster.brand.sheet(FORMATS[f"{paper}-landscape" if lying else paper])
    spoken = language if language in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]
    return Stationery(look=Look(brand=poster.brand), sheet=sheet, language=spoken)


def _short(title: str) -> str:
    """Return a title that fits a slip."""
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
