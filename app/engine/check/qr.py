"""Rules of the QR code's address."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from app.engine.check.rules import BOOK
from app.engine.findings import Finding, Fix, Severity, finding, sentence
from app.engine.fonts import is_control, is_ignorable
from app.engine.template import QrSlot
from app.engine.template.checked import CheckedContent

# QR version 40 at level L holds 2,953 bytes, but no phone reads such a code from a wall; version 12 holds 367.
_LONGEST = 300

_HOST = re.compile(r"^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$")
_MAIL = re.compile(r"^[^@\s<>():/]+@[^@\s<>():/]+\.[^@\s<>():/]+$")
_PHONE = re.compile(r"^\+?[0-9][0-9 ().-]{5,20}$")


@BOOK.rule(
    "qr-address",
    weighs="error",
    why="A code on a wall must lead to a safe place.",
    source="brand.toml, qr: schemes",
    fix="adds or mends the scheme, where that makes the address whole",
)
def addresses_are_of_an_allowed_kind(poster: CheckedContent) -> Iterator[Finding]:
    schemes = poster.brand.qr.schemes
    for slot, choice in poster.qrs():
        url = choice.url.strip()
        if len(url.encode(errors="replace")) > _LONGEST:
            yield finding("qr-address.too-long", Severity.ERROR, slot.key, count=len(url))
        elif not is_allowed(url, schemes):
            key = "qr-address.faulty" if url.partition(":")[0].lower() in schemes else "qr-address"
            yield finding(key, Severity.ERROR, slot.key, _fix(slot, url, schemes), url=url)


def is_allowed(url: str, schemes: tuple[str, ...]) -> bool:
    """Return whether an address is complete, of an allowed scheme, and holds nothing that hides where it leads."""
    scheme, _, rest = url.partition(":")
    if scheme.lower() not in schemes or any(map(_is_unseen, rest)):
        return False
    if scheme.lower() == "mailto":
        return bool(_MAIL.match(rest.partition("?")[0]))
    if scheme.lower() == "tel":
        return bool(_PHONE.match(rest))
    return _is_web(url)


def _is_unseen(char: str) -> bool:
    return char.isspace() or is_control(char) or is_ignorable(char)


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode()
        is_port = parts.port != 0  # beyond 65535 it raises
    except (ValueError, UnicodeError):
        return False
    # A name before the host (https://bank.be@evil.example) only serves to deceive.
    is_plain = parts.username is None and is_port
    return url.lower().startswith("https://") and is_plain and bool(_HOST.match(host))


def _fix(slot: QrSlot, url: str, schemes: tuple[str, ...]) -> Fix | None:
    """Offer the address with the scheme that its author left out or mistyped, where that makes it whole."""
    close = "".join(url.split())
    bare = close if _MAIL.match(close) else re.sub(r"^(https?)?:?/{0,2}", "", close, flags=re.IGNORECASE)
    for guess in (close, f"https://{bare}", f"mailto:{close}", f"tel:{close}"):
        if is_allowed(guess, schemes):
            return Fix(label=sentence("qr-address.fix", url=guess), changes=((f"qr.{slot.key}.url", guess),))
    return None
