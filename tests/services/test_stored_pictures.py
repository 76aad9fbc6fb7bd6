"""Masters of stored pictures, kept while there is room."""

import io
from dataclasses import replace
from threading import Thread

import pytest
from makers import kit
from PIL import Image

from app.engine.geometry import Rect
from app.engine.photo import Crop, PhotoSource, Treatment, crop_for, take_in
from app.engine.photo import print_master as convert
from app.engine.scene import Picture
from app.engine.sheet import FORMATS
from app.services import pictures as stored_pictures
from app.services.pictures import StoredPictures
from app.store import FileGone

CONDITION = kit().print.condition


def picture(files, color=(90, 120, 160), width=100.0, size=(300, 200)):
    """Return a stored picture in a box of some width."""
    file = io.BytesIO()
    Image.new("RGB", size, color).save(file, "PNG")
    taken = take_in(file.getvalue(), cmyk_profile=CONDITION.icc)
    files.write(taken.stored)
    crop, box = Crop(x=0, y=0, width=size[0], height=size[1]), Rect(0, 0, width, width / 1.5)
    return Picture(source=taken.source, crop=crop, box=box, treatment=Treatment(), print_ppi=300)


def test_a_master_is_made_once(files):
    """The same crop at the same size is the same object."""
    pictures, wanted = StoredPictures(files, CONDITION), picture(files)

    assert pictures.print_master(wanted) is pictures.print_master(wanted)
    assert pictures.proof_master(wanted, 100) is pictures.proof_master(wanted, 100.2)
    assert pictures.print_master(wanted).space == "CMYK"
    assert pictures.proof_master(wanted, 100).space == "RGB"


def test_another_size_or_density_is_another_master(files):
    """Nothing is mixed up."""
    pictures = StoredPictures(files, CONDITION)

    small, large = pictures.print_master(picture(files, width=20)), pictures.print_master(picture(files, width=60))

    assert small.width < large.width
    assert pictures.proof_master(picture(files), 50) is not pictures.proof_master(picture(files), 90)


def test_formats_of_one_shape_share_one_conversion(files, monkeypatch):
    """Whatever the words on them and the print shop are, the photo is turned into inks once."""
    made = []

    def counted(*args, **named):
        made.append(1)
        return convert(*args, **named)

    monkeypatch.setattr(stored_pictures, "print_master", counted)
    pictures, photo = StoredPictures(files, CONDITION), picture(files, size=(2100, 2800))

    masters = []
    for key in ("a4", "a3", "a2", "a4"):
        box = Rect(0, 0, *FORMATS[key].trim)
        masters.append(pictures.print_master(replace(photo, box=box, crop=crop_for(photo.source, box.size))))

    assert len(made) == 1
    assert all(master is masters[0] for master in masters)


def test_the_least_used_goes_first(files):
    """What does not fit any more is made anew."""
    first, second = picture(files, (200, 30, 30)), picture(files, (30, 200, 30))
    room = len(StoredPictures(files, CONDITION).print_master(first).data) + 10
    pictures = StoredPictures(files, CONDITION, room=room)

    made = pictures.print_master(first)
    pictures.print_master(second)

    assert pictures.print_master(second) is pictures.print_master(second)
    again = pictures.print_master(first)
    assert again is not made
    assert again == made


def test_many_threads_may_ask_at_once(files):
    """Each gets a whole master."""
    pictures, wanted = StoredPictures(files, CONDITION), picture(files)
    got = []
    threads = [Thread(target=lambda: got.append(pictures.proof_master(wanted, 80))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len({found.data for found in got}) == 1
    assert len(got) == 6


def test_a_photo_that_is_gone_says_so(files):
    """Never a grey box."""
    source = PhotoSource(digest="0" * 64, width=300, height=200)
    crop, box = Crop(x=0, y=0, width=300, height=200), Rect(0, 0, 30, 20)
    gone = Picture(source=source, crop=crop, box=box, treatment=Treatment(), print_ppi=300)

    with pytest.raises(FileGone):
        StoredPictures(files, CONDITION).print_master(gone)
