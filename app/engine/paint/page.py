"""One scene on one PDF page: every item as operators, whoever looks at it."""

from collections import Counter
from collections.abc import Iterator, Mapping

from app.engine.color import Ink
from app.engine.geometry import IDENTITY, Matrix, Path, Rect
from app.engine.paint.blends import reduced
from app.engine.paint.content import Content
from app.engine.paint.divided import divided_words, parts_of_words
from app.engine.paint.gradients import pattern
from app.engine.paint.images import image
from app.engine.paint.inks import InkPolicy, color_row
from app.engine.paint.lettering import line_operators, parting_operators, text_operators
from app.engine.paint.nesting import Nesting
from app.engine.paint.numbers import row, short
from app.engine.paint.objects import Document, Value, dictionary, numbers
from app.engine.paint.outlines import outline_operators
from app.engine.paint.reordering import Line, bidirectional_lines, partings
from app.engine.paint.structure import Structure
from app.engine.paint.typeface import FontUse
from app.engine.scene import (
    ArtifactBegin,
    ArtifactEnd,
    ClipBegin,
    ClipEnd,
    Fill,
    GlyphRun,
    GroupBegin,
    GroupEnd,
    Item,
    LinearGradient,
    Paint,
    Picture,
    RadialGradient,
    Stroke,
    TagBegin,
    TagEnd,
)

# Black type from this size on hides what lies below it, as solid areas do; smaller type overprints, so that no
# white edge shows when the plates are out of register. The small print of an A0 reaches 30 pt.
_OVERPRINT_BELOW = 48.0

# With so many pieces of text before it PDFium compares each (CPDF_TextPage::IsSameAsPreTextObject).
_COMPARED = 5

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


