"""Links that show a poster: made and stopped by who holds it, and over when their time is."""

from dataclasses import replace

import pytest

from app.engine.content import LogoChoice, PhotoChoice, Text
from app.services.posters import Gone, NotYours, Posters
from app.services.sharing import NotShared, Sharing, TooManyLinks, unagreed_photos
from app.store import purge
from app.store.purge import DAY, Retention

ANN, BOB = "session-of-ann", "session-of-bob"


@pytest.fixture
def posters(services, files, clock):
    return Posters(services.database, files, "secret", clock=clock)


@pytest.fixture
def sharing(services, posters, clock):
    return Sharing(services.database, posters, "secret", clock=clock)


@pytest.fixture
def poster(posters, workshop):
    return posters.create(workshop.catalog.get("portret"), "nl", ANN)


def save(posters, poster, **changes):
    kept = posters.get(poster.id, ANN)
    return posters.save(poster.id, ANN, kept.revision, replace(kept.content, **changes))


def with_photo(posters, files, poster, *, consent):
    """Save a poster with a photo."""
    digest = files.write(b"photo")
    posters.attach(poster.id, ANN, "photo", "photo", f"upload:{digest}")
    photo = PhotoChoice(file=f"upload:{digest}", alt="Een zorgkundige", consent=consent)
    save(posters, poster, photos={"photo": photo})


def test_a_link_shows_the_poster_as_it_is_now(sharing, posters, poster):
    """What is changed after the link was made is seen too, in the format that was chosen."""
    link = sharing.create(poster.id, ANN, "week", "square")
    save(posters, poster, texts={"headline": Text(text="Warm hart")})

    shown = sharing.find(link.token)

    assert (shown.template, shown.format_key, shown.until) == ("portret", "square", link.until)
    assert shown.content.texts["headline"].text == "Warm hart"
    assert not shown.lacks_photo


def test_a_link_works_on_whole_days(sharing, poster, clock):
    """Made at noon, a link for one day works until the end of tomorrow; the longest ends with the last whole day."""
    midnight = clock.now + DAY // 2

    assert sharing.ends(poster) == (
        ("day", midnight + DAY),
        ("week", midnight + 7 * DAY),
        ("longest", midnight + 29 * DAY),
    )


def test_a_link_never_outlives_its_poster(sharing, poster, clock):
    """Near the poster's end there is less to choose, and in its last hours only that end."""
    clock.now += 27 * DAY
    assert [end.span for end in sharing.ends(poster)] == ["day", "longest"]

    clock.now = poster.expires - 60
    assert sharing.ends(poster) == (("longest", poster.expires),)
    assert sharing.create(poster.id, ANN, "week", "a3").until == poster.expires


def test_a_link_is_over_when_its_time_is(sharing, poster, clock):
    """A second before it shows the poster, then nothing, and it is listed no more."""
    link = sharing.create(poster.id, ANN, "day", "a3")

    clock.now = link.until - 1
    assert sharing.find(link.token).until == link.until
    clock.now = link.until
    with pytest.raises(NotShared):
        sharing.find(link.token)
    assert sharing.links(poster.id, ANN) == ()


def test_a_share_keeps_no_poster_alive(sharing, posters, poster, clock, services, files, tmp_path):
    """Being looked at does not count as a change: the poster goes when it would, and its links with it."""
    link = sharing.create(poster.id, ANN, "longest", "a3")
    sharing.find(link.token)

    clock.now = poster.expires
    with pytest.raises(NotShared):
        sharing.find(link.token)
    purged = purge(services.database, files, tmp_path / "logs", Retention(), clock.now)

    assert (purged.drafts, purged.shares) == (1, 1)


def test_a_wiped_poster_is_shown_no_more(sharing, posters, poster):
    """At once, whatever time its link had left."""
    link = sharing.create(poster.id, ANN, "week", "a3")

    posters.delete(poster.id, ANN)

    with pytest.raises(NotShared):
        sharing.find(link.token)


def test_links_are_seen_again_by_who_holds_the_poster(sharing, posters, poster):
    """Newest first, with the same address, also on another device."""
    first, second = (sharing.create(poster.id, ANN, "week", name) for name in ("a3", "square"))
    posters.resume(poster.id, posters.resume_token(poster.id), BOB)

    assert {*sharing.links(poster.id, ANN)} == {first, second}
    assert sharing.links(poster.id, BOB) == sharing.links(poster.id, ANN)


