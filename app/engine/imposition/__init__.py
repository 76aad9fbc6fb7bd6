"""How posters are put on the paper of a printer at home: which sheets, which way round, where. Plans only, no paint."""

from app.engine.imposition.cards import CardPlan, plan_cards
from app.engine.imposition.home import HomePrint, Way, home_print, home_prints
from app.engine.imposition.paper import HOME_EDGE, PAPERS, SAFE_EDGE, Fitting, fit
from app.engine.imposition.tiles import OVERLAP, Tile, TilePlan, plan_tiles

__all__ = [
    "HOME_EDGE",
    "OVERLAP",
    "PAPERS",
    "SAFE_EDGE",
    "CardPlan",
    "Fitting",
    "HomePrint",
    "Tile",
    "TilePlan",
    "Way",
    "fit",
    "home_print",
    "home_prints",
    "plan_cards",
    "plan_tiles",
]
