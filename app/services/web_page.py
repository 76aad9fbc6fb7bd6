"""A poster as a web page: one file that holds everything, and the same words to paste into a page that is there."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from app.engine.brand import BrandKit
from app.engine.color import Rgb, luminance
from app.engine.findings import INTERFACE_LANGUAGES, Sentence
from app.engine.fonts import is_rtl_language
from app.engine.geometry import Size
from app.engine.layout import TranscriptLine
from app.services.text_version import SaidLine, text_version
from app.services.words import say

_HEADINGS = ("H1", "H2", "H3")
_QUOTES = ("Quote", "BlockQuote")

# What stands small at the end, as on the poster.
_AT_THE_FOOT = ("imprint", "logo", "brand-logo")

# A page that holds everything asks for nothing: whoever opens it is not told on.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


class PagePicture(NamedTuple):
    """The poster as a picture in a page. data: WebP. size: in px."""

    data: bytes
    size: Size


class _Look(NamedTuple):
    """The colours of a page: of its ground, its words, its headings and links, and a bar beside them."""

    ground: Rgb
    text: Rgb
    heading: Rgb
    bar: Rgb


def web_page(lines: Sequence[TranscriptLine], brand: BrandKit, title: str, picture: PagePicture | None) -> str:
    """Return a poster as an HTML file that needs no other. picture: None for words alone."""
    language = _language_of(lines)
    body = _joined(_body(lines, brand, picture, top=1))
    return (
        f'<!doctype html>\n<html lang="{escape(language)}" dir="{_direction(language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_style(brand)}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def pasted_page(lines: Sequence[TranscriptLine], brand: BrandKit) -> str:
    """Return a poster's words as HTML for a page that has a title of its own; it looks as the rest of that page."""
    language = _language_of(lines)
    bar = _look(brand).bar.hex
    body = _joined(_body(lines, brand, None, top=2))
    style = f"border-inline-start: 6px solid {bar}; padding-inline-start: 1rem"
    return f'<section lang="{escape(language)}" dir="{_direction(language)}" style="{style}">\n{body}\n</section>\n'


def _direction(language: str) -> str:
    return "rtl" if is_rtl_language(language) else "ltr"


def _language_of(lines: Sequence[TranscriptLine]) -> str:
    """Return the language of a poster: that of its title."""
    return next((line.language for line in lines if line.role == "H1"), lines[0].language if lines else "nl")


def _body(
    lines: Sequence[TranscriptLine], brand: BrandKit, picture: PagePicture | None, *, top: int
) -> Iterator[Markup]:
    """Yield what stands in a page. top: the level of its first heading."""
    said = list(zip(lines, text_version(lines, brand), strict=True))
    spoken = _language_of(lines)
    shown = [line for line, _ in said if line.kind == "photo"]
    if picture is not None:
        yield _figure(picture, shown)
    for line, words in said:
        if line.kind in _AT_THE_FOOT or (line.kind == "photo" and picture is not None):
            continue
        yield _element(line, words, spoken, top)
    foot = [_small(line, words, spoken) for line, words in said if line.kind in _AT_THE_FOOT]
    if foot:
        yield Markup("<footer>\n{}\n</footer>").format(_joined(foot))


def _figure(picture: PagePicture, photos: Sequence[TranscriptLine]) -> Markup:
    """Return the poster as a picture. What it says stands below, so its alternative tells what else is to be seen."""
    seen = " ".join(line.text for line in photos)
    tongue = Markup(' lang="{}"').format(photos[0].language) if photos else ""
    return Markup('<figure><img src="data:image/webp;base64,{}" width="{}" height="{}"{} alt="{}"></figure>').format(
        b64encode(picture.data).decode(), round(picture.size.width), round(picture.size.height), tongue, seen
    )


def _element(line: TranscriptLine, words: SaidLine, spoken: str, top: int) -> Markup:
    if words.link:
        return Markup('<p><a href="{}" dir="ltr">{}</a></p>').format(words.link, words.text)
    if words.label is not None:
        return _small(line, words, spoken)
    tag = "p"
    if words.role in _HEADINGS:
        tag = f"h{_HEADINGS.index(words.role) + top}"
    elif words.role in _QUOTES:
        tag = "blockquote"
    return Markup("<{tag}{tongue}>{text}</{tag}>").format(tag=tag, tongue=_tongue(words, spoken), text=words.text)


def _small(line: TranscriptLine, words: SaidLine, spoken: str) -> Markup:
    """Return what is no plain word, with what it is where the poster's language has a word for that."""
    label = _label(line.label, spoken) if line.kind == "photo" else ""
    return Markup("<p{}><small>{}{}</small></p>").format(_tongue(words, spoken), label, words.text)


def _label(label: Sentence, language: str) -> str:
    return say("line", label=label, text="").in_language(language) if language in INTERFACE_LANGUAGES else ""


def _tongue(words: SaidLine, spoken: str) -> Markup:
    """Return the attributes of words in another language than the page's."""
    if words.language == spoken:
        return Markup("")
    direction = "rtl" if words.from_right else "ltr"
    return Markup(' lang="{}" dir="{}"').format(words.language, direction)


def _joined(parts: Iterator[Markup] | Sequence[Markup]) -> Markup:
    return Markup("\n").join(parts)


def _style(brand: BrandKit) -> str:
    look = _look(brand)
    return (
        f"body {{ margin: 0; background: {look.ground.hex}; color: {look.text.hex};"
        " font: 1.125rem/1.5 system-ui, sans-serif; }\n"
        "main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }\n"
        "figure { margin: 0 0 2rem; }\n"
        "img { display: block; max-width: 100%; height: auto; }\n"
        f"h1, h2, h3 {{ color: {look.heading.hex}; line-height: 1.15; }}\n"
        f"h1 {{ border-block-start: 8px solid {look.bar.hex}; padding-block-start: 0.5rem; }}\n"
        f"blockquote {{ margin: 1rem 0; border-inline-start: 6px solid {look.bar.hex}; padding-inline-start: 1rem; }}\n"
        f"a {{ color: {look.heading.hex}; overflow-wrap: anywhere; }}\n"
        "footer { margin-block-start: 2rem; }\n"
    )


def _look(brand: BrandKit) -> _Look:
    """Return the colours of a page, whatever the kit calls them; words stand on a ground that the kit allows."""
    palette = {key: ink.srgb for key, ink in brand.palette.items()}
    ground = max({pair.on for pair in brand.pairs}, key=lambda key: luminance(palette[key]))
    inks = [palette[key] for key in palette if brand.allows(key, ground, large=False)]
    return _Look(
        ground=palette[ground],
        text=min(inks, key=luminance),
        heading=max(inks, key=_strength),
        bar=max(palette.values(), key=_strength),
    )


def _strength(color: Rgb) -> float:
    return max(color) - min(color)