def test_a_stopped_link_shows_nothing_and_others_go_on(sharing, poster):
    """Stopping twice is no mistake."""
    first, second = (sharing.create(poster.id, ANN, "week", name) for name in ("a3", "square"))

    sharing.stop(poster.id, ANN, first.id)
    sharing.stop(poster.id, ANN, first.id)

    with pytest.raises(NotShared):
        sharing.find(first.token)
    assert sharing.find(second.token).format_key == "square"
    assert sharing.links(poster.id, ANN) == (second,)


def test_only_who_holds_a_poster_makes_lists_and_stops_its_links(sharing, posters, poster, workshop):
    """To hold another poster, or to know the link, is not enough."""
    link = sharing.create(poster.id, ANN, "week", "a3")
    bobs = posters.create(workshop.catalog.get("portret"), "nl", BOB)

    for forbidden in (
        lambda: sharing.create(poster.id, BOB, "week", "a3"),
        lambda: sharing.links(poster.id, BOB),
        lambda: sharing.stop(poster.id, BOB, link.id),
    ):
        with pytest.raises(NotYours):
            forbidden()
    sharing.stop(bobs.id, BOB, link.id)
    assert sharing.find(link.token)
    with pytest.raises(Gone):
        sharing.links("0" * 32, ANN)


@pytest.mark.parametrize(
    "forge",
    [
        lambda token: "",
        lambda token: token[:-1],
        lambda token: token + "0",
        lambda token: token[:16] + "0" * 32,
        lambda token: token.upper(),
        lambda token: "é" * 48,
    ],
)
def test_a_forged_link_shows_nothing(sharing, poster, forge):
    """To know which links there are, as a stolen database tells, opens none of them."""
    link = sharing.create(poster.id, ANN, "week", "a3")

    with pytest.raises(NotShared):
        sharing.find(forge(link.token))


def test_another_secret_makes_other_links(sharing, services, posters, poster, clock):
    """What a link carries cannot be worked out without the installation's own secret."""
    link = sharing.create(poster.id, ANN, "week", "a3")
    elsewhere = Sharing(services.database, posters, "other", clock=clock)

    with pytest.raises(NotShared):
        elsewhere.find(link.token)
    assert [found.token == link.token for found in elsewhere.links(poster.id, ANN)] == [False]


def test_a_poster_has_ten_links_at_most(sharing, poster):
    """The eleventh is refused until one is stopped."""
    made = [sharing.create(poster.id, ANN, "week", "a3") for _ in range(10)]
    assert not sharing.has_room(sharing.links(poster.id, ANN))

    with pytest.raises(TooManyLinks):
        sharing.create(poster.id, ANN, "week", "a3")
    sharing.stop(poster.id, ANN, made[0].id)

    assert sharing.has_room(sharing.links(poster.id, ANN))
    assert sharing.create(poster.id, ANN, "week", "a3")


def test_a_photo_is_shown_only_with_consent(sharing, posters, files, poster):
    """Without it neither the picture nor its words are in what is shown; a yes, or its end, counts at once."""
    link = sharing.create(poster.id, ANN, "week", "a3")
    with_photo(posters, files, poster, consent=False)

    hidden = sharing.find(link.token)
    with_photo(posters, files, poster, consent=True)
    shown = sharing.find(link.token)
    with_photo(posters, files, poster, consent=False)

    assert (hidden.content.photos, hidden.lacks_photo) == ({}, True)
    assert ([*shown.content.photos], shown.lacks_photo) == (["photo"], False)
    assert sharing.find(link.token).lacks_photo


def test_drawings_and_logos_ask_for_no_consent(sharing, posters, files, poster):
    """Nobody's likeness is on them."""
    digest = files.write(b"logo")
    posters.attach(poster.id, ANN, "logo", "logo", f"upload:{digest}")
    saved = save(
        posters,
        poster,
        photos={"photo": PhotoChoice(file="brand:team-1")},
        logos={"logo": LogoChoice(file=f"upload:{digest}")},
    )

    shown = sharing.find(sharing.create(poster.id, ANN, "week", "a3").token)

    assert unagreed_photos(saved.content) == ()
    assert (shown.content, shown.lacks_photo) == (saved.content, False)


def test_a_copy_is_not_shared(sharing, posters, poster):
    """Whoever has the link sees the poster it was made for, and no other."""
    sharing.create(poster.id, ANN, "week", "a3")

    assert sharing.links(posters.copy(poster.id, ANN).id, ANN) == ()
