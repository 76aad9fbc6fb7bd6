"""SVG as pixels, for what outlines cannot say. Only after our own checks: the renderer knows no limits of its own."""

import base64
import binascii
import io
import math
import re

from PIL import Image

from app.engine.errors import UnreadableFile
from app.engine.geometry import Size
from app.engine.vector.document import Document, href_of, tag_of
from app.engine.vector.pixels import MAX_PIXELS, decode_picture
from app.engine.vector.reader import Reading
from app.engine.vector.resolved import resolved
from app.engine.vector.source import SVG, XLINK_HREF, text_of

# 600 px per inch of a logo 100 mm wide.
LONG_SIDE = 2400
# The cost of filters grows with the area: so many px times steps take about two seconds.
_FILTERED_PIXELS = 8_000_000
_LAYER_BYTES = 200_000_000
_MAX_FILTERS = 40
# In shares of the drawing's long side. Spreading takes time with the square of its radius.
_MAX_BLUR = 0.25
_MAX_SPREAD = 0.01
_SPREAD_COST = 4
# Their cost has no bound, or they fetch; no logo of the many that were tried has one.
_WILD_FILTERS = frozenset({"feTurbulence", "feConvolveMatrix", "feImage", "feDisplacementMap"})

_NUMBER = re.compile(r"\d*\.?\d+(?:[eE][+-]?\d+)?")
_DATA_URL = re.compile(r"data:image/(?:png|jpe?g)\s*;\s*base64\s*,", re.I)
_OUT_OF_SIGHT = ("mask", "pattern", "marker")


def rasterise(document: Document, reading: Reading) -> Image.Image:
    """Return an SVG as RGBA pixels; the document is used up by this.

    Raises UnreadableFile for what the renderer would not show as a browser does: see `Problem.refusal`.
    """
    _judge_unwalked(document)
    refusal = next((problem.refusal for problem in document.problems.all() if problem.fatal), "")
    if refusal:
        raise UnreadableFile(refusal)
    steps = _judge_filters(document, max(reading.drawing.box.size))
    _take_in_pictures(document)
    size = _size_px(reading, most_pixels=_FILTERED_PIXELS / steps if steps else math.inf)
    return render(resolved(document, box=reading.drawing.box, size_px=size))


def render(svg: str) -> Image.Image:
    """Return the pixels of SVG text. Raises UnreadableFile where the renderer gives up."""
    # Only workers render foreign drawings: the process that asks does without the library.
    import resvg_py

    try:
        png = resvg_py.svg_to_bytes(svg_string=svg, dpi=96, skip_system_fonts=True)
    except ValueError:
        raise UnreadableFile("svg-unclear") from None
    except BaseException as trouble:
        # A panic in Rust arrives as an exception of a class that cannot be imported, beside Exception.
        if type(trouble).__name__ == "PanicException":
            raise UnreadableFile("svg-unclear") from None
        raise
    return Image.open(io.BytesIO(bytes(png)), formats=["PNG"]).convert("RGBA")


def _size_px(reading: Reading, *, most_pixels: float) -> Size:
    """Return a size in the file's own proportions, within the long side and the memory that its layers take."""
    box = reading.size or reading.drawing.box.size
    affordable = min(most_pixels, _LAYER_BYTES / 4 / (reading.layers + 2))
    scale = min(LONG_SIDE / max(box), math.sqrt(affordable / (box.width * box.height)))
    return Size(max(1, round(box.width * scale)), max(1, round(box.height * scale)))


def _judge_unwalked(document: Document) -> None:
    """Note what in masks, patterns and markers no renderer at hand shows: the reader has not been there."""
    for tag in _OUT_OF_SIGHT:
        for holder in document.root.iter(f"{SVG}{tag}"):
            for element in holder.iter(f"{SVG}*"):
                document.report_effects(element)
                if tag_of(element) in ("text", "flowRoot") and text_of(element).strip():
                    document.complain("text", "text, and no font to set it in", element)
                elif tag_of(element) == "foreignObject":
                    document.complain("foreign", "content in a language other than SVG", element)


def _judge_filters(document: Document, long_side: float) -> int:
    """Return how many steps the filters take. long_side: of the drawing, in its own units.

    Raises UnreadableFile for filters that would take too long.
    """
    elements = list(document.root.iter(f"{SVG}*"))
    tags = [tag_of(element) for element in elements]
    declared = [document.cascade.declared(element).get("filter", "none") for element in elements]
    functions = [value for value in declared if value != "none" and "url(" not in value]
    blurs = [element.get("stdDeviation", "0") for element in elements if tag_of(element) == "feGaussianBlur"]
    radii = [element.get("radius", "0") for element in elements if tag_of(element) == "feMorphology"]
    too_far = _largest([*blurs, *functions]) > _MAX_BLUR * long_side or _largest(radii) > _MAX_SPREAD * long_side
    if tags.count("filter") + len(functions) > _MAX_FILTERS or too_far or not _WILD_FILTERS.isdisjoint(tags):
        raise UnreadableFile("svg-filter")
    steps = sum(tag.startswith("fe") for tag in tags) + 2 * len(functions)
    return steps + _SPREAD_COST * len(radii)


def _largest(texts: list[str]) -> float:
    return max((float(number) for text in texts for number in _NUMBER.findall(text)), default=0.0)


def _take_in_pictures(document: Document) -> None:
    """Replace every picture in the file by one that we have decoded ourselves."""
    pixels = 0
    for element in document.root.iter(f"{SVG}image"):
        href = href_of(element)
        if not href:
            continue
        picture = decode_picture(_bytes_of(href))
        pixels += picture.width * picture.height
        if pixels > MAX_PIXELS:
            raise UnreadableFile("svg-too-complex")
        file = io.BytesIO()
        picture.save(file, "PNG", compress_level=1)
        element.attrib.pop("href", "")
        element.set(XLINK_HREF, "data:image/png;base64," + base64.b64encode(file.getvalue()).decode())


def _bytes_of(href: str) -> bytes:
    found = _DATA_URL.match(href)
    if not found:
        raise UnreadableFile("svg-reference")
    try:
        return base64.b64decode("".join(href[found.end() :].split()))
    except (binascii.Error, ValueError):
        raise UnreadableFile("damaged") from None
