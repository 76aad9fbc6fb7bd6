"""Posters and the versions of their templates: each stays as it is, until its maker wants otherwise."""

import logging
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from makers import PUBLISHER
from versioned import FIRST, SECOND, first_version, replace_in, restarts, second_version

from app.engine.content import QrChoice, Text
from app.engine.errors import TemplateError
from app.services.pieces import Piece
from app.services.poster import filled
from app.services.posters import Changed
from app.services.renewing import can_use, consequences, renewed

ANN = "session-of-ann"
DAY = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    """The folder of a published template."""
    return first_version(tmp_path)


@pytest.fixture
def reopened(folder, workshop, settings):
    """A function that starts the server anew on the same database and templates."""
    with restarts(workshop, folder) as start:
        yield lambda: start(settings)


@pytest.fixture
def poster(reopened):
    """A finished poster of the first version."""
    services = reopened()
    begun = services.posters.create(services.catalog.published()[0], "nl", ANN)
    content = replace(
        begun.content,
        texts={"headline": Text(text="Warm hart,\nvast contract."), "lead": Text(text="Bij jou in de buurt.")},
        choices={"ground": "koraal"},
        imprint=PUBLISHER,
    )
    return services.posters.save(begun.id, ANN, 0, content)


def kept_poster(services, poster):
    """Return the poster as it is kept, with its template, as every page opens it."""
    kept = services.posters.get(poster.id, ANN)
    return kept, services.catalog.get(kept.template, kept.template_version)


def files(services, poster):
    """Everything that is made of a poster."""
    kept, template = kept_poster(services, poster)
    content, rendering = filled(kept.content, template), services.rendering
    made = [
        rendering.artwork(template, content, format_key=key, destination=goal, date=DAY).data
        for key, goal in (("b2", "print"), ("square", "screen"))
    ]
    made.append(rendering.proof(template, content, format_key="a5", language="nl", date=DAY).data)
    bundle = services.bundles.open(template, content, language="nl", date=DAY, pieces=[Piece("a5", "web")])
    live = rendering.preview(template, content, "a3", lambda digest: digest).svg
    return [*made, b"".join(bundle.chunks), live.encode()]


def test_a_poster_renders_byte_for_byte_as_before(reopened, poster, folder):
    """Print file, pictures, proof, ZIP and preview, after the second version was installed."""
    before = files(reopened(), poster)

    second_version(folder)

    assert files(reopened(), poster) == before


def test_a_server_that_runs_goes_on_meanwhile(reopened, poster, folder):
    """It has read the first version; its workers find that in its new place."""
    services = reopened()
    before = files(services, poster)

    second_version(folder)

    assert files(services, poster) == before


def test_new_posters_take_the_newest_version(reopened, poster, folder):
    """And a copy that of the poster it is of."""
    second_version(folder)
    services = reopened()

    (offered,) = services.catalog.published()

    assert offered.version == SECOND
    assert services.posters.create(offered, "nl", ANN).template_version == SECOND
    assert services.posters.copy(poster.id, ANN).template_version == FIRST
    assert services.catalog.versions("tiny") == (FIRST, SECOND)


def test_while_a_version_is_a_draft_the_former_is_offered(reopened, folder):
    """The gallery shows its sample, and nobody is told of the draft."""
    second_version(folder, is_draft=True)
    services = reopened()

    (offered,) = services.catalog.published()

    assert offered.version == FIRST
    assert services.catalog.folder_of(offered) == folder / "versions" / str(FIRST)
    assert services.rendering.thumbnail(offered, "nl", "b2", 120, date=DAY).data
    assert services.catalog.standing(offered) == (None, False)
    assert services.catalog.get("tiny").status == "draft"


def test_faults_of_a_draft_touch_no_poster(reopened, poster, folder):
    """Whoever draws breaks nothing that is in use."""
    second_version(folder, is_draft=True)
    replace_in(folder / "a3.svg", "#196b5f", "#196b60")
    services = reopened()

    kept, template = kept_poster(services, poster)

    assert (kept.template_version, template.version) == (FIRST, FIRST)
    assert services.catalog.standing(template) == (None, False)
    with pytest.raises(TemplateError):
        services.catalog.get("tiny")


def test_a_retired_template_is_not_offered_and_still_renders(reopened, poster, folder):
    """Its posters are told."""
    before = files(reopened(), poster)
    replace_in(folder / "template.toml", 'status = "published"', 'status = "retired"')
    services = reopened()

    assert services.catalog.published() == ()
    assert services.catalog.standing(kept_poster(services, poster)[1]) == (None, True)
    assert files(services, poster) == before


def test_a_retired_template_retires_its_older_versions(reopened, poster, folder):
    """Nobody is led to a version that is not offered either."""
    second_version(folder)
    replace_in(folder / "template.toml", 'status = "published"', 'status = "retired"')
    services = reopened()

    _, template = kept_poster(services, poster)

    assert template.version == FIRST
    assert services.catalog.published() == ()
    assert services.catalog.standing(template) == (None, True)


