"""Everything of one poster in one ZIP: what is in it, what is left out and told, and how it is made."""

import io
import shutil
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from house import Settings
from makers import BRAND, NOBODY, TINY, make_content, photo
from PIL import Image

from app.engine.content import Imprint, QrChoice
from app.engine.pipeline import Options
from app.isolation import WorkerBusy, WorkerTimeout
from app.services.bundle import Bundles
from app.services.catalog import Catalog
from app.services.filenames import told_apart
from app.services.not_made import NotMade
from app.services.pieces import Piece, pieces_of, sensible_pieces
from app.services.purposes import WrongFormat
from app.services.rendered import ContentRejected
from app.services.rendering import Rendering
from app.services.uploads import Uploads
from app.store import FileStore

DATE = datetime(2027, 3, 1, 12, tzinfo=UTC)
WHOLE = make_content(
    headline="Warm hart",
    photo=photo("brand:team-1"),
    qr=QrChoice(url="https://care-er.be"),
    imprint=Imprint(
        name="An Maes", street="Markt 1", postcode="9000", town="Gent", organisation="Linde vzw", seat="Gent"
    ),
)
A5 = (Piece("a5", "print"), Piece("a5", "screen"))


@pytest.fixture
def desk(workshop, tmp_path):
    """Bundles of the tiny template, on the workers that all tests share."""
    folder = shutil.copytree(TINY, tmp_path / "templates" / "tiny")
    uploads = Uploads(FileStore(tmp_path / "files"), workshop.fence, Settings(data=tmp_path))
    catalog = Catalog(BRAND, [folder.parent])
    return Desk(Rendering(catalog, uploads, workshop.fence, wall_s=20), catalog.get("tiny"))


class Desk:
    """What a test needs to make bundles with."""

    def __init__(self, rendering, template):
        self.rendering, self.template = rendering, template

    def open(self, content=WHOLE, pieces=A5, language="nl", date=DATE, wishes=None, **more):
        return Bundles(self.rendering).open(
            self.template, content, pieces=pieces, language=language, date=date, wishes=wishes, **more
        )


def whole(bundle):
    """Return the ZIP."""
    return b"".join(bundle.chunks)


def texts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".txt")}


def test_every_format_goes_everywhere(desk):
    """All that the template can become, unless formats are chosen."""
    everything = pieces_of(desk.template)

    assert Piece("a3", "home") in everything
    assert Piece("square", "screen") in everything
    assert Piece("square", "print") not in everything
    assert pieces_of(desk.template, ["square"]) == (Piece("square", "screen"),)
    with pytest.raises(WrongFormat, match="has no format 'a0'"):
        pieces_of(desk.template, ["a0"])


def test_a_bundle_holds_whole_files_and_the_texts_that_go_along(desk):
    """In folders by what they are for; every program opens it."""
    bundle = desk.open()
    data = whole(bundle)

    assert (bundle.name, bundle.mimetype) == ("career-affiche-tiny-a5-alles-nl.zip", "application/zip")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "drukker/career-affiche-tiny-a5-drukker-nl.pdf",
            "scherm/career-affiche-tiny-a5-scherm-nl.png",
            "career-affiche-tiny-a5-website-nl.html",
            "drukker/nota-voor-de-drukker.txt",
            "drukker/career-affiche-tiny-drukopdracht-nl.pdf",
            "tekst-van-de-affiche.txt",
            "bericht-bij-de-afbeelding.txt",
            "LEES-MIJ.txt",
        ]
        for entry in archive.infolist():
            assert (entry.compress_type, entry.date_time) == (zipfile.ZIP_STORED, (2027, 3, 1, 12, 0, 0))
        with Image.open(archive.open("scherm/career-affiche-tiny-a5-scherm-nl.png")) as image:
            assert image.size == (1748, 2480)


def test_a_sensible_set_is_one_paper_and_two_pictures(desk):
    """Not every format in every way: what somebody looks at, and what can be posted."""
    a5, square = (next(one for one in desk.template.formats if one.key == key) for key in ("a5", "square"))

    assert sensible_pieces(desk.template, a5, a5) == (
        Piece("a5", "print"),
        Piece("a5", "home"),
        Piece("a5", "web"),
        Piece("square", "screen"),
    )
    assert sensible_pieces(desk.template, square, a5) == sensible_pieces(desk.template, a5, a5)


def test_whoever_sends_it_holds_little_at_a_time(desk):
    """A server still has the last run in hand while the next file is made, which may be a heavy one."""
    runs = list(desk.open(pieces=A5).chunks)

    assert max(map(len, runs)) <= 1 << 18
    with zipfile.ZipFile(io.BytesIO(b"".join(runs))) as archive:
        assert archive.testzip() is None


