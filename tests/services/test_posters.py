"""Posters in the making belong to the sessions that hold them, and nothing is overwritten in silence."""

from dataclasses import replace

import pytest

from app.engine.content import LogoChoice, PhotoChoice, QrChoice, Text
from app.services.poster import Turn
from app.services.posters import Changed, Gone, NotYours, Posters, TooManyFiles

ANN, BOB = "session-of-ann", "session-of-bob"


@pytest.fixture
def posters(services, files, clock):
    return Posters(services.database, files, "secret", days=30, most_files=3, clock=clock)


@pytest.fixture
def template(workshop):
    return workshop.catalog.get("portret")


@pytest.fixture
def poster(posters, template):
    return posters.create(template, "nl", ANN)


def with_text(content, text):
    return replace(content, texts={**content.texts, "headline": Text(text=text)})


def test_a_new_poster_has_the_defaults_of_its_template(poster, template):
    """Nothing is typed yet; what the template proposes is chosen."""
    assert (poster.template, poster.template_version, poster.revision) == ("portret", template.version, 0)
    assert poster.content.language == "nl"
    assert poster.content.qrs == {"qr": QrChoice(url="https://care-er.be")}
    assert not poster.content.texts


def test_a_poster_keeps_the_day_it_was_begun(posters, poster, clock):
    """Saving moves the days of its last change and of its end, never the first one."""
    begun = poster.created
    clock.now += 86_400

    saved = posters.save(poster.id, ANN, 0, with_text(poster.content, "Warm hart"))

    kept = posters.get(poster.id, ANN)
    assert (saved.created, saved.changed) == (kept.created, kept.changed) == (begun, begun + 86_400)


def test_ids_cannot_be_guessed(posters, template):
    """An id is 128 bits of chance in hex."""
    ids = {posters.create(template, "nl", ANN).id for _ in range(20)}

    assert len(ids) == 20
    assert all(len(found) == 32 and int(found, 16) >= 0 for found in ids)


def test_what_is_saved_comes_back(posters, poster):
    """Everything typed and chosen is there again, also words that belong to a picture still to be chosen."""
    content = replace(
        with_text(poster.content, "Warm hart,\nvast contract."),
        photos={"photo": PhotoChoice(file="brand:team-1", focus=(0.2, 0.3), zoom=1.5, alt="Een team", consent=True)},
        logos={"logo": LogoChoice(file="", plate="always", name="De Linde")},
    )

    saved = posters.save(poster.id, ANN, 0, content)

    assert saved.revision == 1
    assert posters.get(poster.id, ANN).content == content


def test_another_session_sees_nothing(posters, poster):
    """Who does not hold the poster can neither see nor change nor remove it."""
    with pytest.raises(NotYours):
        posters.get(poster.id, BOB)
    with pytest.raises(NotYours):
        posters.save(poster.id, BOB, 0, poster.content)
    with pytest.raises(NotYours):
        posters.attach(poster.id, BOB, "photo", "photo", "upload:" + "0" * 64)
    with pytest.raises(NotYours):
        posters.delete(poster.id, BOB)
    assert posters.get(poster.id, ANN) == poster


def test_a_resume_link_lets_another_session_in_and_keeps_the_first(posters, poster):
    """Both the phone and the computer hold the poster then."""
    resumed = posters.resume(poster.id, posters.resume_token(poster.id), BOB)

    assert resumed == posters.get(poster.id, BOB) == posters.get(poster.id, ANN)


def test_a_forged_resume_link_opens_nothing(posters, poster, template):
    """A token of another poster, or a changed one, is none."""
    other = posters.create(template, "nl", BOB)
    token = posters.resume_token(poster.id)

    # Not the last sign: it carries bits that mean nothing.
    changed = ("A" if token[0] != "A" else "B") + token[1:]
    for forged in (posters.resume_token(other.id), changed, ""):
        with pytest.raises(NotYours):
            posters.resume(poster.id, forged, BOB)


def test_a_save_over_a_newer_revision_is_told_and_not_done(posters, poster):
    """The second tab learns what is kept now; the first tab's words stay."""
    posters.save(poster.id, ANN, 0, with_text(poster.content, "Eerste"))

    with pytest.raises(Changed) as told:
        posters.save(poster.id, ANN, 0, with_text(poster.content, "Tweede"))

    assert told.value.current.content.texts["headline"].text == "Eerste"
    assert posters.get(poster.id, ANN).content.texts["headline"].text == "Eerste"


def test_saving_the_same_twice_is_no_conflict(posters, poster):
    """A form that is sent again after a lost answer does no harm."""
    content = with_text(poster.content, "Eerste")
    posters.save(poster.id, ANN, 0, content)

    assert posters.save(poster.id, ANN, 0, content).revision == 1


def test_a_page_may_save_over_what_it_saved_itself(posters, poster):
    """An answer that was lost, or not waited for, is no conflict."""
    posters.save(poster.id, ANN, 0, with_text(poster.content, "Eerste"), turn=Turn("een", 1))

    saved = posters.save(poster.id, ANN, 0, with_text(poster.content, "Tweede"), turn=Turn("een", 2))

    assert saved.content.texts["headline"].text == "Tweede"
    assert saved.turns == (Turn("een", 2),)
    assert saved.has_kept(Turn("een", 1))


