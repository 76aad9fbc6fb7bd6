"""Blocks of text in their frames: alignment, bars, and the glyphs where they stand."""

from collections.abc import Iterator, Sequence

from app.engine.brand import Align
from app.engine.geometry import Path, Point, Rect
from app.engine.layout.text.fit import stack_height
from app.engine.layout.text.joints import joined
from app.engine.layout.text.values import PlacedText, SetLine, TextBlock
from app.engine.scene import Fill, Glyph, GlyphRun, TextFit
from app.engine.template import VAlign

# A first or last letter that is blanker than this at its side (an indent, a lone sign) is left where it is.
_MOST_OPTICAL = 0.12


def place(block: TextBlock, frame: Rect, *, align: Align | None = None, valign: VAlign = "top") -> PlacedText:
    """Put a block into a frame, in pt. align: where it is not the request's."""
    top = frame.y + _slack(frame.height - block.height, valign)
    return _put(block, frame, top, align or block.request.align)


def place_stack(
    blocks: Sequence[TextBlock], frame: Rect, *, gap: float, valign: VAlign = "top", align: Align | None = None
) -> tuple[PlacedText, ...]:
    """Put blocks under each other into a frame, as `fit_stack` fitted them. gap: × the size of what follows."""
    top = frame.y + _slack(frame.height - stack_height(blocks, gap), valign)
    placed, is_first = [], True
    for block in blocks:
        if not block.is_empty and not is_first:
            top += gap * block.size
        placed.append(_put(block, frame, top, align or block.request.align))
        top += block.height
        is_first = is_first and block.is_empty
    return tuple(placed)


def _slack(room: float, valign: VAlign) -> float:
    """Return how far down a block goes; one that is too high starts at the top and runs over at the bottom."""
    return max(0.0, room) * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[valign]


def _put(block: TextBlock, frame: Rect, top: float, align: Align) -> PlacedText:
    bars: list[Fill] = []
    rows: list[list[GlyphRun]] = []
    boxes: list[Rect] = []
    for number, line in enumerate(block.lines):
        if line.is_blank:
            continue
        base_line = top + block.size * (block.rise + number * block.pitch)
        left = _left(block, line, frame, align)
        boxes.append(_box(block, line, left, base_line))
        bars.extend(_bar(block, boxes[-1]))
        rows.append(list(_runs(block, line, Point(left - block.size * line.shift, base_line))))
    lines = [line for line in block.lines if not line.is_blank]
    return PlacedText(bars=tuple(bars), runs=joined(rows, lines), fit=_fit(block, boxes, Rect(frame.x, top, 0, 0)))


def _left(block: TextBlock, line: SetLine, frame: Rect, align: Align) -> float:
    """Return where the seen part of a line begins.

    The outer edge of a bar stands on the frame's edge; without a bar the ink of the outermost letter does.
    """
    size, inset = block.size, block.size * block.request.inset / 2
    room = frame.width - size * line.width - 2 * inset
    if align == "center":
        return frame.x + inset + room / 2
    at_left = (align == "start") != line.is_rtl
    optical = 0.0 if block.request.has_bar else size * min(_MOST_OPTICAL, line.ink_left if at_left else line.ink_right)
    return frame.x + inset - optical if at_left else frame.x + inset + room + optical


def _box(block: TextBlock, line: SetLine, left: float, base_line: float) -> Rect:
    """Return the box of a line, which is its bar; without one, from capitals to tails and from first to last ink."""
    size, inset = block.size, block.request.inset / 2
    begin, end = (-inset, line.width + inset) if block.request.has_bar else (line.ink_left, line.width - line.ink_right)
    return Rect.between(
        left + size * begin, base_line - size * block.rise, left + size * end, base_line + size * block.depth
    )


def _bar(block: TextBlock, box: Rect) -> Iterator[Fill]:
    if block.request.has_bar and block.request.bar_ink:
        yield Fill(path=Path.rect(box), paint=block.request.bar_ink)


def _runs(block: TextBlock, line: SetLine, pen: Point) -> Iterator[GlyphRun]:
    size, request = block.size, block.request
    for run in line.runs:
        yield GlyphRun(
            face=run.face,
            size=size,
            origin=pen,
            glyphs=tuple(Glyph(gid, x * size, y * size, cluster) for gid, x, y, _, cluster in run.glyphs),
            advance=run.advance * size,
            text=run.text,
            level=run.level,
            script=run.script,
            language=request.language,
            ink=request.ink,
        )
        pen = Point(pen.x + run.advance * size, pen.y)


def _fit(block: TextBlock, boxes: Sequence[Rect], nowhere: Rect) -> TextFit:
    box = boxes[0] if boxes else nowhere
    for other in boxes[1:]:
        box = box.union(other)
    return TextFit(
        slot=block.request.slot,
        style=block.request.style.key,
        size=block.size,
        smallest=block.smallest,
        lines=tuple(line.text.strip() for line in block.lines),
        box=box,
        overset=block.overset,
        overset_chars=block.overset_chars,
    )
