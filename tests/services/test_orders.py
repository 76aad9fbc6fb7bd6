"""Orders for the same file are one order; orders that differ in anything are two."""

import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from house import Settings
from makers import BRAND, TINY, make_content, photo
from waiting import Asked

from app.engine.content.media import Media
from app.engine.pipeline import Options
from app.services.catalog import Catalog
from app.services.jobs import Order
from app.services.rendering import Rendering
from app.services.uploads import Uploads
from app.store import FileStore

DATE = datetime(2027, 3, 1, 12, tzinfo=UTC)

OTHER_OPTIONS = {
    "marks": True,
    "paper": "a3",
    "codec": "jpg",
    "tiles": "a4",
    "up": True,
    "save_ink": True,
    "gray": True,
    "shop": "groot",
    "scale": 10,
    "most_bytes": 8_000_000,
    "double": True,
}


def order(**changes):
    """An order for a poster with a photo."""
    given = {
        "brand_folder": BRAND,
        "brand_digest": "b",
        "template_folder": TINY,
        "digest": "t",
        "files_folder": Path("files"),
        "content": make_content(headline="Warm hart", photo=photo("brand:team-1")),
        "media": Media(),
        "format_key": "a3",
        "destination": "print",
        "options": Options(),
        "date": DATE,
    }
    return Order(**given | changes)


OTHERS = {
    "brand_folder": Path("elsewhere"),
    "brand_digest": "B",
    "template_folder": Path("elsewhere"),
    "digest": "T",
    "files_folder": Path("elsewhere"),
    "content": make_content(headline="Warm hart."),
    "media": Media(unreadable={"a.jpg": ValueError("gone")}),
    "format_key": "a4",
    "destination": "web",
    "options": Options(marks=True),
    "date": datetime(2027, 3, 1, 12, 1, tzinfo=UTC),
}


def test_the_same_wish_is_the_same_order():
    """Made twice, or sent through a pickle: as two requests of one visitor make it."""
    assert {order(), order(), copy.deepcopy(order()), pickle.loads(pickle.dumps(order()))} == {order()}  # noqa: S301


@pytest.mark.parametrize("field", [field.name for field in fields(Order)])
def test_anything_else_is_another_order(field):
    """Nobody is handed what another one asked for."""
    assert order(**{field: OTHERS[field]}) != order()


@pytest.mark.parametrize("field", [field.name for field in fields(Options)])
def test_every_option_makes_another_order(field):
    """Who adds an option adds it to the table above, and this test sees whether it counts."""
    changed = order(options=Options(**{field: OTHER_OPTIONS[field]}))

    assert changed != order()
    assert hash(changed) != hash(order())


class Counter:
    """A fence that counts its jobs, and begins one when all who want it have said so."""

    def __init__(self, fence, wish):
        self.fence, self.wish, self.count = fence, wish, 0

    def run(self, job, wanted, **limits):
        self.count += 1
        self.wish.wait_for_all()
        return self.fence.run(job, replace(wanted, options=Options()), **limits)


class Wish(Options):
    """Options that know how many have ordered with them."""

    asked: Asked

    def __hash__(self):
        return hash(self.asked)


def test_who_orders_what_is_being_made_gets_the_same_file(workshop, tmp_path):
    """A button that is pressed three times costs one file."""
    Wish.asked = Asked(by=3)
    fence = Counter(workshop.fence, Wish.asked)
    catalog = Catalog(BRAND, [TINY.parent])
    uploads = Uploads(FileStore(tmp_path / "files"), workshop.fence, Settings(data=tmp_path))
    rendering = Rendering(catalog, uploads, fence, wall_s=20)

    def press(_time):
        content = make_content(headline="Warm hart", photo=photo("brand:team-1"))
        return rendering.artwork(
            catalog.get("tiny"), content, format_key="a3", destination="web", options=Wish(), date=DATE
        )

    with ThreadPoolExecutor(3) as pool:
        first, *others = pool.map(press, range(3))

    assert fence.count == 1
    assert first.data.startswith(b"%PDF")
    assert others == [first, first]
