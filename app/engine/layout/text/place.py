"""Blocks of text in their frames: alignment, bars, and the glyphs where they stand."""

from collections.abc import Iterator, Sequence

from app.engine.brand import Align
from app.engine.geometry import Path, Point, Rect
from app.engine.layout.text.fit import stack_height
from app.engine.layout.text.joints import joined
from app.engine.layout.text.values import PlacedText, SetLine, TextBlock, TextRequest, optical_left, optical_right
from app.engine.scene import Fill, Glyph, GlyphRun, TextFit
from app.engine.template import VAlign


def place(
    block: TextBlock, frame: Rect, *, align: Align | None = None, valign: VAlign = "top", within: Rect | None = None
) -> PlacedText:
    """Put a block into a frame, in pt.

    align: where it is not the request's. within: what tails that hang over the frame's edge must stay in.
    """
    top = frame.y + _slack(frame.height - block.height, valign)
    return _put(block, frame, top, align or block.request.align, within)


def place_stack(
    blocks: Sequence[TextBlock], frame: Rect, *, gap: float, valign: VAlign = "top", within: Rect | None = None
) -> tuple[PlacedText, ...]:
    """Put blocks under each other into a frame, as `fit_stack` fitted them. gap: × the size of what follows."""
    top = frame.y + _slack(frame.height - stack_height(blocks, gap), valign)
    placed, is_first = [], True
    for block in blocks:
        if not block.is_empty and not is_first:
            top += gap * block.size
        placed.append(_put(block, frame, top, block.request.align, within))
        top += block.height
        is_first = is_first and block.is_empty
    return tuple(placed)


def _slack(room: float, valign: VAlign) -> float:
    """Return how far down a block goes; one that is too high starts at the top and runs over at the bottom."""
    return max(0.0, room) * {"top": 0.0, "middle": 0.5, "bottom": 1.0}[valign]


def _put(block: TextBlock, frame: Rect, top: float, align: Align, within: Rect | None) -> PlacedText:
    bars: list[Fill] = []
    rows: list[list[GlyphRun]] = []
    boxes: list[Rect] = []
    for number, line in enumerate(block.lines):
        if line.is_blank:
            continue
        size, base_line = block.line_size(number), top + block.base_line(number)
        left = _inside(_left(block, line, frame, align, size), line, size, within)
        if not boxes:
            bars.extend(_marker(block.request, line, frame, base_line, size))
        boxes.append(_box(block, line, Point(left, base_line), size))
        bars.extend(_bar(block, boxes[-1]))
        rows.append(list(_runs(block.request, line, Point(left - size * line.shift, base_line), size)))
    lines = [line for line in block.lines if not line.is_blank]
    return PlacedText(bars=tuple(bars), runs=joined(rows, lines), fit=_fit(block, boxes, Rect(frame.x, top, 0, 0)))


def _left(block: TextBlock, line: SetLine, frame: Rect, align: Align, size: float) -> float:
    """Return where the seen part of a line begins.

    The outer edge of a bar stands on the frame's edge; without a bar the outermost letter does,
    from the base line to its height: what reaches out below, as the tail of j, hangs over the edge.
    """
    request = block.request
    side, indent = size * request.side, size * request.indent
    room = frame.width - size * (line.width + request.inset)
    if align == "center":
        return frame.x + side + indent + room / 2
    at_left = (align == "start") != line.is_rtl
    optical = 0.0 if request.has_bar else size * (optical_left(line) if at_left else optical_right(line))
    start = frame.x + side + (0.0 if line.is_rtl else indent)
    return start - optical if at_left else start + room + optical


def _inside(left: float, line: SetLine, size: float, within: Rect | None) -> float:
    """Return where a line begins so that no tail hangs out of a box."""
    if within is None:
        return left
    first, last = left + size * line.ink_left, left + size * (line.width - line.ink_right)
    return left + max(0.0, within.x - first) - max(0.0, last - within.right)


def _marker(request: TextRequest, line: SetLine, frame: Rect, base_line: float, size: float) -> Iterator[Fill]:
    """Yield the macron bar that hangs at the start of a text."""
    marker = request.style.marker
    if marker is None or request.marker_ink is None:
        return
    middle, half = base_line - size * marker.middle, size * marker.thickness / 2
    left = frame.right - size * marker.length if line.is_rtl else frame.x
    box = Rect.between(left, middle - half, left + size * marker.length, middle + half)
    yield Fill(path=Path.rect(box), paint=request.marker_ink)


def _box(block: TextBlock, line: SetLine, start: Point, size: float) -> Rect:
    """Return the box of a line, which is its bar; without one, from capitals to tails and from first to last ink.

    start: of its seen part, on the base line.
    """
    side = block.request.side
    begin, end = (-side, line.width + side) if block.request.has_bar else (line.ink_left, line.width - line.ink_right)
    rise, depth = (line.rise, line.depth) if block.sizes else (block.rise, block.depth)
    return Rect.between(start.x + size * begin, start.y - size * rise, start.x + size * end, start.y + size * depth)


def _bar(block: TextBlock, box: Rect) -> Iterator[Fill]:
    if block.request.has_bar and block.request.bar_ink:
        yield Fill(path=Path.rect(box), paint=block.request.bar_ink)


def _runs(request: TextRequest, line: SetLine, pen: Point, size: float) -> Iterator[GlyphRun]:
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
        sizes=block.sizes,
    )
