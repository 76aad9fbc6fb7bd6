"""What is on the shelf: the project's own brand kit, and every folder of poster templates, found by being there."""

from functools import lru_cache

from makers import ROOT, kit

from app.engine.sheet import FORMATS
from app.engine.template import PosterTemplate, read_template

SHELF = ROOT / "poster_templates"

TEMPLATES = tuple(sorted(file.parent.name for file in SHELF.glob("*/template.toml")))


@lru_cache
def template(name: str) -> PosterTemplate:
    return read_template(SHELF / name, kit())


LANGUAGES = kit().languages

# What some template serves, in the order in which sizes are listed everywhere.
SHEETS, SCREENS = (
    tuple(
        key
        for key, format in FORMATS.items()
        if format.unit == unit and any(format in template(name).formats for name in TEMPLATES)
    )
    for unit in ("mm", "px")
)


def templates_for(*format_keys: str) -> list[str]:
    """Return the templates that serve each of these formats."""
    wanted = {FORMATS[key] for key in format_keys}
    return [name for name in TEMPLATES if wanted <= set(template(name).formats)]


def templates_with(kind: str) -> list[str]:
    """Return the templates that have a slot of this kind."""
    return [name for name in TEMPLATES if any(slot.kind == kind for slot in template(name).slots.values())]
