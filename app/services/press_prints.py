"""What a print shop can be asked for, and what its files are called. Cheap: nothing is painted."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.engine.brand import BrandKit
from app.engine.findings import INTERFACE_LANGUAGES, Sentence
from app.engine.pipeline import Options
from app.engine.sheet import Format, Standard
from app.services.filenames import plain

SCALES = (1, 10)
"""How many times smaller than the poster a file may be."""

STANDARD_NAMES: dict[Standard, str] = {"x4": "PDF/X-4", "x1a": "PDF/X-1a:2003"}

LEAST_TO_SCALE_MM = 1000
"""What is shorter fits every program at its own size."""


def objection(found: Format, options: Options, brand: BrandKit) -> str:
    """Return one sentence on why a file cannot be made as the options say; empty where it can."""
    if options.shop and options.shop not in brand.shops:
        known = ", ".join(brand.shops) or "none in this brand kit"
        return f"there is no print shop {options.shop!r}; there are: {known}"
    if options.scale not in SCALES:
        return f"a file is made at 1:1 or 1:10, not at 1:{options.scale}"
    if options.scale > 1 and max(found.width, found.height) < LEAST_TO_SCALE_MM:
        return f"--scale 1:{options.scale} goes with sheets of 1 m and longer only, not with {found.key}; leave it out"
    return ""


def settled(options: Options, brand: BrandKit) -> Options:
    """Return the options with everything said that they leave to the shop. Raises KeyError for an unknown shop."""
    rules = brand.at(options.shop).print
    return replace(options, shop=rules.shop, marks=rules.marks if options.marks is None else options.marks)


def press_variant(options: Options, brand: BrandKit) -> str:
    """Return what the name of a file says of its options, such as "groot-schaal-1op10"; nothing for the usual ones."""
    return "-".join(_words(options, brand))


def _words(options: Options, brand: BrandKit) -> Iterator[str]:
    if options.shop not in ("", brand.print.shop):
        yield plain(options.shop)
    if options.marks not in (None, brand.at(options.shop).print.marks):
        yield "snijtekens" if options.marks else "zonder-snijtekens"
    if options.scale > 1:
        yield f"schaal-1op{options.scale}"


def described_shops(brand: BrandKit) -> list[dict[str, Any]]:
    """Return the print shops of a kit for machines, in the order in which they are offered."""
    return [
        {
            "key": shop.key,
            "name": _by_language(shop.name),
            "for": _by_language(shop.whom),
            "bleed_mm": shop.bleed,
            "marks": shop.marks,
            "standard": STANDARD_NAMES[shop.standard],
            "condition": shop.condition.identifier,
            "ink_limit": shop.condition.ink_limit,
            "usual": shop.key == brand.print.shop,
        }
        for shop in brand.shops.values()
    ]


def _by_language(sentence: Sentence) -> dict[str, str]:
    return {language: sentence.in_language(language) for language in INTERFACE_LANGUAGES}
