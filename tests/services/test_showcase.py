"""The examples of the rules: every rule has one, the wrong side breaks it and the right side keeps it."""

import re
import tomllib
from pathlib import Path

import pytest
from other_brand import CAREER, OTHER

from app.engine.brand import read_brand
from app.engine.check import BOOK as CONTENT_RULES
from app.engine.findings import INTERFACE_LANGUAGES
from app.engine.pipeline import _LightTable
from app.engine.preflight import BOOK as POSTER_RULES
from app.engine.preflight.rules import Judged
from app.services import showcase
from app.services.catalog import Catalog
from app.services.showcase import SIDES, Showcase, shown_rules, verdicts
from app.services.showcase.drawing import WIDTH, Easel
from app.services.showcase.examples import examples
from app.services.showcase.rules import entered_rules, say

FOLDER = Path(showcase.__file__).parent
JUDGES = {
    key: judge
    for rules in tomllib.loads((FOLDER / "rules.toml").read_text(encoding="utf-8")).values()
    for key, judge in rules.items()
}


@pytest.fixture(scope="module")
def easel():
    """What draws the examples of the project's own kit."""
    return Easel(read_brand(CAREER))


@pytest.fixture(scope="module")
def other():
    """What draws them for a kit that shares no colour, type or word with it."""
    return Easel(read_brand(OTHER))


def codes(drawn):
    return {finding.code for finding in drawn.poster.findings}


def test_every_rule_is_shown():
    """Whoever enters a rule gives it words and an example; whoever takes one out takes them away."""
    entered = {(code, rule.judge.__name__) for rule in entered_rules() for code in rule.codes}

    assert {(key.partition(".")[0], judge) for key, judge in JUDGES.items()} == entered
    assert {rule.key for rule in shown_rules()} == set(JUDGES) == set(examples())


def test_no_words_are_missing_and_none_are_left_over():
    """Every text has its three languages, and somebody who says it."""
    keys = {rule.key for rule in shown_rules()}
    said = {f"why.{key}" for key in keys} | {f"title.{rule.code}" for rule in shown_rules()}
    said |= {f"chapter.{rule.chapter}" for rule in shown_rules()} | {"specimen", "specimen.bars"}
    said |= {f"{part}.{getattr(rule, part)}" for rule in entered_rules() for part in ("weighs", "source")}
    captions = {f"caption.{key}.{side}" for key in keys for side in SIDES}

    assert said - set(say.words) == set()
    assert set(say.words) - said - captions == set()
    assert [key for key, words in say.words.items() if set(words) != set(INTERFACE_LANGUAGES)] == []


@pytest.mark.parametrize("key", examples())
def test_the_wrong_side_breaks_its_rule_and_no_other_and_the_right_side_none(easel, key):
    """What the page calls wrong is wrong for that reason alone, in every language of the pages."""
    for language in INTERFACE_LANGUAGES:
        wrong, right = (easel.judged(key, side, language) for side in SIDES)

        assert (codes(wrong), codes(right)) == ({key.partition(".")[0]}, set()), language


@pytest.mark.parametrize("key", examples())
def test_it_is_the_rule_itself_that_speaks(easel, key):
    """Of rules that share a code each has an example of its own."""
    drawn = easel.judged(key, "wrong", "nl")
    poster, condition = drawn.poster, easel.brand.print.condition
    judged = Judged(
        poster=poster.content,
        scene=poster.scene,
        behind=_LightTable(poster.scene, easel.darkroom, condition).behind,
    )

    heard = [
        finding
        for book, what in ((CONTENT_RULES, poster.content), (POSTER_RULES, judged))
        for rule in book.rules
        if rule.judge.__name__ == JUDGES[key]
        for finding in rule.judge(what)
    ]

    assert drawn.finding in heard


@pytest.mark.parametrize("key", ["logo-outranks", "type-too-small", "overset", "safe-area", "second-language"])
def test_headlines_are_as_large_on_both_sides(easel, key):
    """Who compares the two sides sees what is wrong, and no other difference."""
    for language in INTERFACE_LANGUAGES:
        sizes = [
            next(fit.size for fit in easel.judged(key, side, language).poster.scene.texts if fit.slot == "headline")
            for side in SIDES
        ]

        assert sizes[0] == pytest.approx(sizes[1], rel=0.02), language


@pytest.mark.parametrize("key", ["bleed", "photo-dark", "logo-contrast"])
def test_a_picture_is_whole_and_of_a_known_size(easel, key):
    """It has width and height, fetches nothing, and holds no script."""
    for side in SIDES:
        svg = easel.svg(key, side, "nl")

        assert re.match(rf'<svg xmlns="http://www\.w3\.org/2000/svg" width="{WIDTH}" height="45\d" viewBox=', svg)
        assert all(found.startswith(("#", "data:image/")) for found in re.findall(r'href="([^"]*)"', svg))
        assert "<script" not in svg


def test_the_same_example_gives_the_same_bytes(easel):
    """Pictures are kept by kit and program: nothing else may change them."""
    assert Easel(easel.brand).svg("photo-contrast", "wrong", "fr") == easel.svg("photo-contrast", "wrong", "fr")


def test_another_kit_has_other_examples(easel, other):
    """Colours, letters and words come from the kit; what it has nothing for is left out."""
    assert other.svg("capitals", "wrong", "en") != easel.svg("capitals", "wrong", "en")
    palette = {ink.srgb.hex for ink in other.brand.palette.values()}
    assert set(re.findall(r'fill="(#[0-9a-f]{6})"', other.svg("capitals", "wrong", "en"))) <= palette
    assert "Block" in other.judged("brand-spelling", "wrong", "nl").finding.message.nl


def test_verdicts_come_from_behind_the_fence(workshop, easel):
    """All at once and as bytes; each is what the engine says of that very picture."""
    found = verdicts(workshop.showcase.judge_all("en"))

    assert set(found) == set(examples())
    for key in ("overset", "photo-dark", "imprint"):
        assert found[key].message == easel.judged(key, "wrong", "en").finding.message.en
    assert (found["photo-dark"].severity, found["photo-dark"].fix) == ("warning", "Improve the light")


def test_a_kit_without_the_means_shows_fewer_examples(workshop):
    """A kit that flags no word has no example of one, and the page goes on."""
    shop = Showcase(Catalog(OTHER, ()), workshop.fence)

    found = verdicts(shop.judge_all("nl"))

    assert "flagged-word" not in found
    assert {"capitals", "bleed", "off-palette", "pair-contrast", "qr-contrast", "photo-too-coarse"} <= set(found)
    assert shop.version != workshop.showcase.version
