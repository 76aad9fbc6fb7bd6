"""Where a QR code may lead."""

from dataclasses import replace

import pytest
from makers import checked, codes, kit, make_content, make_template, one, qr_slot

from app.engine.content import QrChoice
from app.engine.findings import Severity

TEMPLATE = make_template(qr_slot())


def poster_to(url):
    return checked(TEMPLATE, make_content(qr=QrChoice(url=url)))


def test_the_kinds_that_are_named_are_those_of_the_kit():
    """Another brand may want codes that lead to the web alone."""
    brand = replace(kit(), qr=replace(kit().qr, schemes=("https", "tel")))
    poster = checked(TEMPLATE, make_content(qr=QrChoice(url="ftp://care-er.be")), brand=brand)

    assert one(poster.findings, "qr-address").message.en.endswith("It may begin like this: https://, tel:.")


@pytest.mark.parametrize(
    "url",
    [
        "https://care-er.be",
        "https://care-er.be:8443/jobs?x=1&y=é#top",
        "HTTPS://Care-er.be/",
        "https://bücher.example/zorg",
        "https://zorg.xn--vermgensberatung-pwb/",
        "mailto:jobs@care-er.be?subject=Hallo",
        "tel:+3252123456",
        "tel:052-12.34.56",
    ],
)
def test_safe_addresses_are_fine(url):
    """The web over https, mail and telephone."""
    assert "qr-address" not in codes(poster_to(url).findings)


@pytest.mark.parametrize(
    ("url", "guess"),
    [
        ("care-er.be/jobs", "https://care-er.be/jobs"),
        ("www.care-er.be", "https://www.care-er.be"),
        ("http://care-er.be", "https://care-er.be"),
        ("https:/care-er.be", "https://care-er.be"),
        ("https://care-er.be/een pagina", "https://care-er.be/eenpagina"),
        ("jobs@care-er.be", "mailto:jobs@care-er.be"),
        ("052 12 34 56", "tel:052123456"),
        ("tel:+32 52 12 34 56", "tel:+3252123456"),
    ],
)
def test_what_is_nearly_right_is_mended(mended, url, guess):
    """A forgotten scheme or a stray space is put right with one press."""
    poster = poster_to(url)

    assert one(poster.findings, "qr-address").severity is Severity.ERROR
    assert mended(poster, "qr-address").content.qrs["qr"].url == guess


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://care-er.be",
        "https://bank.be@evil.example",
        "https://localhost/x",
        "https://care-er.be:99999/",
        "https://care-er.be:0/",
        "https://care-er.be:http/",
        "https://192.168.0.1/",
        "https://",
        "https://[::1]/",
        "https://care-er.be\u202egro.live",
        "file:///etc/passwd",
        "mailto:nobody",
        "tel:abc",
        "gewoon wat tekst",
    ],
)
def test_what_leads_elsewhere_is_refused(url):
    """No schemes, hosts or disguises that a phone should not follow."""
    found = one(poster_to(url).findings, "qr-address")

    assert (found.severity, found.slot, found.fix) == (Severity.ERROR, "qr", None)


def test_an_endless_address_is_refused():
    """No phone reads such a code from a wall."""
    found = one(poster_to("https://care-er.be/" + "x" * 300).findings, "qr-address")

    assert "319 tekens" in found.message.nl


def test_an_address_of_an_allowed_kind_is_not_told_to_begin_so():
    """Whoever wrote tel: reads what is wrong behind it."""
    faulty, foreign = (one(poster_to(url).findings, "qr-address").message.en for url in ("tel:+32 5", "ftp://x.be"))

    assert "leave out spaces" in faulty
    assert "It may begin" in foreign
