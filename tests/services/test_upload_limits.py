"""How heavy a picture may be to be posted."""

from pathlib import Path

from app.engine.sheet import FORMATS
from app.services.upload_limits import (
    EASY_BYTES,
    UPLOAD_LIMITS,
    USUAL_BYTES,
    most_bytes_of,
    networks_by_limit,
    refusing,
)


def test_a_picture_to_post_goes_wherever_people_post():
    """Made to be posted: as light as the strictest asks. Paper and walls: as light as the others ask."""
    assert all(limit.most_bytes >= EASY_BYTES and limit.source for limit in UPLOAD_LIMITS)
    assert [most_bytes_of(FORMATS[key]) for key in ("square", "story", "wide")] == [EASY_BYTES] * 3
    assert [most_bytes_of(FORMATS[key]) for key in ("uhd", "a3")] == [USUAL_BYTES] * 2


def test_a_weight_says_who_takes_it():
    """Each network is named once, beside what it takes; one that takes less than a picture weighs refuses it."""
    named = [network for networks in networks_by_limit().values() for network in networks]

    assert sorted(named) == sorted(limit.network for limit in UPLOAD_LIMITS)
    assert list(networks_by_limit()) == sorted(networks_by_limit())
    assert refusing(EASY_BYTES) == ()
    assert refusing(2_100_000) == ("Bluesky",)
    assert set(refusing(100_000_000)) == set(named)


def test_the_document_tells_every_limit():
    """docs/pictures.md has a row for each network, with what it takes and who says so."""
    document = (Path(__file__).resolve().parents[2] / "docs/pictures.md").read_text(encoding="utf-8")

    for limit in UPLOAD_LIMITS:
        row = next(line for line in document.splitlines() if line.startswith(f"| {limit.network} |"))
        assert f"| {limit.most_bytes // 1_000_000} MB |" in row
        assert limit.source.partition(";")[0].split(",")[0].split(" ")[0] in row


def test_twice_the_pixels_may_weigh_more():
    """They are for a screen on a wall, not for a post."""
    assert most_bytes_of(FORMATS["story"], double=True) == USUAL_BYTES
