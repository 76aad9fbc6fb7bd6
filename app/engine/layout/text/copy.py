"""Copy: a whole text, measured, with every place where its lines may end. Widths in em."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import Literal

from app.engine.fonts import Face, ShapedRun, shape
from app.engine.layout.text.breaks import TRAILING, Break, Kind, breaks_inside, hyphen_breaks, usual_breaks
from app.engine.layout.text.typed import Paragraph, paragraphs
from app.engine.layout.text.values import TextRequest

HYPHEN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """Widths of one paragraph. ends: for each place in `shown`, the width of all before it."""

    ends: tuple[float, ...]
    hyphen: float
    rise: float
    depth: float


@lru_cache(maxsize=512)
def ruler(paragraph: Paragraph, faces: tuple[Face, ...], language: str, tracking: float) -> Ruler:
    """Measure a paragraph set on one endless line."""
    shaped = shape(paragraph.shown, faces, language, paragraph.base, tracking)
    widths = [0.0] * len(paragraph.shown)
    rise = depth = 0.0
    for run in shaped.runs:
        ink = run.face.ink
        for gid, _, y, advance, cluster in run.glyphs:
            widths[run.start + cluster] += advance
            if box := ink(gid):
                rise, depth = max(rise, -box.y - y), max(depth, box.bottom + y)
        _share(widths, run)
    return Ruler(
        ends=(0.0, *accumulate(widths)),
        hyphen=shape(HYPHEN, faces, language, 0, tracking).advance,
        rise=rise,
        depth=depth,
    )


def _share(widths: list[float], run: ShapedRun) -> None:
    """Share the width of each cluster among its characters, so that a ligature can be measured inside."""
    starts = sorted({glyph.cluster for glyph in run.glyphs})
    if len(starts) == len(run.text):
        return
    for start, end in pairwise((*starts, len(run.text))):
        width = widths[run.start + start] / (end - start)
        widths[run.start + start : run.start + end] = [width] * (end - start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A place where a line may or must end, in the whole copy.

    left: where a line after it begins; right: where a line before it ends, as it is seen, an added hyphen included.
    forced: a line always ends here.
    """

    paragraph: int
    mark: Break
    left: float
    right: float
    forced: bool