class PagePainter:
    """Paints items into a document.

    base: from the scene to the page, y upwards there. structure: gathers the tags; None paints without any.
    fonts: those that the pages of one document share, by digest of the face; without it the page has its own.
    pictures: the same of pictures. live: whether letters are type that can be read; without structure they are
    outlines, unless somebody wants type of the printer's own making.
    """

    def __init__(
        self,
        *,
        document: Document,
        policy: InkPolicy,
        base: Matrix,
        structure: Structure | None,
        fonts: dict[str, FontUse] | None = None,
        pictures: dict[object, tuple[str, Value]] | None = None,
        live: bool | None = None,
    ) -> None:
        self._document, self._policy, self._structure = document, policy, structure
        self._live = live if live is not None else structure is not None
        self._fonts: dict[str, FontUse] = {} if fonts is None else fonts
        self._pictures: dict[object, tuple[str, Value]] = {} if pictures is None else pictures
        self._patterns: dict[object, tuple[str, Value]] = {}
        self._groups: list[tuple[GroupBegin, Content]] = []
        self._bases, self._scale = [base], base.scale
        self.content = Content(document)
        self.content.save()
        self.content.concat(base)
        self._forms = 0
        # How often a line was said so far, by face, size and text.
        self._said: Counter[tuple[str, float, str]] = Counter()
        self._nesting = Nesting()

    def paint(self, items: tuple[Item, ...]) -> None:
        """Paint items in order. Raises ValueError where their beginnings and ends do not match."""
        read = items if self._structure is not None else ()
        words, parts = divided_words(read), parts_of_words(read)
        lines, ends = bidirectional_lines(read, parts), partings(read, parts)
        for number, item in enumerate(items):
            self._nesting.follow(item)
            self.content.operators.extend(words[number].before if number in words else ())
            if number in lines:
                self._line(lines[number])
            else:
                self._paint_item(item)
            self.content.operators.extend(words[number].after if number in words else ())
            if isinstance(item, GlyphRun) and number in ends:
                self._text(item, parting_operators(item, self._font(item), ends[number], scale=self._scale))
        self._nesting.finish()

    def turn_to(self, base: Matrix) -> None:
        """Paint what follows from a scene that lies otherwise on the page. base: from that scene to the page."""
        self.content.restore()
        self.content.save()
        self.content.concat(base)
        self._bases, self._scale = [base], base.scale

    @property
    def shows_notdef(self) -> bool:
        """Whether a character is shown that its face lacks."""
        return shows_notdef(self._fonts)

    def finish(self) -> bytes:
        """Write the fonts into the document; return the operators of the page."""
        data = self.close()
        write_fonts(self._fonts, self._document)
        return data

    def close(self) -> bytes:
        """Return the operators of the page; whoever gave the fonts writes them, after the last page."""
        self.content.restore()
        return self.content.data()

    def as_form(self, window: Rect) -> tuple[bytes, Value]:
        """Enter what was painted as a form that pages can show; return its operators and a reference to it."""
        self.content.restore()
        return self.content.data(), self._form(self.content, window)

    def stamp(self, form: Value, mark: TagBegin | ArtifactBegin) -> None:
        """Paint a form that lies in the scene's space. mark: what it is for those who do not see it."""
        self._begin_mark(mark)
        self.content.add(f"{self.content.resource('XObject', 'Whole', form)} Do")
        self._end_mark()

    def _paint_item(self, item: Item) -> None:
        match item:
            case Fill():
                self._fill(item)
            case Stroke():
                self._stroke(item)
            case GlyphRun():
                self._letters(item)
            case Picture():
                self._picture(item)
            case ClipBegin():
                self.content.save()
                self.content.clip(item.path, item.rule)
            case ClipEnd():
                self.content.restore()
            case GroupBegin():
                self._begin_group(item)
            case GroupEnd():
                self._end_group()
            case TagBegin() | ArtifactBegin():
                self._begin_mark(item)
            case TagEnd() | ArtifactEnd():
                self._end_mark()

    # Tags

    def _begin_mark(self, item: TagBegin | ArtifactBegin) -> None:
        if self._structure is None:
            return
        if isinstance(item, TagBegin):
            self.content.add(f"/{item.role} <</MCID {self._structure.mark(item)}>> BDC")
        else:
            self.content.add(f"/Artifact <</Type /{item.kind}>> BDC")

    def _end_mark(self) -> None:
        if self._structure is not None:
            self.content.add("EMC")

    def _note(self, item: Fill | Stroke | GlyphRun | Picture) -> None:
        """Let the structure know what an item covers, where that will be a place to press."""
        if self._structure is None:
            return
        mark = self._nesting.mark
        if mark is None:
            raise ValueError(f"{type(item).__name__} is neither tagged nor an artifact")
        if isinstance(mark, TagBegin) and mark.link:
            self._structure.cover(_reach(item))

    # Outlines

    def _fill(self, item: Fill) -> None:
        if not item.path:
            return
        self._note(item)
        with self.content.saved(when=item.opacity < 1):
            self._set_opacity(item.opacity)
            self._set_fill(item.paint)
            self.content.fill_path(item.path, item.rule)

    def _stroke(self, item: Stroke) -> None:
        scale = item.matrix.scale
        if not item.path or item.width <= 0 or not scale:
            return
        self._note(item)
        # The outline is kept near the scene's own scale, so that few decimals hold it; only the pen's bend is left
        # to the matrix.
        pen = Matrix.scaling(1 / scale).then(item.matrix)
        with self.content.saved():
            self._set_opacity(item.opacity)
            self._set_stroke(item.paint)
            self.content.concat(pen)
            self.content.add(_pen_operators(item, scale))
            self.content.stroke_path(item.path.transformed(Matrix.scaling(scale)))

    def _set_fill(self, paint: Paint) -> None:
        paint = reduced(paint)
        if isinstance(paint, Ink):
            self.content.fill_with(f"{color_row(self._policy, paint)} {self._policy.fill_operator}")
        else:
            self.content.fill_with(f"/Pattern cs {self._pattern(paint)} scn")

    def _set_stroke(self, paint: Paint) -> None:
        paint = reduced(paint)
        if isinstance(paint, Ink):
            self.content.stroke_with(f"{color_row(self._policy, paint)} {self._policy.stroke_operator}")
        else:
            self.content.stroke_with(f"/Pattern CS {self._pattern(paint)} SCN")

    def _pattern(self, paint: LinearGradient | RadialGradient) -> str:
        base = self._bases[-1]
        key, value = self._patterns.get((paint, base), ("", None))
        if not key:
            key = f"P{len(self._patterns) + 1}"
            value = pattern(paint, base=base, policy=self._policy, document=self._document)
            self._patterns[paint, base] = key, value
        return self.content.resource("Pattern", key, value)

    def _set_opacity(self, opacity: float) -> None:
        if opacity < 1:
            share = short(opacity, 4)
            self.content.settings(f"A{share}", f"<</Type /ExtGState /ca {share} /CA {share}>>")

    def _set_overprint(self) -> None:
        self.content.settings("O", "<</Type /ExtGState /op true /OP true /OPM 1>>")

    # Letters

    def _letters(self, run: GlyphRun) -> None:
        if not run.glyphs:
            return
        if not self._live:
            self._outlines(run)
            return
        self._note(run)
        like_it = self._like(run, run.text)
        self._text(run, text_operators(run, self._font(run), scale=self._scale, like_it=like_it))

    def _line(self, line: Line | None) -> None:
        """Paint a line of two directions; None stands for a run that was painted with it."""
        if line is None:
            return
        for run in line.runs:
            self._note(run)
        first = line.runs[0]
        like_it = self._like(first, line.text)
        self._text(first, line_operators(line, self._font(first), scale=self._scale, like_it=like_it))

    def _like(self, run: GlyphRun, text: str) -> int:
        """Return how many lines like this one came before, as far as readers compare them."""
        before = self._said[run.face.digest, run.size, text]
        self._said[run.face.digest, run.size, text] += 1
        return before % (_COMPARED + 1)

    def _font(self, run: GlyphRun) -> FontUse:
        return self._fonts.setdefault(run.face.digest, FontUse(run.face, f"F{len(self._fonts) + 1}"))

    def _text(self, run: GlyphRun, operators: Iterator[str]) -> None:
        """Add operators that show type as a run's is painted."""
        overprint = self._policy.overprints and run.ink.is_black_only and _true_size(run) < _OVERPRINT_BELOW
        with self.content.saved(when=overprint):
            if overprint:
                self._set_overprint()
            self._set_fill(run.ink)
            for operator in operators:
                self.content.add(operator)

    def _outlines(self, run: GlyphRun) -> None:
        """Paint letters as areas: PDFium sets small type lighter than it is, and on whole pixels."""
        self._set_fill(run.ink)
        for operator in outline_operators(run, run.glyphs):
            self.content.add(operator)

    # Pictures

    def _picture(self, item: Picture) -> None:
        self._note(item)
        key, value = self._pictures.get(item, ("", None))
        if not key:
            key = f"I{len(self._pictures) + 1}"
            value = image(self._policy.encoded(item), self._document)
            self._pictures[item] = key, value
        box = item.box
        with self.content.saved():
            # An image fills the unit square upwards; the scene runs downwards.
            self.content.concat(Matrix(box.width, 0, 0, -box.height, box.x, box.bottom))
            self.content.add(f"{self.content.resource('XObject', key, value)} Do")

    # Groups

    def _begin_group(self, group: GroupBegin) -> None:
        self._groups.append((group, self.content))
        self.content = Content(self._document)
        self._bases.append(IDENTITY)

    def _end_group(self) -> None:
        group, outer = self._groups.pop()
        form = self._form(self.content, group.box)
        self._bases.pop()
        self.content = outer
        self._forms += 1
        with outer.saved():
            self._set_opacity(group.opacity)
            outer.add(f"{outer.resource('XObject', f'X{self._forms}', form)} Do")

    def _form(self, content: Content, box: Rect) -> Value:
        entries = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": numbers(box.x, box.y, box.right, box.bottom),
            "Resources": content.resource_dictionary(self._policy.color_spaces(self._document)),
            "Group": transparency_group(self._policy, self._document),
        }
        return self._document.add_stream(entries, content.data())