def test_files_are_made_as_they_were_asked_for(desk):
    """For a print shop of their own, on a sheet of cards; what a format cannot be is left as usual."""
    pieces = (Piece("a5", "print"), Piece("a5", "home"), Piece("a3", "home"))
    wishes = {"print": Options(shop="ongestreken", scale=10), "home": Options(up=True, gray=True)}
    bundle = desk.open(pieces=pieces, wishes=wishes)
    told = texts_of(whole(bundle))

    assert [file.path for file in bundle.made] == [
        "drukker/career-affiche-tiny-a5-drukker-nl-ongestreken.pdf",
        "thuis/career-affiche-tiny-a5-thuis-nl-2-op-a4-zwart-wit.pdf",
        "thuis/career-affiche-tiny-a3-thuis-nl-zwart-wit.pdf",
    ]
    assert "FOGRA29" in told["drukker/nota-voor-de-drukker.txt"]
    assert not any(name.endswith(".html") for name in told)


def test_every_way_has_its_file_for_home(desk):
    """What no sheet holds goes over sheets, small posters several on one; the read-me says how much paper that is."""
    pieces = tuple(Piece(key, "home") for key in ("b2", "a5", "a3"))
    bundle = desk.open(pieces=pieces)
    told = texts_of(whole(bundle))["LEES-MIJ.txt"]

    assert [file.path.partition("-tiny-")[2] for file in bundle.made] == [
        "b2-thuis-nl-8xa4.pdf",
        "a5-thuis-nl-2-op-a4.pdf",
        "a3-thuis-nl.pdf",
    ]
    assert "B2 (500 × 700\u00a0mm), 8 bladen A4 om aan elkaar te lijmen, en een blad uitleg: " in told
    assert "A5 (148 × 210\u00a0mm), 2 op één blad A4, om uit te knippen: " in told
    assert "A3 (297 × 420\u00a0mm), op één blad A4: " in told
    assert Piece("b2", "home") in pieces_of(desk.template)


def test_what_is_usual_for_one_format_is_no_wish_for_the_others(desk):
    """Who looked at an A3 in black gets A5 as always, in black; who asked for one large A5 gets it."""
    pieces = (Piece("a5", "home"),)
    a3, a5 = (next(one for one in desk.template.formats if one.key == key) for key in ("a3", "a5"))

    def named(wish, seen):
        bundle = desk.open(pieces=pieces, wishes={"home": wish}, wished_for=seen)
        bundle.chunks.close()
        return bundle.made[0].path.partition("thuis-nl")[2]

    assert named(Options(gray=True), a3) == "-2-op-a4-zwart-wit.pdf"
    assert named(Options(), a5) == ".pdf"


def test_files_are_named_as_they_are_elsewhere(desk):
    """The ZIP, what is in it, the page and the note carry the words of the title; the read-me names them all."""
    naming = told_apart("Careēr", "tiny", "Warm hart")
    bundle = desk.open(called=naming)
    data = whole(bundle)

    assert bundle.name == "career-affiche-tiny-warm-hart-a5-alles-nl.zip"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = [name.rpartition("/")[2] for name in archive.namelist() if not name.endswith(".txt")]
    assert len(files) == 4
    assert all(name.startswith("career-affiche-tiny-warm-hart-") for name in files)
    told = texts_of(data)["LEES-MIJ.txt"]
    assert [name for name in files if name not in told] == []


def test_the_files_are_those_that_are_made_one_by_one(desk):
    """Byte for byte, and so is the whole a second time."""
    one = whole(desk.open())
    alone = desk.rendering.artwork(desk.template, WHOLE, format_key="a5", destination="print", date=DATE)

    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.read(f"drukker/{alone.name}") == alone.data
    assert whole(desk.open()) == one


def test_a_bundle_is_made_while_it_is_read(desk, monkeypatch):
    """One file at a time: the second is only begun when the first has been taken away."""
    asked = []
    made = Rendering.artwork

    def watched(self, *args, **options):
        asked.append(options["destination"])
        return made(self, *args, **options)

    monkeypatch.setattr(Rendering, "artwork", watched)
    bundle = desk.open()
    pieces = iter(bundle.chunks)

    assert asked == ["print"]
    while not next(pieces).startswith(b"%PDF"):
        assert asked == ["print"]
    assert asked == ["print"]
    assert b"".join(pieces)
    assert asked == ["print", "screen"]


