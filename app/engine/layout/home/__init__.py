"""Sheets for a printer at home, laid out around a poster: cards to cut apart, and a poster over many sheets."""

from app.engine.layout.home.pages import TiledPages, lay_out_cards, lay_out_tiles

__all__ = ["TiledPages", "lay_out_cards", "lay_out_tiles"]