def shows_notdef(fonts: Mapping[str, FontUse]) -> bool:
    """Return whether any font shows a character that it lacks."""
    return any(font.shows_notdef for font in fonts.values())


def write_fonts(fonts: Mapping[str, FontUse], document: Document) -> None:
    """Write fonts into the document that shows them."""
    for font in fonts.values():
        document.fonts.update(font.write(document))


def transparency_group(policy: InkPolicy, document: Document) -> Value:
    """Return the entry that makes a page or form blend by itself, in the policy's space."""
    space = policy.blend_space(document)
    return dictionary({"Type": "/Group", "S": "/Transparency", "CS": space, "I": "true"})


def _pen_operators(stroke: Stroke, scale: float) -> str:
    """Return the operators that choose the pen. scale: from the stroke's lengths to those that are written."""
    operators = [f"{short(stroke.width * scale, 4)} w {_CAPS[stroke.cap]} J {_JOINS[stroke.join]} j"]
    if stroke.join == "miter":
        operators.append(f"{short(max(stroke.miter_limit, 1))} M")
    if any(stroke.dashes):
        dashes = row([dash * scale for dash in stroke.dashes], 4)
        operators.append(f"[{dashes}] {short(stroke.dash_offset * scale, 4)} d")
    return " ".join(operators)


def _true_size(run: GlyphRun) -> float:
    return run.size * (run.matrix.scale if run.matrix else 1.0)


def _reach(item: Fill | Stroke | GlyphRun | Picture) -> Rect:
    """Return a box around what an item paints; type is taken as high as its size."""
    match item:
        case Fill():
            return item.path.bounds
        case Stroke():
            return item.path.transformed(item.matrix).bounds
        case Picture():
            return item.box
    box = Rect(item.origin.x, item.origin.y - 0.8 * item.size, item.advance, item.size)
    return Path.rect(box).transformed(item.matrix).bounds if item.matrix else box
