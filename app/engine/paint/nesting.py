"""What is open while a scene is painted, so that no painter goes on with a broken one."""

from app.engine.scene import (
    ArtifactBegin,
    ArtifactEnd,
    ClipBegin,
    ClipEnd,
    GroupBegin,
    GroupEnd,
    Item,
    TagBegin,
    TagEnd,
)

_BEGINNING: dict[type[Item], type[Item]] = {
    ArtifactEnd: ArtifactBegin,
    ClipEnd: ClipBegin,
    GroupEnd: GroupBegin,
    TagEnd: TagBegin,
}


class Nesting:
    """The clips, groups, tags and artifacts that have begun and not ended."""

    def __init__(self) -> None:
        self._open: list[Item] = []

    @property
    def mark(self) -> TagBegin | ArtifactBegin | None:
        """The tag or artifact that is being painted."""
        outermost = self._open[0] if self._open else None
        return outermost if isinstance(outermost, TagBegin | ArtifactBegin) else None

    def follow(self, item: Item) -> None:
        """Take note of an item. Raises ValueError for one that may not stand here."""
        if isinstance(item, TagBegin | ArtifactBegin) and self._open:
            raise ValueError(f"{type(item).__name__} inside {type(self._open[-1]).__name__}")
        if isinstance(item, tuple(_BEGINNING.values())):
            self._open.append(item)
        elif type(item) in _BEGINNING:
            self._end(item)

    def _end(self, item: Item) -> None:
        innermost = self._open.pop() if self._open else None
        if not isinstance(innermost, _BEGINNING[type(item)]):
            raise ValueError(f"{type(item).__name__} after {type(innermost).__name__}")

    def finish(self) -> None:
        """Raises ValueError while anything is open."""
        if self._open:
            raise ValueError(f"{type(self._open[-1]).__name__} has no end")
