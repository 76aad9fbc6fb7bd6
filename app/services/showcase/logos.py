"""Logos of an institution that does not exist, as examples need them."""

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{body}</svg>'

# A lime tree over a wave, beside a house: 140 units wide.
_SIGN = (
    '<circle cx="34" cy="30" r="26" fill="{one}"/><path d="M30 50h8v34h-8z" fill="{one}"/>'
    '<path d="M8 84h52v8H8z" fill="{two}"/><path d="M76 92V44l32-24 32 24v48h-22V64H98v28z" fill="{two}"/>'
)
_BLUR = (
    '<defs><filter id="f" x="-20%" y="-20%" width="140%" height="140%">'
    '<feGaussianBlur stdDeviation="3"/></filter></defs>'
    '<path d="M80 96V48l32-24 32 24v48z" fill="#000000" filter="url(#f)"/>'
)
_DARK = {"one": "#2f6b3c", "two": "#1d3557"}


def logo_svg(name: str) -> str:
    """Return a logo as SVG.

    name: "dark", or "shadow" with an effect that outlines cannot say.
    Raises KeyError for another.
    """
    width, body = {
        "dark": (148, _SIGN.format(**_DARK)),
        "shadow": (154, _BLUR + _SIGN.format(**_DARK)),
    }[name]
    return _SVG.format(width=width, height=100, body=body)
