"""Which face shows which characters, and what no face can show."""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from app.engine.fonts.clusters import graphemes, is_control, is_ignorable
from app.engine.fonts.face import Face


def covers(face: Face, cluster: str) -> bool:
    """Return whether a face shows a whole grapheme cluster, as typed or composed."""
    seen = [char for char in cluster if not is_ignorable(char) and not is_control(char)]
    if all(map(face.has, seen)):
        return True
    return any(all(map(face.has, unicodedata.normalize(form, "".join(seen)))) for form in ("NFC", "NFD"))


@lru_cache(maxsize=8192)
def face_for(cluster: str, faces: tuple[Face, ...]) -> Face:
    """Return the first face that shows a cluster whole, else the first that has its base, else the first."""
    for face in faces:
        if covers(face, cluster):
            return face
    return next((face for face in faces if face.has(cluster[0])), faces[0])


def missing_characters(text: str, faces: Sequence[Face]) -> tuple[str, ...]:
    """Return the grapheme clusters that no face can show, each once, in the order of the text.

    Line ends, control codes and characters that leave no mark are not missed.
    """
    seen = dict.fromkeys(graphemes(text))
    return tuple(cluster for cluster in seen if not any(covers(face, cluster) for face in faces))
