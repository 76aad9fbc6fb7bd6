"""Laying out: from checked content to a scene, and from a scene to the pages of its proof."""

from app.engine.layout.home import TiledPages, lay_out_cards, lay_out_tiles
from app.engine.layout.note import NotePart, NoteRow, lay_out_note
from app.engine.layout.places import PhotoPlace, densities, photo_places
from app.engine.layout.poster import lay_out
from app.engine.layout.proof import ProofPages, lay_out_proof
from app.engine.layout.transcript import TranscriptLine, transcript

__all__ = [
    "NotePart",
    "NoteRow",
    "PhotoPlace",
    "ProofPages",
    "TiledPages",
    "TranscriptLine",
    "densities",
    "lay_out",
    "lay_out_cards",
    "lay_out_note",
    "lay_out_proof",
    "lay_out_tiles",
    "photo_places",
    "transcript",
]
