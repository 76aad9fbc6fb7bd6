"""Which options go with a format at a destination, and what the names of files say of them."""

from app.engine.brand import BrandKit
from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format
from app.services import home_prints, press_prints, screen_prints


def objection(found: Format, destination: Destination, options: Options, brand: BrandKit) -> str:
    """Return one sentence on why a file cannot be made as the options say; empty where it can."""
    match destination:
        case "print":
            return press_prints.objection(found, options, brand)
        case "home":
            return home_prints.objection(found, options)
        case "screen":
            return screen_prints.objection(found, options)
    return ""


def variant(found: Format, destination: Destination, options: Options, brand: BrandKit) -> str:
    """Return what the name of a file says of its options, such as "groot-snijtekens"; nothing for the usual ones."""
    match destination:
        case "print":
            return press_prints.press_variant(options, brand)
        case "home":
            return home_prints.home_variant(found, options)
        case "screen":
            return screen_prints.screen_variant(options)
    return ""
