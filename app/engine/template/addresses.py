"""Addresses that a QR code may hold: complete, of an allowed kind, and open about where they lead."""

import re
from urllib.parse import urlsplit

from app.engine.fonts import is_control, is_ignorable

# QR version 40 at level L holds 2,953 bytes, but no phone reads such a code from a wall; version 12 holds 367.
LONGEST = 300
"""The longest address, in bytes, that a code on a wall may hold."""

OWN_SCHEME = "brand"
"""What an address of the brand's own site begins with, in templates and content files."""

_HOST = re.compile(r"^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$")
_MAIL = re.compile(r"^[^@\s<>():/]+@[^@\s<>():/]+\.[^@\s<>():/]+$")
_PHONE = re.compile(r"^\+?[0-9][0-9 ().-]{5,20}$")


def in_full(url: str, site: str) -> str:
    """Return an address as a phone reads it: `brand:/jobs` is a page of the brand's own site, `brand:` its first.

    site: address of the brand kit. Without one nothing is left of an address that leads there.
    """
    scheme, _, rest = url.strip().partition(":")
    if scheme.lower() != OWN_SCHEME:
        return url
    return site + rest if site else ""


def is_allowed(url: str, schemes: tuple[str, ...]) -> bool:
    """Return whether an address is complete, of an allowed scheme, and holds nothing that hides where it leads."""
    scheme, _, rest = url.partition(":")
    if scheme.lower() not in schemes or any(map(_is_unseen, rest)):
        return False
    if scheme.lower() == "mailto":
        return is_mail(rest.partition("?")[0])
    if scheme.lower() == "tel":
        return bool(_PHONE.match(rest))
    return _is_web(url)


def is_mail(address: str) -> bool:
    """Return whether a text is a mail address."""
    return bool(_MAIL.match(address))


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
