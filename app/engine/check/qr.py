"""Rules of the QR code's address."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from app.engine.check.rules import BOOK
from app.engine.findings import Finding, Fix, Severity, sentence
from app.engine.template import QrSlot
from app.engine.template.checked import CheckedContent

# QR version 40 at level L holds 2,953 bytes, but no phone reads such a code from a wall; version 12 holds 367.
_LONGEST = 300

_HOST = re.compile(r"^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$")
_MAIL = re.compile(r"^[^@\s<>()]+@[^@\s<>()]+\.[^@\s<>()]+$")
_PHONE = re.compile(r"^\+?[0-9][0-9 ().-]{5,20}$")


@BOOK.rule("qr-address", why="A code on a wall must lead to a safe place.", source="brand.toml, qr: schemes")
def addresses_are_of_an_allowed_kind(poster: CheckedContent) -> Iterator[Finding]:
    for slot, choice in poster.qrs():
        url = choice.url.strip()
        if len(url.encode()) > _LONGEST:
            yield _finding(slot, "qr-address.too-long", count=len(url))
        elif not is_allowed(url, poster.brand.qr.schemes):
            yield _finding(slot, "qr-address", fix=_fix(slot, url, poster.brand.qr.schemes), url=url)


def is_allowed(url: str, schemes: tuple[str, ...]) -> bool:
    """Return whether an address is complete, of an allowed scheme, and holds nothing that hides where it leads."""
    scheme, _, rest = url.partition(":")
    if scheme.lower() not in schemes or any(char.isspace() or ord(char) < 33 for char in rest):
        return False
    if scheme.lower() == "mailto":
        return bool(_MAIL.match(rest.partition("?")[0]))
    if scheme.lower() == "tel":
        return bool(_PHONE.match(rest))
    return _is_web(url)


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError):
        return False
    # A name before the host (https://bank.be@evil.example) only serves to deceive.
    return url.lower().startswith("https://") and parts.username is None and bool(_HOST.match(host))


def _fix(slot: QrSlot, url: str, schemes: tuple[str, ...]) -> Fix | None:
    """Offer the address with the scheme that its author left out or mistyped, where that makes it whole."""
    bare = re.sub(r"^(http|https|www)?:?/{0,2}", "", url, flags=re.IGNORECASE) if not _MAIL.match(url) else url
    for guess in (f"https://{bare}", f"mailto:{url}", f"tel:{url.replace(' ', '')}"):
        if is_allowed(guess, schemes):
            return Fix(label=sentence("qr-address.fix", url=guess), changes=((f"qr.{slot.key}.url", guess),))
    return None


def _finding(slot: QrSlot, key: str, fix: Fix | None = None, **values: object) -> Finding:
    return Finding(code="qr-address", severity=Severity.ERROR, slot=slot.key, message=sentence(key, **values), fix=fix)
