"""Rules of the QR code's address."""

import re
from collections.abc import Iterator

from app.engine.check.rules import BOOK
from app.engine.findings import Finding, Fix, Severity, finding, sentence
from app.engine.template import QrSlot
from app.engine.template.addresses import LONGEST, is_allowed, is_mail
from app.engine.template.checked import CheckedContent


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
        url, field = choice.url.strip(), f"qr.{slot.key}.url"
        if len(url.encode(errors="replace")) > LONGEST:
            yield finding("qr-address.too-long", Severity.ERROR, slot.key, count=len(url)).at(field)
        elif not is_allowed(url, schemes):
            key = "qr-address.faulty" if url.partition(":")[0].lower() in schemes else "qr-address"
            beginnings = tuple("https://" if scheme == "https" else f"{scheme}:" for scheme in schemes)
            fix = _fix(slot, url, schemes)
            yield finding(key, Severity.ERROR, slot.key, fix, url=url, beginnings=beginnings).at(field)


def _fix(slot: QrSlot, url: str, schemes: tuple[str, ...]) -> Fix | None:
    """Offer the address with the scheme that its author left out or mistyped, where that makes it whole."""
    close = "".join(url.split())
    bare = close if is_mail(close) else re.sub(r"^(https?)?:?/{0,2}", "", close, flags=re.IGNORECASE)
    for guess in (close, f"https://{bare}", f"mailto:{close}", f"tel:{close}"):
        if is_allowed(guess, schemes):
            return Fix(label=sentence("qr-address.fix", url=guess), changes=((f"qr.{slot.key}.url", guess),))
    return None
