"""What of a brand kit plays which part in an example, so that examples need no colour, style or word of one kit."""

import colorsys
from collections.abc import Mapping
from functools import cached_property

from app.engine.brand import BrandKit, Pair, TypeStyle
from app.engine.brand.type_styles import TEXT_CONTRAST
from app.engine.color import Ink, Rgb, contrast, luminance
from app.engine.color.grays import in_gray

# A ground that is darker is called dark, lighter than the other one light.
_DARK, _WHITE = 0.18, 0.98

# Too pale to read, and still to be seen.
_CLASHES_FROM = 1.15


class NoExample(LookupError):
    """A brand kit lacks what an example is made of: a word that it flags, a drawing, colours that become one grey."""


class Roles:
    """The parts of one kit. Where a kit lacks a part, its nearest one plays it."""

    def __init__(self, brand: BrandKit) -> None:
        self.brand = brand

    def colour(self, role: str) -> str:
        """Return the name of a palette colour.

        role: "bright", "light", "paper" or "dark" for grounds; "ink on ROLE" for what may stand on one, and "clash on
        ROLE" for what can hardly be read there. "gray" and "gray on gray": a pair that is read in colour alone.
        Raises NoExample.
        """
        if role.startswith("gray"):
            pair = self._gray_pair()
            return pair.ink if role == "gray on gray" else pair.on
        part, _, ground = role.partition(" on ")
        if ground:
            on = self.colour(ground)
            return self._ink(on) if part == "ink" else self._clash(on)
        return self._grounds[role]

    def style(self, role: str) -> TypeStyle:
        """Return a type style. role: "display", "lead", "text" or "imprint"."""
        return self._styles[role]

    def words(self, language: str) -> Mapping[str, str]:
        """Return the words of the kit that examples hold, by the name that stands for them."""
        words = self.brand.words
        found = {"name": words.name, "misspelt": next(iter(words.misspellings), "")}
        for flagged, better in words.instead.get(language, {}).items():
            if better:
                return found | {"flagged": flagged, "better": better}
        return found

    @cached_property
    def illustration(self) -> str:
        """The name of a drawing of the kit, empty where it has none."""
        return next(iter((*self.brand.welcome, *self.brand.illustrations)), "")

    @cached_property
    def _grounds(self) -> dict[str, str]:
        names = dict.fromkeys(pair.on for pair in self.brand.pairs if not pair.large_only)
        known = [name for name in names if name in self.brand.logo.grounds] or list(names)
        by_light = sorted(known, key=self._light, reverse=True)
        return {
            "paper": by_light[0],
            "light": next((name for name in by_light if self._light(name) < _WHITE), by_light[0])
            if len(by_light) > 2
            else by_light[0],
            "bright": max(known, key=lambda name: _chroma(self._ink_of(name).srgb)),
            "dark": next((name for name in known if self._light(name) < _DARK), by_light[-1]),
        }

    @cached_property
    def _styles(self) -> dict[str, TypeStyle]:
        styles = [style for style in self.brand.styles.values() if not style.bar and not style.fill]
        large = [style for style in styles if style.large] or styles
        small = [style for style in styles if not style.large] or styles
        return {
            "display": max(large, key=lambda style: style.largest),
            "lead": max(small, key=lambda style: style.largest),
            "text": next((style for style in small if style.hyphenate), small[0]),
            "imprint": self.brand.styles[self.brand.imprint.style],
        }

    def _ink_of(self, name: str) -> Ink:
        return self.brand.palette[name]

    def _light(self, name: str) -> float:
        return luminance(self._ink_of(name).srgb)

    def _ink(self, on: str) -> str:
        """Return the first colour that the kit names for text of any size on a ground."""
        return next(pair.ink for pair in self.brand.pairs if pair.on == on and not pair.large_only)

    def _gray_pair(self) -> Pair:
        """Return the pair for small text that a black-and-white printer takes most of. Raises NoExample."""
        ratios = {
            pair: contrast(in_gray(self._ink_of(pair.ink).srgb), in_gray(self._ink_of(pair.on).srgb))
            for pair in self.brand.pairs
            if not pair.large_only
        }
        worst = min(ratios, key=lambda pair: ratios[pair])
        if ratios[worst] >= TEXT_CONTRAST:
            raise NoExample("colours that become one grey")
        return worst

    def _clash(self, on: str) -> str:
        ratios = {name: contrast(ink.srgb, self._ink_of(on).srgb) for name, ink in self.brand.palette.items()}
        allowed = {pair.ink for pair in self.brand.pairs if pair.on == on}
        seen = {name: ratio for name, ratio in ratios.items() if ratio >= _CLASHES_FROM and name not in allowed}
        return min(seen or ratios, key=lambda name: ratios[name])


def _chroma(color: Rgb) -> float:
    _, saturation, value = colorsys.rgb_to_hsv(*(channel / 255 for channel in color))
    return saturation * value
