"""A template that is published twice: the tiny one, and a second version that breaks with it in every way there is."""

import shutil
from pathlib import Path

from makers import ROOT, kit

from app.services.publishing import begin_version, publish

TINY = ROOT / "tests" / "resources" / "templates" / "tiny"

FIRST, SECOND = 3, 4
"""The numbers of the two versions."""


def first_version(parent: Path) -> Path:
    """Publish the tiny template in a new folder."""
    folder = Path(shutil.copytree(TINY, parent / "tiny"))
    assert publish(folder, kit()) == FIRST
    return folder


def second_version(folder: Path, *, is_draft: bool = False) -> None:
    """Begin a second version and finish it.

    Its rule is coral; `lead` is gone, `place` must be filled in, a headline has at most 20 characters, the sheet cannot
    be coral any more, there is no B2, and `extra` is a new code.
    """
    begin_version(folder, kit())
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
    if not is_draft:
        assert publish(folder, kit()) == SECOND


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


def replace_in(file: Path, old: str, new: str) -> None:
    """Replace a part of a file that stands there exactly once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")
