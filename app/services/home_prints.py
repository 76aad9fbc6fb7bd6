"""What a printer at home can do with a format, and what its files are called. Cheap: nothing is painted."""

from app.engine.brand import BrandKit, measure
from app.engine.imposition import PAPERS, HomePrint, Way, home_print, home_prints
from app.engine.imposition.tiles import MOST_SHEETS
from app.engine.pipeline import Options
from app.engine.sheet import FORMATS, Format, Paper

__all__ = [
    "HomePrint",
    "has_tiny_type",
    "home_options",
    "home_prints",
    "home_variant",
    "objection",
    "planned",
    "usual_at_home",
]


# In pt: an A5 that shrinks from 5.5 pt lands on 5 pt but for the last digit.
_SAME_PT = 0.05


def home_options(way: HomePrint, *, save_ink: bool = False, gray: bool = False) -> Options:
    """Return the options that ask for a way to print at home."""
    return Options(
        paper="a4" if way.way == "tiles" else way.paper,
        tiles=way.paper if way.way == "tiles" else None,
        up=way.way == "up",
        save_ink=save_ink,
        gray=gray,
    )


def usual_at_home(found: Format) -> Options:
    """Return what a file for home is made with unless something else is asked for."""
    ways = home_prints(found)
    return home_options(ways[0]) if ways else Options()


def has_tiny_type(found: Format, way: HomePrint, brand: BrandKit) -> bool:
    """Return whether type that is just large enough on the sheet itself comes out smaller than the kit ever sets it."""
    smallest = min(measure(style.minimum, found) for style in brand.styles.values())
    return smallest * way.scale < brand.print.smallest_type - _SAME_PT


def planned(found: Format, options: Options) -> HomePrint | None:
    """Return what comes out of the printer, None where the options ask for what cannot be."""
    return home_print(found, way=options.way, paper=options.sheets)


def objection(found: Format, options: Options) -> str:
    """Return one sentence on why a format cannot be printed at home as the options say; empty where it can."""
    if options.tiles and options.up:
        return "--tiles and --up exclude each other; give one of them"
    if planned(found, options) is not None:
        return ""
    keys = _served(options)
    if options.tiles:
        return f"--tiles {options.tiles} goes with --format {keys} only; {_why_untiled(found, options.tiles)}"
    if options.way == "up":
        return f"--up goes with --format {keys} only; leave it out"
    return f"--paper {options.paper} goes with --format {keys} only; other sizes are fitted to A4"


def _why_untiled(found: Format, paper: Paper) -> str:
    if found.unit == "px":
        return f"{found.key} is for screens"
    sheet = FORMATS[paper]
    if found.area_m2 > sheet.area_m2:
        return f"{found.key} would take more than {MOST_SHEETS} sheets: take larger paper, or a print shop"
    return f"one sheet holds {found.key}: leave it out"


def _served(options: Options) -> str:
    """Return the formats that can go this way, lying ones unnamed."""
    keys = [key for key, found in FORMATS.items() if "-" not in key and planned(found, options)]
    return " or ".join(filter(None, (", ".join(keys[:-1]), *keys[-1:])))


def home_variant(found: Format, options: Options) -> str:
    """Return what the name of a file says of its options, such as "8xa4-zuinig"; nothing for the usual ones."""
    print_out = planned(found, options)
    if print_out is None:
        return ""
    words = (_way(print_out), "zuinig" if options.save_ink else "", "zwart-wit" if options.gray else "")
    return "-".join(filter(None, words))


def _way(found: HomePrint) -> str:
    usual = next(iter(PAPERS))
    way: Way = found.way
    match way:
        case "tiles":
            return f"{found.sheets}x{found.paper}"
        case "up":
            return f"{found.copies}-op-{found.paper}"
    return "" if found.paper == usual else f"op-{found.paper}"
