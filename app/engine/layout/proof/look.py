"""How the pages of a proof look: the brand's type in sizes for a sheet in the hand, and colours of its palette.

A kit names its styles and colours as it likes; what a proof needs is found by what it is for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from app.engine.brand import Bar, BrandKit, Marker, TypeStyle
from app.engine.color import Ink, Rgb
from app.engine.findings import Severity
from app.engine.layout.text import TextRequest

Voice = Literal["title", "group", "body", "label", "small", "mark"]

# Sizes in pt: read at arm's length, as a letter is.
_SIZES: Mapping[Voice, float] = {"title": 21, "group": 12.5, "body": 10.5, "label": 8.5, "small": 8, "mark": 100}

# The styles that kits commonly have for each voice, the best first.
_STYLES: Mapping[Voice, tuple[str, ...]] = {
    "title": ("display", "heading"),
    "group": ("heading", "label"),
    "body": ("body",),
    "label": ("label", "caption"),
    "small": ("caption", "body"),
    "mark": ("display", "heading"),
}

# The colours that people take for stop, care and go; the palette's nearest stands for each.
_SIGNALS = {Severity.ERROR: Rgb(235, 90, 80), Severity.WARNING: Rgb(255, 200, 40), Severity.NOTE: Rgb(160, 215, 190)}

# Where a kit has neither: the macron as a bar behind a line and at its start.
_BAR = Bar(above=0.92, below=0.26, side=0.22)
_MARKER = Marker(length=0.85, thickness=0.2, gap=0.45, middle=0.26)

_MOST_LINES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Type and colours of the pages of one kit. ink: of words on white. quiet: of rules."""

    brand: BrandKit

    @property
    def ink(self) -> Ink:
        return self.brand.palette[self.brand.photo.scrim]

    @property
    def strong(self) -> Ink:
        """The ink of titles: the brand's own dark colour."""
        return self.brand.palette[self.brand.photo.duotone[0]]

    @property
    def paper(self) -> Ink:
        return max(self.brand.palette.values(), key=lambda ink: sum(ink.srgb))

    def signal(self, severity: Severity) -> Ink:
        """Return the palette colour that stands for a weight, among those on which words may stand."""
        brand, wanted = self.brand, _SIGNALS[severity]
        grounds = [ink for key, ink in brand.palette.items() if brand.allows(self.brand.photo.scrim, key, large=False)]
        return min(grounds or [self.paper], key=lambda ink: _distance(ink.srgb, wanted))

    def request(
        self,
        voice: Voice,
        text: str,
        language: str,
        *,
        bar: Ink | None = None,
        marker: Ink | None = None,
        size: float | None = None,
    ) -> TextRequest:
        """Return a text of a page in one of its voices.

        bar: colour behind its lines. marker: colour at its start. size: in pt, where it is not the voice's own.
        """
        return TextRequest(
            slot=voice,
            text=text,
            language=language,
            style=_fixed(self._style(voice), size or _SIZES[voice], bar=bar is not None, marker=marker is not None),
            ink=self.strong if voice in ("title", "mark") else self.ink,
            lines=(1, _MOST_LINES),
            bar_ink=bar,
            marker_ink=marker,
        )

    def _style(self, voice: Voice) -> TypeStyle:
        styles = self.brand.styles
        known = next((styles[key] for key in _STYLES[voice] if key in styles), None)
        large = next((style for style in styles.values() if style.large), None)
        small = styles[self.brand.imprint.style]
        return known or (large if voice in ("title", "group", "mark") and large else small)


def _fixed(style: TypeStyle, size: float, *, bar: bool, marker: bool) -> TypeStyle:
    """Return a style in one size, in pt, in every language; with the brand's bar or marker where asked for."""
    chosen = _BAR if bar else None
    return replace(
        style,
        smallest=0.0,
        largest=0.0,
        minimum={"a4": size, "a3": size},
        leading=max(style.leading, 1.2),
        hyphenate=False,
        balance=False,
        fill=False,
        bar=(style.bar or chosen) if bar else None,
        marker=(style.marker or _MARKER) if marker else None,
        variants={
            language: _fixed(variant, size, bar=bar, marker=marker) for language, variant in style.variants.items()
        },
    )


def _distance(one: Rgb, other: Rgb) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
