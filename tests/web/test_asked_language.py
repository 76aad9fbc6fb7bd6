"""Which language a first visit is met in."""

import pytest


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("", "nl"),
        ("nl-BE,nl;q=0.9,en;q=0.8", "nl"),
        ("en-GB,en;q=0.9", "en"),
        ("FR-be", "fr"),
        ("ar,fr;q=0.7,nl;q=0.3", "fr"),
        ("uk-UA,tr;q=0.8,en;q=0.4", "en"),
        ("ar,uk;q=0.5", "nl"),
        ("*", "nl"),
        ("fr;q=0,en;q=0.1", "en"),
    ],
)
def test_a_first_visit_is_met_in_the_browsers_own_language(client, asked, language):
    """The first of the list that the interface speaks; who asks for none of them gets Dutch."""
    answer = client.get("/", headers={"Accept-Language": asked})

    assert f'<html lang="{language}">' in answer.text
    assert "Accept-Language" in answer.vary
    assert "Set-Cookie" not in answer.headers or "language" not in answer.headers["Set-Cookie"]


def test_what_was_chosen_goes_before_what_the_browser_asks(client):
    """The choice is kept, on every page."""
    client.get("/?taal=nl", headers={"Accept-Language": "en"})

    for address in ("/", "/hulp", "/sjablonen/trots"):
        assert '<html lang="nl">' in client.get(address, headers={"Accept-Language": "en"}).text
