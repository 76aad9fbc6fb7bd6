"""Measures the ink of every template for every print shop, with the hardest photo there is: measure_ink.py [FORMAT].

One line a file: template, shop, the most ink on any pixel inside the bleed, and the shop's limit, in per cent.
Exit 1 where a file is beyond its limit.
"""

import sys

from poster_shelf import TEMPLATES, template
from shop_posters import SHOPS, at, hard_content, made_at, most_ink

# JPEG rounds: so much, in per cent of ink, single pixels may lie above what went in.
ROUNDING = 1.5


def main(format_key: str) -> int:
    """Print the lines; return how many files are beyond their limit."""
    beyond = 0
    for name in (name for name in TEMPLATES if format_key in {found.key for found in template(name).formats}):
        for shop in SHOPS:
            found, limit = (
                most_ink(made_at(shop, name, format_key, hard_content(name))),
                at(shop).print.condition.ink_limit,
            )
            verdict = "" if found <= limit + ROUNDING else "  BEYOND ITS LIMIT"
            beyond += bool(verdict)
            print(f"{name:16} {format_key:4} {shop:14} {found:6.1f} % of {limit:g} %{verdict}", flush=True)
    return beyond


if __name__ == "__main__":
    sys.exit(1 if main(*(sys.argv[1:2] or ["a5"])) else 0)
