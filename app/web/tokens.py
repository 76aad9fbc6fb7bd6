"""The brand's palette as CSS, so that the tool wears what it sells. Roles name a use; light and dark differ there."""

import re
import unicodedata

from app.engine.brand import BrandKit
from app.engine.color import Rgb, luminance

# role: (in light, in dark). A name of the palette, or two of them with the share of the first in per cent.
ROLES = {
    "ground": ("crème", "inkt"),
    "surface": ("wit", "inkt 88 lila"),
    "field": ("lila", "aubergine"),
    "stage": ("inkt 14 crème", "zwart"),
    "text": ("inkt", "crème"),
    "text-quiet": ("inkt 78 crème", "lila"),
    "heading": ("aubergine", "crème"),
    "line": ("inkt 22 crème", "lila 35 inkt"),
    "control": ("inkt 62 crème", "lila"),
    "bar": ("zon", "zon"),
    "on-bar": ("inkt", "inkt"),
    "action": ("aubergine", "zon"),
    "on-action": ("wit", "inkt"),
    "action-over": ("inkt", "crème"),
    "link": ("aubergine", "zon"),
    "focus": ("aubergine", "zon"),
    "accent": ("koraal", "koraal"),
    "mark-todo": ("lila", "lila"),
    "mark-warning": ("zon", "zon"),
    "mark-note": ("munt", "munt"),
    "picture": ("munt", "munt"),
    "picture-sun": ("zon", "zon"),
    "picture-soft": ("lila", "lila"),
    "paper": ("wit", "wit"),
    "shade": ("inkt", "zwart"),
    "good": ("bos", "munt"),
    "good-field": ("munt 45 crème", "bos"),
    "bad": ("koraal 40 aubergine", "koraal 35 wit"),
    "bad-field": ("koraal 22 crème", "koraal 22 inkt"),
    "warn-field": ("zon 30 crème", "zon 16 inkt"),
    "foot": ("aubergine", "inkt 60 zwart"),
    "on-foot": ("crème", "crème"),
}

# The name of the brand's type in style sheets, whatever the fonts call themselves.
_FAMILY = "brand"

_DARK = {"aubergine", "koraal", "bos", "inkt", "zwart"}


def token_css(kit: BrandKit) -> str:
    """Return the style sheet of custom properties: type, every palette colour, and the roles in light and dark.

    Fonts are looked for beside the style sheet, as `letter-400.woff2`.
    """
    palette = "".join(f"  --{_plain(name)}: {ink.srgb.hex};\n" for name, ink in kit.palette.items())
    light, dark = (_declarations(kit, index) for index in (0, 1))
    return (
        "@layer reset, tokens, base, components;\n"
        f"{''.join(map(_font_face, kit.pages.fonts))}"
        "@layer tokens {\n"
        f":root {{\n  color-scheme: light dark;\n  --type: {_families(kit)};\n{palette}{light}}}\n"
        f"@media (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n"
        "}\n"
    )


def _font_face(weight: int) -> str:
    source = f'url("letter-{weight}.woff2") format("woff2")'
    return f'@font-face {{ font-family: "{_FAMILY}"; font-weight: {weight}; font-display: swap; src: {source}; }}\n'


def _families(kit: BrandKit) -> str:
    device = '"Segoe UI", system-ui, sans-serif'
    return f'"{_FAMILY}", {device}' if kit.pages.fonts else device


def role_color(kit: BrandKit, recipe: str) -> Rgb:
    """Return the colour of a recipe such as "inkt" or "inkt 60 crème"."""
    first, *rest = recipe.split()
    color = _named(kit, first)
    if not rest:
        return color
    return _named(kit, rest[1]).mixed(color, int(rest[0]) / 100)


def _named(kit: BrandKit, name: str) -> Rgb:
    """Return a palette colour by name; in a kit that has other names, its darkest or its lightest in that place."""
    if name in kit.palette:
        return kit.palette[name].srgb
    by_light = sorted((ink.srgb for ink in kit.palette.values()), key=luminance)
    return by_light[0] if name in _DARK else by_light[-1]


def _declarations(kit: BrandKit, index: int) -> str:
    return "".join(f"  --{role}: {role_color(kit, recipes[index]).hex};\n" for role, recipes in ROLES.items())


def _plain(name: str) -> str:
    """Return a colour's name in plain letters: "crème" becomes "creme"."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare.lower())
