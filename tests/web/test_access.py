"""Whose poster it is, forged requests, budgets, and friendly errors."""

import io
import json
import re
from dataclasses import replace
from html import unescape

import pytest
from flask import Flask
from house import create_app
from sqlalchemy import text

from app.engine.photo import proof_jpeg
from app.extensions import visitor_address
from app.services import upload_views
from app.web.logs import short_address


@pytest.mark.parametrize(
    "path", ["/affiche", "/affiche/{id}", "/affiche/{id}/voorbeeld", "/affiche/{id}/bestand", "/affiche/{id}/wis"]
)
def test_a_form_without_its_token_is_refused(maker, path):
    """No other site can press a button in a visitor's name."""
    address = path.format(id=maker.address.rsplit("/", 1)[1])

    answer = maker.client.post(address, data={"template": "portret", "do": "save", "text.headline": "Vals"})

    assert answer.status_code == 400
    assert maker.client.get(maker.address).status_code == 200
    assert maker.typed("text.headline") == ""


def test_an_expired_form_of_ours_is_kept_and_can_be_sent_again(maker):
    """A page that stood open too long loses nothing; a stranger's form is not put before the visitor."""
    data = {"text.headline": "Lang geleden getypt", "csrf_token": "old"}

    ours = maker.client.post(maker.address, data=data, headers={"Origin": "http://localhost"})
    strangers = maker.client.post(maker.address, data=data, headers={"Origin": "https://evil.example"})

    assert "Lang geleden getypt" in ours.text
    assert re.search(r'name="csrf_token" value="(?!old)[^"]+"', ours.text)
    assert "Lang geleden getypt" not in strangers.text


def test_a_stranger_sees_nothing_of_a_poster(maker, stranger, photo_jpeg):
    """Everything of it is closed, and the answer is that of a poster that never was."""
    maker.send(**{"photo.photo.upload": (io.BytesIO(photo_jpeg), "me.jpg")})
    picture = re.search(r'src="(/affiche/[^"]+-240)"', maker.client.get(maker.address).text)[1]
    token = stranger.token()

    reads = [maker.address + path for path in ("", "/download", "/download/a3/print", "/wis")] + [picture]
    answers = [stranger.client.get(address) for address in reads]
    writes = ["", "/voorbeeld", "/bestand", "/wis"]
    answers += [stranger.client.post(maker.address + path, data={"csrf_token": token}) for path in writes]

    never = stranger.client.get("/affiche/" + "0" * 32)
    assert [answer.status_code for answer in answers] == [404] * 9
    assert heading(never) == heading(answers[0]) == "Deze affiche kunnen we je niet tonen"
    assert maker.client.get(maker.address).status_code == 200


def heading(answer):
    return re.search(r"<h1>(?:<[^>]+>)?([^<]+)", answer.text)[1]


def test_a_picture_of_another_poster_is_closed_to_ones_own(visitor, photo_jpeg):
    """Holding one poster opens no picture of another, even for the same visitor."""
    first = visitor.begin()
    visitor.send(**{"photo.photo.upload": (io.BytesIO(photo_jpeg), "me.jpg")})
    picture = re.search(r'src="(/affiche/[^"]+-240)"', visitor.client.get(first).text)[1]
    second = visitor.begin()

    assert visitor.client.get(picture).status_code == 200
    assert visitor.client.get(picture.replace(first, second)).status_code == 404
    assert visitor.client.get(picture.replace("-240", "-9999")).status_code == 404


def test_a_resume_link_opens_the_poster_on_another_device(maker, stranger):
    """Who has the link goes on; both devices then hold the poster."""
    maker.send(text__headline="Begonnen op de computer")
    link = re.search(r'class="resume" readonly value="http://localhost([^"]+)"', maker.client.get(maker.address).text)[
        1
    ]

    assert stranger.client.get(link[:-3] + "abc").status_code == 404
    answer = stranger.client.get(link)

    assert answer.status_code == 303
    assert answer.location == maker.address
    assert "Begonnen op de computer" in stranger.client.get(maker.address).text
    assert "Begonnen op de computer" in maker.client.get(maker.address).text


@pytest.fixture
def visitor_of(settings, open_house, visitor):
    """A function that gives a visitor of an installation with other settings."""

    def visit(**changes):
        changed = replace(settings, **changes)
        return type(visitor)(create_app(changed, open_house(changed)).test_client())

    return visit