def test_a_save_that_arrives_late_changes_nothing(posters, poster):
    """Of two saves of one page the later one stays, in whatever order they come."""
    posters.save(poster.id, ANN, 0, with_text(poster.content, "Tweede"), turn=Turn("een", 2))

    late = posters.save(poster.id, ANN, 0, with_text(poster.content, "Eerste"), turn=Turn("een", 1))

    assert late.content.texts["headline"].text == "Tweede"
    assert late.revision == 1


def test_a_page_does_not_save_over_what_came_after_it(posters, poster):
    """Once another page, or a form without scripts, has saved, the first one is told."""
    posters.save(poster.id, ANN, 0, with_text(poster.content, "Eerste"), turn=Turn("een", 1))
    posters.save(poster.id, ANN, 1, with_text(poster.content, "Tweede"))

    with pytest.raises(Changed):
        posters.save(poster.id, ANN, 1, with_text(poster.content, "Derde"), turn=Turn("een", 2))


def test_only_the_last_pages_are_remembered(posters, poster):
    """A poster on which somebody works for a month does not grow with every visit."""
    for number in range(20):
        posters.save(poster.id, ANN, number, with_text(poster.content, str(number)), turn=Turn(f"{number}", 1))

    assert [turn.page for turn in posters.get(poster.id, ANN).turns] == [f"{number}" for number in range(12, 20)]


def test_a_poster_is_gone_thirty_days_after_its_last_change(posters, poster, clock):
    """A change starts the time anew."""
    clock.now += 29 * 24 * 3600
    posters.save(poster.id, ANN, 0, with_text(poster.content, "Nog bezig"))
    clock.now += 29 * 24 * 3600
    assert posters.get(poster.id, ANN).revision == 1

    clock.now += 24 * 3600
    with pytest.raises(Gone):
        posters.get(poster.id, ANN)
    with pytest.raises(Gone):
        posters.resume(poster.id, posters.resume_token(poster.id), BOB)


@pytest.mark.parametrize("file", ["upload:" + "ab" * 32, "/etc/passwd", "../secret.jpg", "https://example.org/a.jpg"])
def test_a_file_that_was_not_sent_for_the_poster_is_left_out(posters, poster, file):
    """To know a digest, or a path, gives nobody a picture; the words typed with it stay."""
    content = replace(poster.content, photos={"photo": PhotoChoice(file=file, alt="Een vreemde")})

    saved = posters.save(poster.id, ANN, 0, content)

    assert saved.content.photos["photo"] == PhotoChoice(file="", alt="Een vreemde")


def test_a_poster_keeps_only_so_many_files(posters, poster, files):
    """A file that was sent before may come again when there is no room for a new one."""
    keys = ["upload:" + files.write(bytes([number])) for number in range(4)]
    for key in keys[:3]:
        posters.attach(poster.id, ANN, "photo", "photo", key)

    with pytest.raises(TooManyFiles):
        posters.attach(poster.id, ANN, "photo", "photo", keys[3])
    assert len(posters.attach(poster.id, ANN, "photo", "photo", keys[0]).uploads) == 3


def test_deleting_removes_the_files_that_no_other_poster_has(posters, poster, template, files):
    """Everything is gone at once, except what somebody else sent too."""
    small = files.write(b"small")
    own, shared = files.write(b"own", facts={"proof": small}), files.write(b"shared")
    other = posters.create(template, "nl", BOB)
    for digest in (own, shared):
        posters.attach(poster.id, ANN, "photo", "photo", "upload:" + digest)
    posters.attach(other.id, BOB, "photo", "photo", "upload:" + shared)

    posters.delete(poster.id, ANN)

    assert set(files.digests()) == {shared}
    with pytest.raises(Gone):
        posters.get(poster.id, ANN)


def test_a_copy_has_the_same_words_and_files_and_goes_its_own_way(posters, poster, files):
    """What is changed or wiped in one of the two stays as it is in the other."""
    digest = files.write(b"a photo")
    posters.attach(poster.id, ANN, "photo", "photo", "upload:" + digest)
    photo = PhotoChoice(file="upload:" + digest, consent=True)
    content = replace(with_text(poster.content, "Warm hart."), photos={"photo": photo})
    posters.save(poster.id, ANN, 0, content)

    copy = posters.copy(poster.id, ANN)
    posters.save(copy.id, ANN, copy.revision, with_text(copy.content, "Anders."))
    posters.delete(poster.id, ANN)

    kept = posters.get(copy.id, ANN)
    assert kept.content.texts["headline"].text == "Anders."
    assert kept.content.photos["photo"] == photo
    assert files.has(digest)


def test_nobody_copies_the_poster_of_another(posters, poster):
    """To know its address is not enough."""
    with pytest.raises(NotYours):
        posters.copy(poster.id, BOB)


def test_a_session_finds_the_posters_that_it_holds_newest_change_first(posters, poster, template, clock):
    """Those of others and those whose time is over are not among them."""
    clock.now += 60
    other = posters.create(template, "fr", ANN)
    posters.create(template, "nl", BOB)
    clock.now += 60
    posters.save(poster.id, ANN, 0, with_text(poster.content, "Warm hart."))

    assert [found.id for found in posters.held(ANN)] == [poster.id, other.id]
    clock.now += 30 * 24 * 3600 - 60
    assert [found.id for found in posters.held(ANN)] == [poster.id]
    assert posters.held("nobody") == ()
