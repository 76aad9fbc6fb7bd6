"""What a screen can be asked for, and what its files are called. Cheap: nothing is painted."""

from app.engine.pipeline import Options
from app.engine.sheet import FORMATS, Format

__all__ = ["can_double", "objection", "screen_variant"]


def can_double(found: Format) -> bool:
    """Return whether a format comes at twice its pixels too: one for screens that has no double with a name."""
    others = FORMATS.values()
    return found.unit == "px" and not any(_is_double(found, one) or _is_double(one, found) for one in others)


def _is_double(large: Format, small: Format) -> bool:
    return (large.unit, large.width, large.height) == (small.unit, 2 * small.width, 2 * small.height)


def objection(found: Format, options: Options) -> str:
    """Return one sentence on why a picture cannot be made as the options say; empty where it can."""
    if not options.double or can_double(found):
        return ""
    keys = ", ".join(key for key, one in FORMATS.items() if can_double(one))
    return f"--double goes with --format {keys} only; leave it out, and take uhd for a lying 4K screen"


def screen_variant(options: Options) -> str:
    """Return what the name of a file says of its options; nothing for the usual ones."""
    return "dubbel" if options.double else ""