@pytest.mark.parametrize(
    ("proxies", "forged"), [(0, {"Host": "evil.example"}), (1, {"X-Forwarded-Host": "evil.example"})]
)
def test_a_resume_link_uses_the_address_that_visitors_know(visitor_of, proxies, forged):
    """Behind a proxy the link holds the public address, whatever the request says."""
    visitor = visitor_of(base_url="http://affiche.example.be", proxies=proxies)
    visitor.begin()

    # A browser with its own rules would not send the cookie to another host.
    bare = visitor.client.application.test_client(use_cookies=False)
    session = {"Cookie": f"affiche={visitor.client.get_cookie('affiche').value}"}

    page = bare.get(visitor.address, headers={**session, **forged}).text
    turned = bare.get("/sjablonen//portret", headers=forged)

    assert 'class="resume" readonly value="http://affiche.example.be/affiche/' in page
    assert "evil.example" not in page
    assert turned.headers["Location"] == "http://affiche.example.be/sjablonen/portret"


def test_only_a_page_at_the_public_address_gets_its_form_back(visitor_of):
    """A stranger's page cannot pass for ours by naming its own host to us."""
    visitor = visitor_of(base_url="http://affiche.example.be")
    visitor.begin()
    data = {"text.headline": "Lang geleden getypt", "csrf_token": "old"}

    def refused(origin, host):
        return visitor.client.post(visitor.address, data=data, headers={"Origin": origin, "Host": host}).text

    assert "Lang geleden getypt" in refused("http://affiche.example.be", "localhost")
    assert "Lang geleden getypt" not in refused("http://evil.example", "evil.example")


def test_previews_renders_and_uploads_have_budgets_of_their_own(visitor_of):
    """Who used up the previews can still download, and is told when to come back."""
    visitor = visitor_of(preview_rate="3 per minute", render_rate="2 per minute")
    visitor.begin()
    visitor.send("save")

    previews = [visitor.send("preview", path="/voorbeeld").status_code for _ in range(3)]
    told = visitor.send("preview", path="/voorbeeld")
    files = [visitor.client.get(visitor.address + "/download/square/screen").status_code for _ in range(3)]

    assert previews == [200, 200, 429]
    assert int(told.headers["Retry-After"]) >= 1
    assert "Even ademhalen" in told.text
    assert files == [200, 200, 429]


