"""QR codes that are read from the screen: of addresses that lead on to another device."""

from app.engine.brand import BrandKit
from app.engine.geometry import Rect
from app.engine.layout.qr import qr_code
from app.engine.paint.svg import path_data
from app.engine.sheet import FORMATS

# In units of the drawing. Its size on the screen is for style sheets to say.
_SIDE = 100


def code_svg(address: str, brand: BrandKit) -> str:
    """Return the QR code of an address as SVG, dark on white whatever the page is, with its quiet zone.

    To a screen reader it is nothing: the address stands beside it.
    """
    code = qr_code(address, Rect(0, 0, _SIDE, _SIDE), brand, brand.sheet(FORMATS["a6"]))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIDE} {_SIDE}" aria-hidden="true"'
        ' shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0H{_SIDE}V{_SIDE}H0Z"/><path fill="#000" d="{path_data(code.modules)}"/></svg>'
    )
