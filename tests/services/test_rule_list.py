"""The page about the brand lists every rule, and says the truth about it."""

import ast
import re
from itertools import product

import pytest
from makers import (
    NOBODY,
    ORGANISATION,
    ROOT,
    Pictures,
    brand_slot,
    checked,
    imprint_slot,
    logo_slot,
    make_content,
    make_template,
    photo,
    photo_slot,
    qr_slot,
    svg,
    text_slot,
)
from PIL import Image

from app.engine.check import BOOK as CONTENT_RULES
from app.engine.content import LogoChoice, QrChoice
from app.engine.layout import lay_out
from app.engine.pipeline import _LightTable
from app.engine.preflight import BOOK as POSTER_RULES
from app.engine.preflight.rules import Judged
from app.services.rule_list import rule_list

PAGE = ROOT / "docs" / "brand-rules.md"

# The codes that others rely on.
ERRORS = [
    "required",
    "placeholder",
    "too-long",
    "overset",
    "missing-glyph",
    "unreadable-file",
    "photo-too-coarse",
    "consent",
    "alt-missing",
    "off-palette",
    "pair-contrast",
    "photo-contrast",
    "logo-unreadable",
    "logo-contrast",
    "logo-outranks",
    "clear-space",
    "qr-module",
    "qr-contrast",
    "qr-address",
    "safe-area",
    "bleed",
    "ink-limit",
    "type-too-small",
    "line-too-thin",
    "imprint",
]
WARNINGS = [
    "photo-coarse",
    "brand-spelling",
    "capitals",
    "shouting",
    "flagged-word",
    "photo-dark",
    "logo-coarse",
    "home-address",
    "cleaned-text",
]
NOTES = ["long-sentence", "poster-tax", "logo-rasterised"]

TEMPLATE = make_template(
    text_slot("headline", ink="crème", on="aubergine", required=True, placeholder={"nl": "Titel"}, max_chars=60),
    photo_slot(),
    brand_slot(),
    logo_slot(),
    qr_slot(),
    imprint_slot(),
    formats=("a6", "a4", "mupi"),
)
PICTURES = (
    Pictures()
    .photo(Image.new("RGB", (300, 300), (20, 20, 20)))
    .logo(svg('<path d="M0 0H99V40H0Z M9 9V30H90V9Z" fill="#fdf8f0"/>', 99, 40))
    .logo(Image.new("RGB", (60, 20), (20, 40, 80)), "small.png")
)
BAD = {
    "headline": ["", "Titel", "KOM NAAR ONS", "Kom! Nu! Bij Career \u202e voor bejaarden 漢 " + "en zo " * 20],
    "photo": [photo(), photo(consent=False, alt="", credit="李"), photo("brand:team-1", scrim=True)],
    "logo": [LogoChoice(file="logo.svg", plate="none"), LogoChoice(file="small.png", plate="always")],
    "qr": [QrChoice(url="http://x.be"), QrChoice(url="https://care-er.be/" + "x" * 200)],
    "imprint": [NOBODY, ORGANISATION],
}


def test_the_page_is_as_the_rules_are():
    """Whoever changes a rule runs script/rule_list."""
    assert PAGE.read_text(encoding="utf-8").endswith(rule_list())


@pytest.mark.parametrize(("codes", "weighs"), [(ERRORS, "error"), (WARNINGS, "warning"), (NOTES, "note")])
def test_every_promised_code_has_its_rule_and_its_weight(codes, weighs):
    """The codes stay, and so does how serious they are."""
    listed = {code: rule.weighs for book in (CONTENT_RULES, POSTER_RULES) for rule in book.rules for code in rule.codes}

    assert {code for code in codes if not listed.get(code, "").startswith(weighs)} == set()


def test_every_code_that_the_program_gives_is_listed():
    """No rule speaks under a code that is not its own."""
    sources = [file for folder in ("check", "preflight") for file in (ROOT / "app" / "engine" / folder).glob("*.py")]
    calls = [node for file in sources for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    keys = [call.args[0] for call in calls if getattr(call.func, "id", "") == "finding"]
    keys += [call.args[1] for call in calls if getattr(call.func, "id", "") == "_about"]
    given = {re.split(r"[.{]", text)[0] for key in keys for text in _texts(key)}
    listed = {code for book in (CONTENT_RULES, POSTER_RULES) for rule in book.rules for code in rule.codes}

    assert len(given) > 20
    assert given <= listed


def _texts(node):
    return [found.value for found in ast.walk(node) if isinstance(found, ast.Constant) and isinstance(found.value, str)]


@pytest.mark.parametrize(("format", "goal"), [("a4", "print"), ("a6", "web"), ("mupi", "screen")])
def test_what_the_page_says_of_a_rule_is_true(format, goal):
    """Codes, weight and fix, tried on a few hundred bad posters."""
    heard = set()
    for values in product(*BAD.values()):
        content = make_content(**dict(zip(BAD, values, strict=True)))
        poster = checked(TEMPLATE, content, format, goal, PICTURES.media)
        scene = lay_out(poster)
        table = _LightTable(scene, PICTURES, poster.brand.print.condition)
        judged = Judged(poster=poster, scene=scene, behind=table.behind)
        for rule, found in (
            *((rule, rule.judge(poster)) for rule in CONTENT_RULES.rules),
            *((rule, rule.judge(judged)) for rule in POSTER_RULES.rules),
        ):
            for finding in found:
                heard.add(finding.code)
                assert finding.code in rule.codes
                assert str(finding.severity) in rule.weighs
                assert finding.fix is None or rule.fix

    assert len(heard) > 15
