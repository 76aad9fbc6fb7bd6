"""A template that is published twice: the tiny one, and a second version that breaks with it in every way there is."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from house import HouseOpener
from makers import BRAND, TINY, kit

from app.engine.errors import Fault
from app.services import Services, Workshop
from app.services.catalog import Catalog
from app.services.publishing import begin_version, publish
from app.settings import Settings

FIRST, SECOND = 3, 4
"""The numbers of the two versions."""


def first_version(parent: Path) -> Path:
    """Put the tiny template into a new folder, published."""
    return Path(shutil.copytree(_made("first"), parent / "tiny"))


def second_version(folder: Path, *, is_draft: bool = False) -> None:
    """Put the second version in the place of the first, which is kept under its number.

    Its rule is coral; `lead` is gone, `place` must be filled in, a headline has at most 20 characters, the sheet cannot
    be coral any more, there is no B2, and `extra` is a new code.
    """
    shutil.rmtree(folder)
    shutil.copytree(_made("draft" if is_draft else "second"), folder)


@contextmanager
def restarts(workshop: Workshop, folder: Path) -> Iterator[Callable[[Settings], Services]]:
    """A function that opens the services anew on the templates beside a folder, as a server that was started again."""
    with ExitStack() as openers:

        def start(settings: Settings) -> Services:
            opener = HouseOpener(replace(workshop, catalog=Catalog(BRAND, [folder.parent])))
            openers.callback(opener.close)
            return opener(settings)

        yield start


@cache
def _made(stage: str) -> Path:
    """Return a folder that holds a stage of the template, as the program itself makes it."""
    folder = Path(_workbench().name) / stage / "tiny"
    match stage:
        case "first":
            shutil.copytree(TINY, folder)
            assert publish(folder, kit(), tried=untried) == FIRST
        case "draft":
            shutil.copytree(_made("first"), folder)
            begin_version(folder, kit())
            _redraw(folder)
        case "second":
            shutil.copytree(_made("draft"), folder)
            assert publish(folder, kit(), tried=untried) == SECOND
    return folder


@cache
def _workbench() -> "TemporaryDirectory[str]":
    return TemporaryDirectory(prefix="versions-")


def _redraw(folder: Path) -> None:
    for drawing in ("a3.svg", "square.svg"):
        replace_in(folder / drawing, "choice-ground-koraal", "choice-ground-zon")
    replace_in(folder / "a3.svg", '<rect id="rule" x="20" y="40" width="60" height="6" fill="#feca34"/>', RULE)
    replace_in(
        folder / "square.svg",
        '<rect id="slot-qr"',
        '<rect id="slot-extra" x="440" y="20" width="76" height="76"/>\n  <rect id="slot-qr"',
    )
    replace_in(folder / "sample.toml", 'lead = { text = "Bij jou in de buurt.", language = "nl" }', 'place = "Gent"')
    replace_in(folder / "sample.toml", "koraal", "zon")
    head = folder / "template.toml"
    text = head.read_text(encoding="utf-8")
    lead, place = text.index("[slot.lead]"), text.index("[slot.place]")
    head.write_text(text[:lead] + text[place:] + EXTRA, encoding="utf-8")
    for old, new in (
        ('slots = ["headline", "lead"]', 'slots = ["headline"]'),
        ('kind = "text"\nstyle = "label"', 'kind = "text"\nrequired = true\nstyle = "label"'),
        ("max_chars = 40", "max_chars = 20"),
        ('"Warm hart, vast contract."', '"Warm hart."'),
        ('{ key = "koraal"', '{ key = "zon"'),
        ('["a5", "a3", "b2"]', '["a5", "a3"]'),
    ):
        replace_in(head, old, new)


RULE = """\
<rect id="rule" x="20" y="40" width="60" height="6" fill="#ec5e55"/>
  <rect id="slot-extra" x="235" y="20" width="36" height="36"/>"""

EXTRA = """
[slot.extra]
kind = "qr"
ink = "inkt"
on = "wit"
default_url = "https://care-er.be/meer"
label = { nl = "Tweede code", fr = "Deuxième code", en = "Second code" }
"""


def untried(_: Path) -> tuple[Fault, ...]:
    """Find nothing wrong with the use of a template: its samples are not what a test is about."""
    return ()


def replace_in(file: Path, old: str, new: str) -> None:
    """Replace a part of a file that stands there exactly once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")
