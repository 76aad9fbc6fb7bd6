"""One text and one width: every size and shape it could have."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.engine.fonts import graphemes
from app.engine.layout.text import compose
from app.engine.layout.text.copy import Copy, read_copy
from app.engine.layout.text.extent import Extent, extent
from app.engine.layout.text.hyphens import can_hyphenate
from app.engine.layout.text.lines import set_lines
from app.engine.layout.text.values import SetLine, TextBlock, TextRequest

# A headline of more stretches than this is no headline: it is set as running text.
_MOST_BALANCED = 40

# How much wider than need be the lines of a headline may be, for better line ends.
_LEEWAY = (1.0, 1.07, 1.18)

# What a headline gains by size and loses by uneven lines, by one more line.
_SIZE_WEIGHT = 2.0
_LINE_COST = 0.03

# A text whose style stays under so many ‰ of the sheet is no headline: it takes one more line only for type larger by
# about a fifth, exp(cost ÷ weight).
_HEADLINE = 60
_CALM_LINE_COST = 0.35

# Where the user ended lines, no others are added, unless the type then is smaller than this share of what it could be.
_TYPED_LINES_ARE_WORTH = 0.6

# Words of running text are divided only where that makes the type so much larger.
_HYPHENS_ARE_WORTH = 1.05

_TINY = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A way to break a headline. width: of its widest line, in em. flaw: how uneven and badly broken it is."""

    ends: tuple[int, ...]
    width: float
    flaw: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A size and a number of lines. ends: the stops at which they end, where those are chosen already.

    score: how good it is; to be compared among settings of the same texts.
    """

    copy: Copy
    size: float
    lines: int
    ends: tuple[int, ...] = ()
    score: float = 0.0


@lru_cache(maxsize=256)
def _shapes_of(copy: Copy, lines: int) -> tuple[Shape, ...]:
    """Return the ways worth looking at to break a headline into so many lines, each once."""
    narrowest = compose.narrowest(copy, lines)
    ways = (tuple(compose.even_lines(copy, lines, narrowest * leeway) or ()) for leeway in _LEEWAY)
    return tuple(
        Shape(ends=ends, width=compose.widest(copy, ends), flaw=compose.flaw(copy, ends))
        for ends in dict.fromkeys(ways)
        if ends
    )


class Setter:
    """Finds the settings of one text in a column. width: of the column; smallest, largest: sizes; in pt."""

    def __init__(self, request: TextRequest, *, width: float, smallest: float, largest: float) -> None:
        self.request, self.width = request, width
        self.smallest, self.largest = smallest, largest
        plain = read_copy(request)
        self.is_empty = not any(paragraph.shown for paragraph in plain.paragraphs)
        self.copy = plain.cut(self.measure(smallest), request.language)
        self.is_cut = self.copy is not plain
        self.extent: Extent = extent(request, plain)
        self.most = request.lines[1]
        # Fitting a column asks the same again and again.
        self._found: dict[tuple[float, float], Setting | None] = {}

    @property
    def is_balanced(self) -> bool:
        return self.request.style.balance and len(self.copy) <= _MOST_BALANCED

    def measure(self, size: float) -> float:
        """Return the width there is for the letters of a line, in em."""
        return max(0.0, self.width / size - self.request.inset)

    def size_for(self, width: float) -> float:
        """Return the size, in pt, at which lines of a width in em fill the column."""
        total = width + self.request.inset
        return self.width / total if total > 0 else self.largest

    def best(self, cap: float, height: float = math.inf) -> Setting | None:
        """Return the best setting under a size and a height, in pt; None where even the smallest size fails."""
        key = (cap, height)
        if key not in self._found:
            self._found[key] = self._search(cap, height)
        return self._found[key]

    @cached_property
    def tightest(self) -> Setting | None:
        """The setting of the smallest size in the fewest lines; None where even that fails."""
        if not self.is_balanced:
            return self.best(self.smallest)
        shapes = [shape for shape in self._shapes if self.size_for(shape.width) >= self.smallest - _TINY]
        fewest = min((len(shape.ends) for shape in shapes), default=0)
        return self._best_shape((shape for shape in shapes if len(shape.ends) == fewest), self.smallest, math.inf)

    def at(self, size: float) -> Setting | None:
        """Return the best setting of one size, in pt, beside others of that size; None where the text is too long."""
        key = (size, -1.0)
        if key not in self._found:
            self._found[key] = self._at(size)
        return self._found[key]

    def _at(self, size: float) -> Setting | None:
        if self.is_balanced:
            return self._best_shape(self._shapes, size, math.inf, least=size)
        plain = self._flowing(self.copy, size, math.inf)
        if plain or self._divided is None:
            return plain
        return self._flowing(self._divided, size, math.inf)

    def _search(self, cap: float, height: float) -> Setting | None:
        if self.is_balanced:
            return self._best_balanced(cap, height)
        plain = self._best_flowing(self.copy, cap, height)
        if self._divided is None:
            return plain
        divided = self._best_flowing(self._divided, cap, height)
        if plain and divided and divided.size < _HYPHENS_ARE_WORTH * plain.size:
            return plain
        return divided or plain

    @cached_property
    def _divided(self) -> Copy | None:
        """The copy with divided words, where style and language have them."""
        if not self.request.style.hyphenate or not can_hyphenate(self.request.language):
            return None
        return self.copy.hyphenated(self.request.language)

    # Headlines

    def _best_balanced(self, cap: float, height: float) -> Setting | None:
        found = self._best_shape(self._shapes, cap, height)
        if self.copy.forced_lines > 1 and found and found.lines > self.copy.forced_lines:
            typed = [shape for shape in self._shapes if len(shape.ends) == self.copy.forced_lines]
            kept = self._best_shape(typed, cap, height)
            if kept and kept.size >= _TYPED_LINES_ARE_WORTH * found.size:
                return kept
        return found

    def _best_shape(self, shapes: Iterable[Shape], cap: float, height: float, *, least: float = 0.0) -> Setting | None:
        found: Setting | None = None
        highest = -math.inf
        line_cost = _LINE_COST if self.request.style.largest >= _HEADLINE else _CALM_LINE_COST
        for shape in shapes:
            size = min(cap, self.size_for(shape.width), self.extent.size_for(len(shape.ends), height))
            score = _SIZE_WEIGHT * math.log(size) - shape.flaw - line_cost * len(shape.ends) if size > 0 else -math.inf
            if size >= max(self.smallest, least) - _TINY and score > highest:
                lines = len(shape.ends)
                found, highest = Setting(copy=self.copy, size=size, lines=lines, ends=shape.ends, score=score), score
        return found

    @cached_property
    def steps(self) -> tuple[float, ...]:
        """The sizes, in pt, from which on the text takes one more line; none for running text."""
        shapes = self._shapes if self.is_balanced else ()
        narrowest: dict[int, float] = {}
        for shape in shapes:
            narrowest[len(shape.ends)] = min(shape.width, narrowest.get(len(shape.ends), math.inf))
        return tuple(size for width in narrowest.values() if (size := self.size_for(width)) >= self.smallest)

    @cached_property
    def _shapes(self) -> tuple[Shape, ...]:
        """Every way worth looking at, from the fewest lines to the most."""
        most = min(self.most, len(self.copy))
        fewest = min(max(self.request.lines[0], self.copy.forced_lines), most)
        if fewest < self.copy.forced_lines:
            return ()
        return tuple(shape for lines in range(fewest, most + 1) for shape in _shapes_of(self.copy, lines))

    # Running text

    def _best_flowing(self, copy: Copy, cap: float, height: float) -> Setting | None:
        # What must be cut even at the smallest size is not cut more for the sake of a larger one.
        low, high = self.smallest, self.smallest if self.is_cut else max(cap, self.smallest)
        found = self._flowing(copy, high, height)
        if found:
            return found
        found = self._flowing(copy, low, height)
        while found and high - low > 0.002 * high:
            middle = (low + high) / 2
            if larger := self._flowing(copy, middle, height):
                found, low = larger, middle
            else:
                high = middle
        return found

    def _flowing(self, copy: Copy, size: float, height: float) -> Setting | None:
        limit = self.measure(size)
        if copy.widest_stretch > limit + _TINY:
            return None
        lines = max(len(compose.greedy(copy, limit)), min(self.request.lines[0], len(copy)))
        if lines > self.most or self.extent.height(lines) * size > height + _TINY:
            return None
        return Setting(copy=copy, size=size, lines=lines)

    def _ends(self, setting: Setting) -> tuple[int, ...]:
        """Return where the lines of a setting end."""
        if setting.ends:
            return setting.ends
        limit = self.measure(setting.size)
        ends = compose.flowing_lines(setting.copy, limit)
        if len(ends) < setting.lines:
            ends = compose.even_lines(setting.copy, setting.lines, limit) or ends
        return tuple(ends)

    # Outcome

    @property
    def most_height(self) -> float:
        """The height, in pt, of as many lines as are allowed at the smallest size."""
        return self.smallest * self.extent.height(self.most)

    def height_of(self, setting: Setting | None) -> float:
        """Return the height of a setting in pt; without one, of the whole text at its smallest."""
        if setting:
            return setting.size * self.extent.height(setting.lines)
        return self.smallest * self.extent.height(len(compose.greedy(self.copy, self.measure(self.smallest))))

    def block(self, setting: Setting) -> TextBlock:
        """Shape a setting's lines. What shaping widens by a hair is taken from the size."""
        lines = set_lines(setting.copy, self._ends(setting), self.request)
        size = min(setting.size, self.size_for(max(line.width for line in lines)))
        if size < self.smallest - _TINY:
            return self._narrower(setting, self.smallest / size) or self.overset_block()
        return self._made(max(size, self.smallest), lines)

    def _narrower(self, setting: Setting, excess: float) -> TextBlock | None:
        """Break anew in a column that is narrower by what was in excess."""
        limit = self.measure(self.smallest) / (excess * 1.002)
        copy = setting.copy.cut(limit, self.request.language)
        ends = compose.flowing_lines(copy, limit)
        lines = set_lines(copy, ends, self.request)
        fits = len(ends) <= self.most and self.size_for(max(line.width for line in lines)) >= self.smallest - _TINY
        return self._made(self.smallest, lines) if fits else None

    def overset_block(self, height: float = math.inf) -> TextBlock:
        """Set the whole text at the smallest size in as many lines as it takes, and say that it is too long."""
        copy = self.copy if self._divided is None else self._divided
        ends = compose.flowing_lines(copy, self.measure(self.smallest))
        lines = set_lines(copy, ends, self.request)
        allowed = min(self.most, self.extent.lines_within(height / self.smallest))
        extra = sum(1 for line in lines[allowed:] for _ in graphemes(line.text.strip()))
        return self._made(self.smallest, lines, overset_chars=max(1, extra))

    def _made(self, size: float, lines: tuple[SetLine, ...], overset_chars: int = 0) -> TextBlock:
        rise, depth = self.extent.of(lines)
        return TextBlock(
            request=self.request,
            size=size,
            smallest=self.smallest,
            lines=lines,
            rise=rise,
            depth=depth,
            pitch=self.extent.pitch,
            overset=overset_chars > 0,
            overset_chars=overset_chars,
        )

    def empty_block(self) -> TextBlock:
        """Return the block of a text that has no words."""
        return self._made(self.smallest, ())
