"""Previews in this process, files behind the fence."""

import io
import shutil
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from house import Settings, open_workshop
from makers import BRAND, TINY, make_content, photo, svg
from PIL import Image

from app.engine.content import LogoChoice, QrChoice, read_content
from app.engine.content.media import Media
from app.engine.pipeline import Options
from app.isolation import FenceUnavailable, WorkerBusy, WorkerFailed, WorkerKilled, WorkerTimeout
from app.services.catalog import Catalog
from app.services.jobs import ChangedOnDisk, make_artwork
from app.services.not_made import NotMade
from app.services.order_desk import OrderDesk
from app.services.poster import UPLOAD_PREFIX as PREFIX
from app.services.purposes import WrongFormat
from app.services.rendered import ContentRejected
from app.services.rendering import IN_BETTER_LIGHT, Rendering
from app.services.uploads import Uploads
from app.store import FileStore

DATE = datetime(2027, 3, 1, 12, tzinfo=UTC)
SHADOW = svg(
    '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><rect width="80" height="30" filter="url(#f)"/>'
)


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(TINY, tmp_path / "templates" / "tiny")


@pytest.fixture
def desk(workshop, tmp_path, folder):
    """A rendering of the tiny template with a folder of its own, on the workers that all tests share."""
    uploads = Uploads(FileStore(tmp_path / "files"), workshop.fence, Settings(data=tmp_path))
    return Desk(Catalog(BRAND, [folder.parent]), uploads, workshop.fence)


class Desk:
    """What a test needs to render with."""

    def __init__(self, catalog, uploads, fence):
        self.catalog, self.uploads, self.fence = catalog, uploads, fence
        self.rendering = Rendering(catalog, uploads, fence, wall_s=20)
        self.template = catalog.get("tiny")

    def artwork(self, content=None, format="a3", goal="web"):
        given = content or sample()
        return self.rendering.artwork(self.template, given, format_key=format, destination=goal, date=DATE)


def sample(**changes):
    given = {"headline": "Warm hart", "photo": photo("brand:team-1"), "qr": QrChoice(url="https://care-er.be")}
    return make_content(**given | changes)


def test_a_file_has_a_name_a_type_and_its_findings(desk):
    """What a download needs."""
    made = desk.artwork()

    assert (made.name, made.mimetype) == ("career-affiche-tiny-a3-website-nl.pdf", "application/pdf")
    assert made.data.startswith(b"%PDF")
    assert [finding.code for finding in made.findings] == ["imprint"]


def test_a_refused_poster_comes_back_with_its_findings(desk):
    """They cross the fence whole."""
    with pytest.raises(ContentRejected) as rejected:
        desk.artwork(goal="print")

    assert [(finding.code, finding.slot) for finding in rejected.value.findings] == [("imprint", "imprint")]
    assert "uitgever" in rejected.value.findings[0].message.nl


@pytest.mark.parametrize(
    ("format", "goal", "message"),
    [
        ("a6", "print", "it has: a5, a3, b2, square"),
        ("square", "print", "it goes to: screen"),
        ("b2", "home", "it goes to"),
    ],
)
def test_a_format_that_is_not_served_is_told(desk, format, goal, message):
    """With those that are."""
    with pytest.raises(WrongFormat, match=message):
        desk.artwork(format=format, goal=goal)


def test_a_preview_shows_an_unfinished_poster(desk):
    """With what is still to be done."""
    preview = desk.rendering.preview(desk.template, make_content(), "a3", lambda digest: digest)

    assert preview.svg.startswith("<svg")
    assert {"required", "imprint"} <= {finding.code for finding in preview.findings}


def test_a_preview_asks_for_pictures_by_the_digest_of_their_upload(desk):
    """A photo by its own; the pixels of a logo as the logo they are of."""
    file = io.BytesIO()
    Image.new("RGB", (900, 900), (90, 120, 160)).save(file, "PNG")
    me, logo = desk.uploads.photo(file.getvalue()), desk.uploads.logo(SHADOW.encode())
    asked = []

    content = sample(photo=photo(me.key), logo=LogoChoice(file=logo.key))
    desk.rendering.preview(desk.template, content, "a3", lambda digest: asked.append(digest) or "x")

    assert asked == [me.key.removeprefix(PREFIX), logo.key.removeprefix(PREFIX)]
    for digest in asked:
        with Image.open(io.BytesIO(desk.rendering.photo_preview(digest, 300))) as shown:
            assert max(shown.size) == 300


