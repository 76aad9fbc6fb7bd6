"""The page about the house style: the brand from its kit, every rule with its pair of pictures."""

import re
from dataclasses import replace
from html import unescape

import pytest
from house import HouseOpener, Settings, create_app
from other_brand import OTHER

from app.services.showcase import CHAPTERS, shown_rules
from app.web.house_style import warm
from app.web.security import CONTENT_SECURITY_POLICY


@pytest.fixture(scope="module")
def client(workshop, tmp_path_factory):
    """A visitor to one installation, whose pictures and sentences are made once."""
    settings = Settings(data=tmp_path_factory.mktemp("house-style") / "data", secret_key="only-for-tests")
    opener = HouseOpener(workshop)
    yield create_app(settings, opener(settings)).test_client()
    opener.close()


@pytest.fixture(scope="module")
def shown(client):
    """The page as a visitor gets it."""
    return client.get("/huisstijl").text


def pictures(page):
    return [unescape(found) for found in re.findall(r'<img src="(/huisstijl/[^"]+)"', page)]


def test_every_rule_stands_there_with_reason_weight_and_source(shown):
    """Its code is its anchor: findings link to it."""
    text = unescape(shown)

    for rule in shown_rules():
        assert f'<article class="rule" id="{rule.code}"' in text
        assert all(said.nl in text for said in (rule.title, rule.why, rule.weighs, rule.source)), rule.key


def test_every_rule_has_a_wrong_and_a_right_picture_and_the_engines_sentence(shown):
    """Two sides a rule, each at an address of its own that is asked for when it comes into sight."""
    examples = [address for address in pictures(shown) if "/letter/" not in address]

    assert len(examples) == 2 * len(shown_rules())
    assert sum("/fout.svg" in address for address in examples) == len(shown_rules())
    lazy = re.findall(r'<img src="/huisstijl/[^>]*width="\d+" height="\d+" loading="lazy"', shown)
    assert len(lazy) == len(pictures(shown))
    assert "Je schreef “Career”. Het merk heet “Careēr”" in unescape(shown)


def test_links_within_the_page_lead_somewhere(shown):
    """Contents, chapters and rules; every id once."""
    ids = re.findall(r'\bid="([^"]+)"', shown)

    assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_picture_is_made_once_and_kept_by_its_address(client, shown, monkeypatch):
    """The second visitor gets the first one's bytes; browsers ask no more."""
    address = next(found for found in pictures(shown) if "/brand-spelling/" in found)
    first = client.get(address)
    monkeypatch.setattr("app.services.showcase.Showcase.draw", None)

    again = client.get(address)

    assert first.mimetype == "image/svg+xml"
    assert first.data == again.data
    assert "immutable" in again.headers["Cache-Control"]
    assert again.headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY


def test_every_picture_of_the_brand_can_be_had(client, shown):
    """One specimen a type style."""
    specimens = [address for address in pictures(shown) if "/letter/" in address]

    assert len(specimens) == len(client.application.extensions["affiche"].catalog.brand.styles)
    assert {client.get(address).status_code for address in specimens[:3]} == {200}


@pytest.mark.parametrize(
    "address",
    [
        "/huisstijl/nothing/nl/fout.svg",
        "/huisstijl/bleed/de/fout.svg",
        "/huisstijl/bleed/nl/beter.svg",
        "/huisstijl/letter/comic-nl.svg",
    ],
)
def test_what_is_not_there_is_not_drawn(client, address):
    """Nobody fills the cache with names of their own."""
    assert client.get(address).status_code == 404


def test_the_page_goes_on_without_its_pictures(client, monkeypatch):
    """While nothing can be drawn, the rules can still be read."""
    from app.isolation import WorkerBusy
    from app.services.not_made import NotMade

    def busy(self, language):
        raise NotMade(WorkerBusy("full"))

    monkeypatch.setattr("app.services.showcase.Showcase.judge_all", busy)

    answer = client.get("/huisstijl", headers={"Accept-Language": "fr"})

    assert answer.status_code == 200
    assert 'id="brand-spelling"' in answer.text
    assert "fout.svg" not in answer.text


def test_it_is_judged_before_anybody_asks(client, monkeypatch):
    """A server that has started finds the sentences kept, in every language."""
    warm(client.application)
    monkeypatch.setattr("app.services.showcase.Showcase.judge_all", None)

    for tongue in ("nl", "fr", "en"):
        assert "/brand-spelling/" in client.get("/huisstijl", headers={"Accept-Language": tongue}).text