class Copy:
    """A text as stops: number 0 before it, the last after it, and lines between any two of them."""

    def __init__(self, source: Sequence[Paragraph], rulers: Sequence[Ruler], marks: Sequence[Sequence[Break]]) -> None:
        self.paragraphs, self.rulers = tuple(source), tuple(rulers)
        self.marks = tuple(tuple(found) for found in marks)
        self.stops = tuple(self._stops())
        self.lefts = [stop.left for stop in self.stops]
        self.rights = [stop.right for stop in self.stops]
        self.costs = [stop.mark.cost for stop in self.stops]
        self.calm_costs = [stop.mark.calm_cost for stop in self.stops]
        self.hyphens = [stop.mark.adds_hyphen for stop in self.stops]

    def _stops(self) -> Iterable[Stop]:
        offset = 0.0
        yield Stop(paragraph=0, mark=Break(0, Kind.SPACE, 0), left=0.0, right=0.0, forced=True)
        for number, (paragraph, widths, marks) in enumerate(zip(self.paragraphs, self.rulers, self.marks, strict=True)):
            for mark in marks:
                seen = widths.ends[_seen_end(paragraph.shown, mark.at)] + (widths.hyphen if mark.adds_hyphen else 0)
                yield Stop(
                    paragraph=number, mark=mark, left=offset + widths.ends[mark.at], right=offset + seen, forced=False
                )
            end = len(paragraph.shown)
            right = offset + widths.ends[_seen_end(paragraph.shown, end)]
            offset += widths.ends[end]
            yield Stop(paragraph=number, mark=Break(end, Kind.SPACE, 0), left=offset, right=right, forced=True)

    def __len__(self) -> int:
        """How many stretches there are between stops."""
        return len(self.stops) - 1

    @cached_property
    def walls(self) -> list[int]:
        """For each stop, the number of the next one where a line must end."""
        walls, wall = [0] * len(self.stops), len(self.stops) - 1
        for number in range(len(self.stops) - 1, -1, -1):
            walls[number] = wall
            if self.stops[number].forced:
                wall = number
        return walls

    @cached_property
    def has_hyphens(self) -> bool:
        return any(self.hyphens)

    @cached_property
    def widest_stretch(self) -> float:
        """The width of the widest stretch that no line can divide."""
        return max((self.width(number, number + 1) for number in range(len(self))), default=0.0)

    @property
    def forced_lines(self) -> int:
        """The fewest lines there can be."""
        return len(self.paragraphs)

    def width(self, start: int, end: int) -> float:
        """Return the width of the line between two stops, as it is seen."""
        return self.rights[end] - self.lefts[start]

    def farthest(self, start: int, limit: float) -> int:
        """Return the last stop that a line from `start` reaches within a width; at least the next one."""
        wall = self.walls[start]
        end = bisect_right(self.rights, self.lefts[start] + limit + 1e-9, start + 1, wall + 1) - 1
        # With hyphens the widths to successive stops do not always grow: search from a little farther on.
        if self.has_hyphens:
            end = min(wall, end + 3)
            while end > start + 1 and self.width(start, end) > limit + 1e-9:
                end -= 1
        return max(start + 1, end)

    def hyphenated(self, language: str) -> "Copy":
        """Return the copy with the divisions of a dictionary."""
        return Copy(
            self.paragraphs,
            self.rulers,
            [
                _merged(marks, hyphen_breaks(paragraph, language))
                for paragraph, marks in zip(self.paragraphs, self.marks, strict=True)
            ],
        )

    def cut(self, limit: float, language: str) -> "Copy":
        """Return the copy with last resorts added in every stretch that is wider than a limit."""
        if self.widest_stretch <= limit:
            return self
        added: list[list[Break]] = [[] for _ in self.paragraphs]
        for number in range(len(self)):
            stop = self.stops[number + 1]
            if self.width(number, number + 1) > limit:
                start = 0 if self.stops[number].forced else self.stops[number].mark.at
                added[stop.paragraph] += self._cuts(stop, start, limit, language)
        return Copy(
            self.paragraphs,
            self.rulers,
            [_merged(marks, more) for marks, more in zip(self.marks, added, strict=True)],
        )

    def _cuts(self, stop: Stop, start: int, limit: float, language: str) -> list[Break]:
        """Return as few and as good last resorts as make every piece of one stretch fit."""
        text, widths = self.paragraphs[stop.paragraph].shown, self.rulers[stop.paragraph]
        pieces, found = [(start, stop.mark.at)], []
        for resorts in breaks_inside(text, start, stop.mark.at, language):
            wide = [(a, b) for a, b in pieces if widths.ends[b] - widths.ends[a] > limit - widths.hyphen]
            chosen = [mark for mark in resorts for a, b in wide if a < mark.at < b]
            found += chosen
            edges = sorted({start, stop.mark.at, *(mark.at for mark in found)})
            pieces = list(pairwise(edges))
        return found


def _seen_end(text: str, at: int) -> int:
    return len(text[:at].rstrip(TRAILING))


def _merged(marks: Iterable[Break], more: Iterable[Break]) -> list[Break]:
    """Return marks in order; of two at one place the first counts."""
    places = {mark.at: mark for mark in more}
    places.update({mark.at: mark for mark in marks})
    return [places[at] for at in sorted(places)]


def read_copy(request: TextRequest, breaks: Callable[[Paragraph, str], tuple[Break, ...]] = usual_breaks) -> Copy:
    """Measure the text of a request. breaks: where lines may end in a paragraph of a language."""
    style = request.style
    return _read(request.text, request.language, style.case, style.faces, style.tracking, breaks)


# A copy is only read. While one text of a poster is being typed, the others stay as they are.
@lru_cache(maxsize=64)
def _read(
    text: str,
    language: str,
    case: Literal["as-typed", "upper"],
    faces: tuple[Face, ...],
    tracking: float,
    breaks: Callable[[Paragraph, str], tuple[Break, ...]],
) -> Copy:
    source = paragraphs(text, language, case, faces[0])
    rulers = [ruler(paragraph, faces, language, tracking) for paragraph in source]
    return Copy(source, rulers, [breaks(paragraph, language) for paragraph in source])
