"""Measures the ink of every template for every print shop, with the hardest photo there is: `script/ink_coverage`.

One line a file: template, shop, the most ink on any pixel inside the bleed, and the shop's limit, in per cent.
Exit 1 where a file is beyond its limit.
"""

import argparse
import sys

from poster_shelf import TEMPLATES, template
from shop_posters import JPEG_ROUNDING, SHOPS, at, hard_content, made_at, most_ink

from app.engine.sheet import FORMATS


def main() -> int:
    """Print the lines; return how many files are beyond their limit."""
    ways = argparse.ArgumentParser(description=__doc__)
    papers = [key for key, found in FORMATS.items() if found.unit == "mm"]
    ways.add_argument("format", nargs="?", default="a5", choices=papers, metavar="FORMAT", help="a5 if left out")
    key = ways.parse_args().format
    found = [name for name in TEMPLATES if FORMATS[key] in template(name).formats]
    if not found:
        ways.error(f"no template is made as {key}")
    return sum(_measured(name, key, shop) for name in found for shop in SHOPS)


def _measured(name: str, key: str, shop: str) -> bool:
    """Print the line of one file; return whether it is beyond its limit."""
    limit = at(shop).print.condition.ink_limit
    most = most_ink(made_at(shop, name, key, hard_content(name)))
    is_beyond = most > limit + JPEG_ROUNDING
    verdict = "  BEYOND ITS LIMIT" if is_beyond else ""
    print(f"{name:16} {key:4} {shop:14} {most:6.1f} % of {limit:g} %{verdict}", flush=True)
    return is_beyond


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