def test_a_version_that_is_not_kept_gives_the_present_one(reopened, poster, folder, caplog):
    """The poster opens and renders with what it shares with that; the log says so, once."""
    second_version(folder)
    for file in sorted((folder / "versions").rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    services = reopened()

    with caplog.at_level(logging.WARNING):
        made = [kept_poster(services, poster)[1].version for _ in range(3)]
    _, template = kept_poster(services, poster)
    content = replace(
        filled(poster.content, template), texts={"headline": Text(text="Hier"), "place": Text(text="Gent")}
    )

    assert made == [SECOND] * 3
    assert [record.message for record in caplog.records] == [
        "tiny: version 3 is not kept, so that its posters open with the present one"
    ]
    assert services.rendering.artwork(template, content, format_key="a3", destination="screen", date=DAY).data


def test_a_poster_is_filled_with_what_its_template_has(reopened, poster, folder):
    """No slot, value or language of another version gets to the engine."""
    second_version(folder)
    template = reopened().catalog.get("tiny")
    content = replace(poster.content, language="xx", texts={**poster.content.texts, "photo": Text(text="odd")})

    found = filled(content, template)

    assert (found.language, set(found.texts), found.choices) == ("nl", {"headline"}, {})


def test_a_change_of_version_is_saved_like_any_other(reopened, poster, folder):
    """It raises the revision, and no page that was open before writes over it."""
    second_version(folder)
    services = reopened()

    saved = services.posters.save(poster.id, ANN, poster.revision, poster.content, version=SECOND)

    kept, template = kept_poster(services, poster)
    assert (kept.template_version, kept.revision, template.version) == (SECOND, poster.revision + 1, SECOND)
    assert saved == kept
    with pytest.raises(Changed):
        services.posters.save(poster.id, ANN, poster.revision, replace(poster.content, texts={}))


def test_there_and_back_gives_the_same_files(reopened, poster, folder):
    """Everything typed is kept, also what the newer version has no place for."""
    second_version(folder)
    services = reopened()
    before = files(services, poster)
    first, second = (services.catalog.get("tiny", number) for number in (FIRST, SECOND))

    there = services.posters.save(
        poster.id, ANN, poster.revision, renewed(poster.content, first, second), version=SECOND
    )
    services.posters.save(poster.id, ANN, there.revision, renewed(there.content, second, first), version=FIRST)

    assert there.content.texts == poster.content.texts
    assert there.content.qrs["extra"] == QrChoice(url="https://care-er.be/meer")
    assert files(services, poster) == before


def test_a_code_that_was_left_empty_stays_empty(reopened, poster, folder):
    """Only codes that are new get the address that the template proposes."""
    second_version(folder)
    catalog = reopened().catalog

    found = renewed(replace(poster.content, qrs={}), catalog.get("tiny", FIRST), catalog.get("tiny", SECOND))

    assert set(found.qrs) == {"extra"}


def test_what_a_newer_version_means_to_a_poster_is_told(reopened, poster, folder):
    """Lost slots that hold something, values, formats; what is too long, and what must be filled in."""
    second_version(folder)
    catalog = reopened().catalog

    found = consequences(poster.content, catalog.get("tiny", FIRST), catalog.get("tiny", SECOND))

    told = [(each.change, each.label.nl if each.label else "", each.value.nl if each.value else "") for each in found]
    assert told == [
        ("not-shown", "Zin", ""),
        ("too-long", "Titel", ""),
        ("to-fill-in", "Plaats", ""),
        ("value-gone", "Kleur", "Koraal"),
        ("formats-gone", "", ""),
    ]
    assert [format.key for format in found[-1].formats] == ["b2"]


def test_of_what_a_poster_does_not_use_nothing_is_told(reopened, poster, folder):
    """An empty slot, a short title, another colour."""
    second_version(folder)
    catalog = reopened().catalog
    texts = {"headline": Text(text="Kom."), "place": Text(text="Gent")}
    content = replace(poster.content, texts=texts, choices={"ground": "bos"})

    found = consequences(content, catalog.get("tiny", FIRST), catalog.get("tiny", SECOND))

    assert [each.change for each in found] == ["formats-gone"]


def test_a_version_that_lacks_the_language_of_a_poster_cannot_be_used(reopened, poster):
    """Its words would be set as those of another language."""
    template = reopened().catalog.get("tiny")

    assert can_use(poster.content, template)
    assert not can_use(replace(poster.content, language="tr"), template)


def test_a_link_shows_the_version_of_its_poster(reopened, poster, folder):
    """Whoever has it sees what the maker sees."""
    services = reopened()
    link = services.sharing.create(poster.id, ANN, "week", "b2")
    second_version(folder)

    shared = reopened().sharing.find(link.token)

    assert (shared.template, shared.template_version) == ("tiny", FIRST)
