"""Words that go on in the next line: parted from what stands beside them, so that a reader gets them whole.

A PDF reader puts a space where a line ends. A painter prevents that by giving the text of both parts as one; for that
each part must be a run of its own. Where the parts do not follow each other on paper (an address within right-to-left
text) they stay as they are.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.engine.geometry import Point
from app.engine.layout.text.values import SetLine
from app.engine.scene import GlyphRun


def joined(rows: Sequence[list[GlyphRun]], lines: Sequence[SetLine]) -> tuple[GlyphRun, ...]:
    """Return the runs of all lines, those marked that continue in the run after them."""
    result: list[GlyphRun] = []
    for row, line, following in zip(rows, lines, (*lines, None)[1:], strict=True):
        runs = list(row)
        if result and result[-1].continues:
            runs[:1] = _parted(runs[0], _first_end(runs[0].text))
        if line.goes_on and _reads_on(runs[-1], line) and following and not following.is_rtl:
            *before, last = _parted(runs[-1], runs[-1].text.rfind(" ") + 1)
            runs[-1:] = [*before, replace(last, continues=True)]
        result.extend(runs)
    return tuple(result)


def _reads_on(last: GlyphRun, line: SetLine) -> bool:
    """Return whether what is last on paper is last in the text, too."""
    return not line.is_rtl and last.level == 0


def _first_end(text: str) -> int:
    at = text.find(" ")
    return at if at >= 0 else len(text)


def _parted(run: GlyphRun, at: int) -> list[GlyphRun]:
    """Return a left-to-right run in two, parted before a place of its text; whole where one part would be empty."""
    head = tuple(glyph for glyph in run.glyphs if glyph.cluster < at)
    tail = tuple(glyph for glyph in run.glyphs if glyph.cluster >= at)
    if not head or not tail:
        return [run]
    start = tail[0].x
    return [
        replace(run, glyphs=head, text=run.text[:at], advance=start),
        replace(
            run,
            origin=Point(run.origin.x + start, run.origin.y),
            glyphs=tuple(glyph._replace(x=glyph.x - start, cluster=glyph.cluster - at) for glyph in tail),
            text=run.text[at:],
            advance=run.advance - start,
        ),
    ]
