"""Keys of caches that hold what was made of a face: the same for every copy of it."""

from app.engine.fonts import Face


class _FaceKey:
    """Equal for faces of the same bytes, in whatever process or request they were built."""

    __slots__ = ("_mark", "face")

    def __init__(self, face: Face, mark: object) -> None:
        self.face = face
        self._mark = (face.digest, mark)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self._mark == other._mark

    def __hash__(self) -> int:
        return hash(self._mark)


class GlyphKey(_FaceKey):
    """One glyph of a face."""

    __slots__ = ("gid",)

    def __init__(self, face: Face, gid: int) -> None:
        super().__init__(face, gid)
        self.gid = gid


class SubsetKey(_FaceKey):
    """Some glyphs of a face."""

    __slots__ = ("gids",)

    def __init__(self, face: Face, gids: frozenset[int]) -> None:
        super().__init__(face, gids)
        self.gids = gids