def test_a_preview_asks_for_better_light_by_name_and_tells_how_far_a_photo_goes(desk):
    """The address says which picture is meant; the photo's place comes along for who crops."""
    file = io.BytesIO()
    Image.new("RGB", (900, 900), (20, 24, 30)).save(file, "PNG")
    me = desk.uploads.photo(file.getvalue())
    asked = []

    given = sample(photo=photo(me.key, light=True))
    preview = desk.rendering.preview(desk.template, given, "a3", lambda name: asked.append(name) or "x")

    assert asked == [me.key.removeprefix(PREFIX) + IN_BETTER_LIGHT]
    (view,) = preview.photos
    assert (view.slot, view.source, view.focus, view.better_light) == ("photo", me.source, me.source.focus, True)
    assert view.reach.largest.key == "b2"
    assert view.reach.sharp is None or view.reach.sharp.area_m2 <= view.reach.usable.area_m2


def test_preview_and_artwork_judge_alike(desk):
    """One rule engine, every door."""
    content = sample(headline="EEN HELE LANGE TITEL!! Kom nu!")
    preview = desk.rendering.preview(desk.template, content, "a3", lambda digest: digest, destination="web")

    assert desk.artwork(content).findings == preview.findings


def test_a_thumbnail_shows_the_sample(desk):
    """Small, as the gallery wants it."""
    made = desk.rendering.thumbnail(desk.template, "nl", "square", 240, date=DATE)

    with Image.open(io.BytesIO(made.data)) as image:
        assert (image.format, image.size) == ("WEBP", (240, 240))
    assert made.mimetype == "image/webp"


def test_a_worker_sees_that_a_template_was_changed(desk, folder):
    """Its author saves, the next file is new."""
    old = desk.artwork(format="square", goal="screen").data
    drawing = (folder / "square.svg").read_text()
    (folder / "square.svg").write_text(
        drawing.replace(
            'id="base" width="540" height="540" fill="#582858"', 'id="base" width="540" height="540" fill="#2c1c2f"'
        )
    )
    changed = Desk(Catalog(BRAND, [folder.parent]), desk.uploads, desk.fence)

    assert changed.artwork(format="square", goal="screen").data != old


def test_a_photo_that_went_meanwhile_is_a_finding(desk):
    """The poster is kept, its photo is not: the user is told at the photo."""
    file = io.BytesIO()
    Image.new("RGB", (900, 900), (90, 120, 160)).save(file, "PNG")
    me = desk.uploads.photo(file.getvalue())
    desk.uploads.files.delete(me.source.digest)

    with pytest.raises(ContentRejected) as rejected:
        desk.artwork(sample(photo=photo(me.key)))

    assert [finding.code for finding in rejected.value.findings if finding.slot == "photo"] == ["unreadable-file"]


def test_a_file_that_takes_too_long_is_a_sentence(tmp_path, workshop, desk):
    """No trace, and the next file is made."""
    hasty = Rendering(desk.catalog, desk.uploads, workshop.fence, wall_s=0.01)

    with pytest.raises(NotMade, match="took too long; choose a smaller format"):
        hasty.artwork(desk.template, sample(), format_key="a3", destination="screen", date=DATE)

    assert desk.artwork().data.startswith(b"%PDF")


@pytest.mark.parametrize(
    ("trouble", "words", "will_pass"),
    [
        (WorkerTimeout(), "AFFICHE_RENDER_SECONDS", False),
        (WorkerKilled("memory"), "AFFICHE_WORKER_MEMORY_MB", False),
        (WorkerBusy(), "try again in a minute", True),
        (WorkerFailed("x"), "please report it", False),
        (FenceUnavailable("no forkserver"), "affiche doctor", False),
    ],
)
def test_whatever_stops_a_worker_has_a_sentence_with_a_cure(trouble, words, will_pass):
    """And says whether waiting helps."""
    stopped = NotMade(trouble)

    assert words in str(stopped)
    assert stopped.will_pass is will_pass


def test_a_content_file_finds_its_files_in_its_folder(desk, tmp_path):
    """As the command line renders."""
    Image.new("RGB", (900, 900), (90, 120, 160)).save(tmp_path / "me.png")
    text = 'language = "nl"\n[text]\nheadline = "Zorg"\n[photo.photo]\nfile = "me.png"\nalt = "x"\nconsent = true\n'

    made = desk.rendering.artwork(
        desk.template, read_content(text), format_key="a3", destination="web", date=DATE, folder=tmp_path
    )

    assert "unreadable-file" not in [finding.code for finding in made.findings]


def test_a_workshop_opens_and_closes(tmp_path):
    """Workers start with the first job only."""
    shop = open_workshop(Settings(data=tmp_path), tmp_path / "files", workers=1)

    assert shop.fence.describe().running == ()
    shop.close()


def test_another_version_than_the_one_judged_is_not_painted(desk):
    """A worker that reads the folders later than the server did says so instead."""
    orders = OrderDesk(desk.catalog, desk.uploads.files, desk.fence, wall_s=20)
    order = orders.order(desk.template, sample(), Media(), "a3", "web", Options(), DATE)

    for other in (replace(order, digest="0" * 64), replace(order, brand_digest="0" * 64)):
        with pytest.raises(ChangedOnDisk, match="restart"):
            make_artwork(other)
