"""Photos and logos of a poster, taken in: what the engine needs to know of the files that a content names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.engine.errors import UnreadableFile
from app.engine.photo import PhotoSource
from app.engine.vector.logo import TakenLogo


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """The files of one content, by the name the content gives them.

    A name stands in `photos` or `logos` when it was taken in, and in `unreadable` when it could not be.
    """

    photos: Mapping[str, PhotoSource] = field(default_factory=dict)
    logos: Mapping[str, TakenLogo] = field(default_factory=dict)
    unreadable: Mapping[str, UnreadableFile] = field(default_factory=dict)