def test_a_server_starts_while_nothing_can_be_judged(client, monkeypatch):
    """Whoever asks later has it made then."""
    from app.isolation import WorkerBusy
    from app.services.not_made import NotMade

    def busy(self, language):
        raise NotMade(WorkerBusy("full"))

    monkeypatch.setattr("app.services.showcase.Showcase.version", "another")
    with monkeypatch.context() as full:
        full.setattr("app.services.showcase.Showcase.judge_all", busy)
        warm(client.application)
        meanwhile = client.get("/huisstijl").text
    later = client.get("/huisstijl").text

    assert ("/brand-spelling/" in meanwhile, "/brand-spelling/" in later) == (False, True)


def test_every_group_of_rules_is_open_as_it_comes(shown):
    """Who runs no scripts finds every rule where a link leads."""
    chapters = re.findall(r'<details class="rule-chapter"([^>]*)>', shown)

    assert len(chapters) == len(CHAPTERS)
    assert all(chapter.endswith(" open") for chapter in chapters)


def test_limits_that_no_table_holds_are_told(client, shown):
    """Bleed, ink, lines, black, codes: as the kit and its print shops have them; and how ink is saved."""
    kit, text = client.application.extensions["affiche"].catalog.brand, unescape(shown)
    told = dict(re.findall(r"<dt>([^<]+)</dt><dd><strong>([^<]+)</strong>", text))

    assert told["Kleur over de rand (afloop)"] == f"{kit.print.bleed:g}–{kit.widest_bleed:g}\N{NO-BREAK SPACE}mm"
    assert told["Inkt op één plek, hoogstens"] == "280–300\N{NO-BREAK SPACE}%"
    assert told["Grote zwarte vlakken"] == "60/40/40/100, vanaf 15 mm"
    assert told["Dunste lijn"] == "0,25 pt"
    assert told["Woordmerk, grootste breedte op A3"] == "106 mm"
    assert told["Verantwoordelijke uitgever"] == "vanaf A4"
    assert "Een vlak vanaf 10 % van het blad" in text
    saved = text[text.index('class="savings"') :]
    assert all(f'fill="{kit.palette[name].srgb.hex}"' in saved for name in kit.saving.grounds)


def test_colours_have_a_name_in_each_language(client):
    """In the palette, beside the pairs, and in what the engine says of a pair."""
    text = unescape(client.get("/huisstijl", headers={"Accept-Language": "fr"}).text)

    assert "<strong>corail</strong>" in text
    assert "<h4>Sur soleil</h4>" in text
    assert "(crème sur soleil)" in text
    assert not re.search(r"\b(?:koraal|munt|wit|zwart)\b", re.sub(r"<[^>]*>", "", text))


@pytest.mark.parametrize("page", ["huisstijl", "hulp", "toegankelijkheid", "privacy"])
def test_a_link_can_name_the_language(client, page):
    """For whoever follows it; and from there every language can be chosen."""
    visitor = client.application.test_client()

    french = visitor.get(f"/fr/{page}", headers={"Accept-Language": "nl"})

    assert french.status_code == 200
    assert '<html lang="fr">' in french.text
    assert f'href="/{page}?taal=nl"' in french.text


def test_colours_pairs_and_measures_are_those_of_the_kit(client, shown):
    """Every colour with its inks, every pair, every style, every sheet size."""
    kit, text = client.application.extensions["affiche"].catalog.brand, unescape(shown)

    for name, ink in kit.palette.items():
        assert f"<strong>{name}</strong>" in text
        assert f"<dd>{ink.srgb.hex}</dd>" in text
    pairs = text[text.index('id="paren"') : text.index('id="letters"')]
    assert pairs.count(">Aa</text>") == len(kit.pairs)
    assert text.count("alleen groot") == sum(pair.large_only for pair in kit.pairs)
    assert all(f'<th scope="row">{key}</th>' in text for key in kit.styles)
    assert "<td>0,55</td>" in text


def test_another_kit_gives_another_page(settings):
    """With another kit in the settings all of it is that kit's, and what it has nothing for is left out."""
    app = create_app(replace(settings, brand=OTHER, templates=()))
    page = unescape(app.test_client().get("/huisstijl", headers={"Accept-Language": "en"}).text)
    app.extensions["affiche"].close()

    assert "What makes Blok recognisable" in page
    assert all(name in page for name in ("papier", "nacht", "PANTONE Warm Red C"))
    assert "aubergine" not in page
    assert 'id="balk"' not in page
    assert 'id="flagged-word"' in page
    assert "/flagged-word/en/" not in page
    assert "/capitals/en/fout.svg" in page


def test_the_foot_of_every_page_leads_there(client):
    """Who wants to know what the brand asks finds it from anywhere."""
    assert '<a href="/huisstijl">Huisstijl</a>' in client.get("/hulp").text
