"""Several texts in one column: who gives way, and who gets the room that is left."""

import math
from collections.abc import Callable, Sequence

from app.engine.layout.text.setter import Setter, Setting
from app.engine.layout.text.values import TextBlock

# Halvings of the way between two sizes.
_STEPS = 8

# Where a text of higher rank had to become small, those under it stay under this share of its size,
# unless their styles stand closer together than that.
_STEP_DOWN = 0.7

# How slowly the texts under the headline give way (1: as it does; 0: not at all). Judged by eye on three- and four-line
# headlines: the line under them stays easy to read, and they lose little.
_SLOWER = 0.25

_TINY = 1e-6

Settings = dict[Setter, Setting | None]


class Column:
    """Texts under each other. gap: × the size of the text that follows; height: of the column, in pt.

    Texts of one style are of one rank and keep one size. The rank with the largest type comes first.
    """

    def __init__(self, setters: Sequence[Setter], height: float, gap: float) -> None:
        self.setters = [setter for setter in setters if not setter.is_empty]
        self.height, self.gap = height, gap
        styles = dict.fromkeys(setter.request.style.key for setter in self.setters)
        ranks = [[setter for setter in self.setters if setter.request.style.key == key] for key in styles]
        self.ranks = sorted(ranks, key=lambda rank: -rank[0].largest)

    def blocks(self) -> list[TextBlock]:
        """Return the block of every text that has words, in order."""
        if not self._fits(self._set(self._caps(0))):
            return self._tight_blocks()
        share = _largest(0, 1, lambda share: self._fits(self._set(self._caps(share))))
        found = self._set(self._take_room(self._caps(share)))
        return [self._block(setter, found[setter]) for setter in self.setters]

    def _caps(self, share: float) -> list[float]:
        """Return a largest size for each rank, some way from their smallest (share 0) to their largest (share 1).

        What is read gives way later than what calls out: a headline that is half as large still is one.
        """
        return [
            rank[0].smallest + (share**_SLOWER if number else share) * (rank[0].largest - rank[0].smallest)
            for number, rank in enumerate(self.ranks)
        ]

    def _take_room(self, caps: list[float]) -> list[float]:
        """Return caps that have grown, one rank after the other, as far as the column allows."""
        grown = list(caps)
        for number, rank in enumerate(self.ranks):

            def fits(cap: float, number: int = number) -> bool:
                return self._fits(self._set([*grown[:number], cap, *grown[number + 1 :]]))

            grown[number] = _largest(grown[number], rank[0].largest, fits)
        return grown

    def _set(self, caps: Sequence[float]) -> Settings:
        """Return every text's setting under these caps."""
        found: Settings = {}
        ceiling, above = math.inf, 0.0
        for rank, cap in zip(self.ranks, caps, strict=True):
            smallest, largest = rank[0].smallest, rank[0].largest
            if above:
                ceiling *= max(_STEP_DOWN, min(1.0, largest / above))
            settings, ceiling = _set_rank(rank, max(smallest, min(cap, ceiling)))
            found.update(settings)
            above = largest
        return found

    def _fits(self, found: Settings) -> bool:
        return self._height(found) <= self.height + _TINY

    def _height(self, found: Settings) -> float:
        heights = [setter.height_of(found[setter]) for setter in self.setters]
        sizes = [_size(setter, found[setter]) for setter in self.setters]
        return sum(heights) + self.gap * sum(sizes[1:])

    def _block(self, setter: Setter, setting: Setting | None) -> TextBlock:
        return setter.block(setting) if setting else setter.overset_block()

    def _tight_blocks(self) -> list[TextBlock]:
        """Set everything at its smallest in the fewest lines: lines of even length are worth less than all words."""
        found = {setter: setter.tightest for setter in self.setters}
        if self._fits(found):
            return [self._block(setter, found[setter]) for setter in self.setters]
        return self._overset_blocks(found)

    def _overset_blocks(self, found: Settings) -> list[TextBlock]:
        """Let the ranks take the height in order; where it ends texts are overset. found: settings of the smallest."""
        room = self.height
        blocks: dict[Setter, TextBlock] = {}
        for setter in (setter for rank in self.ranks for setter in rank):
            setting = found[setter]
            gap = 0.0 if setter is self.setters[0] else self.gap * setter.smallest
            height = setter.height_of(setting)
            if setting and height + gap <= room + _TINY:
                blocks[setter] = setter.block(setting)
            else:
                blocks[setter] = setter.overset_block(room - gap)
                # A text that is too long does not take the room of the others too.
                height = min(height, setter.most_height)
            room = max(0.0, room - gap - height)
        return [blocks[setter] for setter in self.setters]


def _set_rank(rank: Sequence[Setter], cap: float) -> tuple[Settings, float]:
    """Return settings of one size for all texts of a rank, and that size."""
    if len(rank) == 1:
        setting = rank[0].best(cap)
        return {rank[0]: setting}, setting.size if setting else cap
    sizes = {cap, *(size for setter in rank for size in setter.steps if size < cap)}
    ways = [_all_at(rank, size) for size in sorted(sizes, reverse=True)]
    whole = [settings for settings in ways if settings]
    if whole:
        settings = max(whole, key=lambda way: sum(setting.score for setting in way.values()))
        return dict(settings), settings[rank[0]].size
    found = {setter: setter.best(cap) for setter in rank}
    size = min((setting.size for setting in found.values() if setting), default=cap)
    return {setter: setter.at(size) or setter.best(size) for setter in rank}, size


def _all_at(rank: Sequence[Setter], size: float) -> dict[Setter, Setting]:
    """Return the settings of all texts of a rank at one size; none where one of them is too long for it."""
    found = {setter: setting for setter in rank if (setting := setter.at(size))}
    return found if len(found) == len(rank) else {}


def _size(setter: Setter, setting: Setting | None) -> float:
    return setting.size if setting else setter.smallest


def _largest(low: float, high: float, fits: Callable[[float], bool]) -> float:
    """Return about the largest number between two that fits; the low one is known to."""
    if high <= low or fits(high):
        return high
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return low