@pytest.mark.parametrize(
    ("address", "counted"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"), ("", "unknown")],
)
def test_a_budget_is_counted_for_a_household(address, counted):
    """One IPv6 connection has more addresses than any budget has room for; they count as one."""
    with Flask("any").test_request_context(environ_base={"REMOTE_ADDR": address}):
        assert visitor_address() == counted


def test_pages_that_draw_a_preview_have_a_budget(visitor_of):
    """Nobody gets past the budget of previews by opening the editor again and again."""
    visitor = visitor_of(page_rate="3 per minute")
    visitor.begin()

    opened = [visitor.client.get(visitor.address + path).status_code for path in ("", "/download", "", "/download")]

    assert opened == [200, 200, 200, 429]


def test_small_pictures_have_a_budget_and_are_made_once(visitor_of, photo_jpeg, monkeypatch):
    """A photo that was shown costs no decoding any more, and is still shown to its holder alone, while it is kept."""
    visitor = visitor_of(picture_rate="4 per minute")
    visitor.begin()
    visitor.send(**{"photo.photo.upload": (io.BytesIO(photo_jpeg), "me.jpg")})
    picture = re.search(r'src="(/affiche/[^"]+-240)"', visitor.client.get(visitor.address).text)[1]
    made = []
    monkeypatch.setattr(upload_views, "proof_jpeg", lambda *args, **keys: made.append(1) or proof_jpeg(*args, **keys))

    first, again = visitor.client.get(picture), visitor.client.get(picture)
    strangers = visitor.client.application.test_client().get(picture)
    visitor.client.post(visitor.address + "/wis", data={"csrf_token": visitor.token(visitor.address)})
    wiped, over = visitor.client.get(picture), visitor.client.get(picture)

    assert (first.status_code, first.data, len(made)) == (200, again.data, 1)
    assert first.headers["Cache-Control"] == "private, max-age=3600"
    assert [answer.status_code for answer in (strangers, wiped, over)] == [404, 404, 429]


def test_a_request_that_is_too_large_is_told_before_it_is_read(visitor_of):
    """The page says how large a file may be."""
    visitor = visitor_of(request_mb=1, photo_mb=1)
    visitor.begin()

    body, kind = b"0" * 4_500_000, "multipart/form-data; boundary=edge"
    answer = visitor.client.post(visitor.address, data=body, content_type=kind)

    assert answer.status_code == 413
    assert "hoogstens 1 MB" in answer.text
    assert f'href="{visitor.address}"' in answer.text
    assert "knop Vorige" in answer.text


def test_a_form_with_too_many_parts_or_too_much_text_is_refused(maker):
    """A flood of fields costs no more than counting them."""
    many = maker.send(**{f"x{number}": "y" for number in range(300)}, **{"photo.photo.upload": (io.BytesIO(b""), "")})
    long = maker.send(text__headline="a" * 400_000)

    assert (many.status_code, long.status_code) == (413, 413)


@pytest.mark.parametrize("name", ["../poster_templates/portret", "{folder}/portret", "nergens", "", "."])
def test_only_offered_templates_can_be_begun(visitor, workshop, name):
    """A path, which the command line takes, opens nothing here."""
    folder = workshop.catalog.template_folders[0]
    data = {"csrf_token": visitor.token(), "template": name.format(folder=folder)}

    assert visitor.client.post("/affiche", data=data).status_code == 404


def test_a_wrong_method_is_a_friendly_page(client):
    """The page leads back, and machines are told what is allowed."""
    answer = client.get("/affiche/een-affiche/vormen")

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "OPTIONS, POST"
    assert "Naar de sjablonen" in answer.text


@pytest.mark.parametrize(("error", "status"), [(RuntimeError("of An Peeters"), 500), (OSError(28, "full"), 503)])
def test_a_crash_keeps_the_form_and_tells_no_secret(maker, services, monkeypatch, error, status):
    """The visitor can send the same form again; neither page nor log holds what the error says."""

    def crash(*_args, **_keywords):
        raise error

    monkeypatch.setattr(type(services.posters), "save", crash)
    monkeypatch.setitem(maker.client.application.config, "PROPAGATE_EXCEPTIONS", False)
    token = maker.token(maker.address)

    answer = maker.client.post(
        maker.address,
        data={"csrf_token": token, "revision": "0", "do": "save", "text.headline": "Niet kwijt"},
        headers={"Origin": "http://localhost"},
    )

    assert answer.status_code == status
    assert 'name="text.headline" value="Niet kwijt"' in answer.text
    assert "An Peeters" not in answer.text
    assert answer.headers["X-Request-Id"] in answer.text
    assert ("Retry-After" in answer.headers) == (status == 503)


@pytest.mark.parametrize(
    "question", ["?formaat=a3", "?a=1&a=2", "?naar=https%3A%2F%2Fcare-er.be%2F", "?vraag=waarom%3F", "?b=%26x%3D1", ""]
)
def test_the_same_address_is_offered_after_a_fault_that_passes(maker, services, monkeypatch, question):
    """Every sign of it, the last ones too."""

    def crash(*_args):
        raise OSError(28, "full")

    monkeypatch.setattr(type(services.posters), "get", crash)
    answer = maker.client.get(maker.address + question)

    (again,) = re.findall(r'<a class="action" href="([^"]+)">Probeer opnieuw', answer.text)
    assert answer.status_code == 503
    assert unescape(again) == maker.address + question


@pytest.mark.parametrize("path", ["//evil.example/x%0d%0a", "/%5Cevil.example"])
def test_no_address_leads_to_another_site_after_a_fault(client, monkeypatch, path):
    """A browser would read two slashes, or a slash and a backslash, as the beginning of a host."""

    def crash():
        raise OSError(28, "full")

    monkeypatch.setitem(client.application.before_request_funcs, None, [crash])
    answer = client.get(path)

    (again,) = re.findall(r'<a class="action" href="([^"]+)">Probeer opnieuw', answer.text)
    assert re.match(r"/[a-z%]", again)


def test_a_database_that_does_not_answer_is_no_crash(maker, services):
    """The visitor is asked to come back; pages without posters still work."""
    with services.database.engine.begin() as connection:
        connection.execute(text("DROP TABLE draft_uploads"))

    answer = maker.client.get(maker.address)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert maker.client.get("/").status_code == 200


def test_the_log_knows_pages_but_no_people(maker, settings):
    """One line for each request: no text, no id of a poster, only the beginning of an address."""
    maker.send(text__headline="Geheime titel")

    lines = [json.loads(line) for file in (settings.data / "logs").iterdir() for line in file.read_text().splitlines()]

    posted = [line for line in lines if line["method"] == "POST"][-1]
    assert posted["page"] == "/affiche/<poster_id>"
    assert posted["from"] == "127.0.0.0/24"
    assert posted["status"] == 303
    everything = json.dumps(lines)
    assert "Geheime" not in everything
    assert maker.address.rsplit("/", 1)[1] not in everything


@pytest.mark.parametrize(
    ("address", "short"),
    [("203.0.113.77", "203.0.113.0/24"), ("2001:db8:1:2:3::4", "2001:db8:1::/48"), ("unknown", ""), (None, "")],
)
def test_addresses_are_cut_short(address, short):
    """A /24 and a /48 say where from, not who."""
    assert short_address(address) == short
