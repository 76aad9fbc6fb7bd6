"""Everything that is wrong with templates, for who draws and publishes them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from app.engine.errors import Fault
from app.services.house import Workshop
from app.services.sample_faults import sample_faults
from app.services.skeleton import left_over


class Checked(NamedTuple):
    """What a check found. notes: what a draft may still have, and nothing that is published."""

    faults: tuple[Fault, ...]
    notes: tuple[Fault, ...]


def check_templates(shop: Workshop, places: Sequence[str], *, every: bool = False) -> Checked:
    """Return every fault of the named templates, of all of them when none is named.

    Named ones are tried in full (see `faults_of_use`); of all of them each format is tried once, unless every.
    Raises UnknownTemplate, BrandError.
    """
    catalog = shop.catalog
    faults, notes = list(catalog.faults(places)), list[Fault]()
    for folder in catalog.folders_at(places):
        begun = left_over(folder, catalog.brand_folder)
        (notes if begun.is_draft else faults).extend(begun.faults)
        faults += sample_faults(shop, folder, every=every or bool(places))
    return Checked(tuple(faults), tuple(notes))


def faults_of_use(shop: Workshop, folder: Path) -> Iterator[Fault]:
    """Yield what keeps a template from being published that its files alone do not tell.

    Each sample is tried in each format, hard contents on each drawing; and words of the skeleton may not be left.
    """
    yield from left_over(folder, shop.catalog.brand_folder).faults
    yield from sample_faults(shop, folder, every=True)
