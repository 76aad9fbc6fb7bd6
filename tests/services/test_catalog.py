"""The catalogue: templates by name and by path, and what cannot be read."""

import logging
import os
import shutil

import pytest
from makers import BRAND, TINY
from versioned import untried

from app.engine.errors import TemplateError
from app.services.catalog import Catalog, UnknownTemplate
from app.services.publishing import publish


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(TINY, tmp_path / "templates" / "tiny")
    return tmp_path / "templates"


@pytest.fixture
def catalog(folder):
    return Catalog(BRAND, [folder])


def test_a_template_is_read_once(catalog):
    """Everyone who asks gets the same value."""
    assert catalog.get("tiny") is catalog.get("tiny")
    assert catalog.names() == ["tiny"]


def test_visitors_ask_by_name_only(catalog, folder, monkeypatch):
    """What a web address says is never a path on this machine."""
    monkeypatch.chdir(folder)

    for name in ("./tiny", str(folder / "tiny"), "..", "tiny/", ""):
        with pytest.raises(UnknownTemplate):
            catalog.get(name)


def test_who_sits_at_the_machine_may_name_a_folder(folder, monkeypatch):
    """By any path; a name of the catalogue wins."""
    monkeypatch.chdir(folder)
    elsewhere = Catalog(BRAND, [])

    assert {elsewhere.at(place).key for place in ("tiny", "./tiny", "tiny/", str(folder / "tiny"))} == {"tiny"}
    assert elsewhere.folder_of(elsewhere.at("tiny")) == (folder / "tiny").resolve()


def test_a_name_that_is_none_gives_the_nearest(catalog):
    """The sentence helps on."""
    with pytest.raises(UnknownTemplate, match="did you mean 'tiny'"):
        catalog.at("tinny")
    with pytest.raises(UnknownTemplate, match="there are: tiny"):
        catalog.at("zzzz")


def test_a_broken_template_does_not_take_the_gallery_down(catalog, folder, caplog):
    """The others are offered, the log names the fault."""
    shutil.copytree(folder / "tiny", folder / "bad")
    (folder / "bad" / "template.toml").write_text("version = 1")

    with caplog.at_level(logging.ERROR):
        offered = catalog.published()

    assert [template.key for template in offered] == ["tiny"]
    assert "bad/template.toml" in caplog.text
    with pytest.raises(TemplateError):
        catalog.get("bad")


def test_a_broken_template_is_told_once_and_offered_when_it_is_mended(catalog, folder, caplog):
    """The log does not fill with every visit, and nobody has to restart the server."""
    head = folder / "tiny" / "template.toml"
    whole = head.read_text()
    head.write_text("version = 1")
    with caplog.at_level(logging.ERROR):
        told = [len(caplog.records) for _ in range(3) if catalog.published() == ()]

    head.write_text(whole)
    os.utime(head, (1, head.stat().st_mtime + 2))

    assert told[0] == told[2] > 0
    assert [template.key for template in catalog.published()] == ["tiny"]


def test_drafts_are_not_offered(catalog, folder):
    """They can be had by name."""
    file = folder / "tiny" / "template.toml"
    file.write_text(file.read_text().replace('status = "published"', 'status = "draft"'))

    assert catalog.published() == ()
    assert catalog.get("tiny").status == "draft"


def test_a_sample_comes_with_its_folder(catalog, folder):
    """Dutch where a language has none of its own."""
    content, place = catalog.sample(catalog.get("tiny"), "fr")

    assert (content.language, place) == ("nl", (folder / "tiny").resolve())


def test_a_published_template_of_the_catalogue_needs_a_sample(catalog, folder, tmp_path):
    """The gallery would show it empty; elsewhere, and as a draft, it may do without."""
    publish(folder / "tiny", catalog.brand, tried=untried)
    (folder / "tiny" / "sample.toml").unlink()
    shutil.copytree(folder / "tiny", tmp_path / "elsewhere" / "tiny")
    assert [fault.where for fault in catalog.faults(())] == ["sample.toml"]
    assert [fault.where for fault in catalog.faults(["tiny"])] == ["sample.toml"]
    assert catalog.faults([str(tmp_path / "elsewhere" / "tiny")]) == ()

    head = folder / "tiny" / "template.toml"
    head.write_text(head.read_text().replace('status = "published"', 'status = "draft"'))

    assert catalog.faults(()) == ()


def test_a_template_without_a_sample_is_shown_empty(catalog, folder):
    """A stranger's template needs no sample to be seen."""
    (folder / "tiny" / "sample.toml").unlink()
    template = catalog.get("tiny")

    assert [catalog.sample(template, language)[0].language for language in ("ar", "de")] == ["ar", "nl"]


def test_a_template_of_another_catalogue_has_no_folder_here(catalog, tmp_path):
    """Nobody renders from a folder that was never read."""
    shutil.copytree(TINY, tmp_path / "other")
    stranger = Catalog(BRAND, []).at(str(tmp_path / "other"))
    (tmp_path / "templates" / "tiny" / "note.txt").write_text("so that the digests differ")

    with pytest.raises(UnknownTemplate):
        catalog.folder_of(stranger)