def test_what_rules_forbid_is_left_out_and_told(desk):
    """A poster without its publisher goes on screens, not in the street; the read-me says why."""
    bundle = desk.open(replace(WHOLE, imprint=NOBODY), [Piece("a3", "print"), Piece("square", "screen")])
    texts = texts_of(whole(bundle))

    assert [(left.format_key, left.destination) for left in bundle.left_out] == [("a3", "print")]
    assert [made.format_key for made in bundle.made] == ["square"]
    assert "imprint" in {finding.code for finding in bundle.findings}
    assert "WAT ONTBREEKT, EN WAAROM?" in texts["LEES-MIJ.txt"]
    assert "drukker/  A3\n  - Vul de verantwoordelijke uitgever aan" in texts["LEES-MIJ.txt"]
    assert "drukker/nota-voor-de-drukker.txt" not in texts


def test_nothing_ready_is_refused_with_every_finding(desk):
    """There is no empty ZIP."""
    with pytest.raises(ContentRejected) as rejected:
        desk.open(make_content())

    assert ("required", "headline") in {(found.code, found.slot) for found in rejected.value.findings}


def test_a_file_whose_making_was_stopped_is_left_out_and_told(desk, monkeypatch):
    """The rest is worth having; a broken download is not."""
    made = Rendering.artwork

    def stopping(self, *args, **options):
        if options["destination"] == "print":
            raise NotMade(WorkerTimeout())
        return made(self, *args, **options)

    monkeypatch.setattr(Rendering, "artwork", stopping)
    bundle = desk.open()

    assert "Dit bestand maken lukte nu niet." in texts_of(whole(bundle))["LEES-MIJ.txt"]
    assert [left.destination for left in bundle.left_out] == ["print"]


def test_a_bundle_of_which_nothing_could_be_made_says_why(desk, monkeypatch):
    """Before the first byte."""

    def busy(self, *args, **options):
        raise NotMade(WorkerBusy())

    monkeypatch.setattr(Rendering, "artwork", busy)

    with pytest.raises(NotMade, match="try again in a minute"):
        desk.open()


def test_a_format_that_does_not_go_there_is_told_before_anything_is_made(desk):
    """Whoever asks for it asks wrongly."""
    with pytest.raises(WrongFormat, match="it goes to: screen"):
        desk.open(pieces=[Piece("square", "print")])


@pytest.mark.parametrize(
    ("language", "read_me", "note", "words"),
    [
        ("nl", "LEES-MIJ.txt", "nota-voor-de-drukker.txt", "print op 100\u00a0%"),
        ("fr", "LISEZ-MOI.txt", "note-pour-l-imprimeur.txt", "imprimez à 100\u00a0%"),
        ("en", "READ-ME.txt", "note-for-the-print-shop.txt", "print at 100%"),
    ],
)
def test_a_bundle_speaks_the_language_of_its_reader(desk, language, read_me, note, words):
    """What each file is for, and what to do with it."""
    texts = texts_of(whole(desk.open(pieces=[Piece("a5", "print"), Piece("a5", "home")], language=language)))

    assert words in texts[read_me]
    assert note in texts[read_me]
    assert f"drukker/{note}" in texts


def test_the_note_says_what_a_print_shop_would_phone_for(desk):
    """Size, trim, bleed, colours, condition, fonts, paper, contact."""
    note = texts_of(whole(desk.open()))["drukker/nota-voor-de-drukker.txt"]

    for said in (
        "career-affiche-tiny-a5-drukker-nl.pdf",
        "Snijformaat: 148 × 210\u00a0mm (A5). Met afloop: 154 × 216\u00a0mm.",
        "Afloop: 3\u00a0mm",
        "hoogstens 300\u00a0%",
        "FOGRA39",
        "Lettertypes: ingesloten",
        "g/m²",
        "An Maes, Linde vzw",
    ):
        assert said in note


def test_a_date_before_the_first_day_of_zips_is_that_day(desk):
    """A build that sets its clock to zero makes a ZIP too."""
    data = whole(desk.open(date=datetime(1970, 1, 1, tzinfo=UTC)))

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_many_formats_leave_the_name_short(desk):
    """A few that were chosen are named, all of them are not."""
    every = [Piece(key, "screen") for key in ("a5", "a3", "b2", "square")]

    assert desk.open(pieces=every).name == "career-affiche-tiny-alles-nl.zip"
    assert desk.open(pieces=every[1:3]).name == "career-affiche-tiny-a3-b2-alles-nl.zip"
