"""What a designer called an element, whatever the drawing program made of that name in the `id`.

Seen in exports of Illustrator 27, Inkscape 1.3, Affinity 2 and Figma; docs/poster-templates.md tells what each does.
"""

import re
from collections.abc import Iterator

from lxml import etree

TWO = "two-"
"""How the name of a frame begins that holds in posters of two languages, before that of the other."""

FRAMES = ("slot-", "stack-", f"{TWO}slot-", f"{TWO}stack-")
"""How the name of a frame begins."""

UPRIGHT = "upright-"
"""How the name of a group of art begins that is never shown in reverse."""

NAMED = (*FRAMES, "choice-", "empty-", "languages-", UPRIGHT)
"""How every name begins that means something in an artboard."""

# Illustrator writes signs that it holds back from ids as their number: slot_x2D_photo.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{2,4})_")
# And, since 2022, a number behind names that also stand in another of its files.
_STAMP = re.compile(r"_\d{20,}_$")

# Where programs keep the name itself when they had to change it for the id: Affinity, Illustrator.
_KEPT = ("{http://www.serif.com/}id", "data-name")
_LABEL = "{http://www.inkscape.org/namespaces/inkscape}label"


def name_of(element: etree._Element) -> str:
    """Return the name of an element: its id, or what the designer called it where that means something."""
    for attribute in _KEPT:
        kept = element.get(attribute, "").strip()
        if kept.startswith(NAMED):
            return kept
    id = _plain(element.get("id", ""))
    label = element.get(_LABEL, "").strip()
    return label if label.startswith(NAMED) and not id.startswith(NAMED) else id


def names_of(element: etree._Element) -> Iterator[str]:
    """Yield everything that an element is called, by its program or its designer."""
    found = (element.get(attribute, "").strip() for attribute in ("id", *_KEPT, _LABEL))
    return (_plain(name) for name in found if name)


def other_name(element: etree._Element) -> str:
    """Return the label that Inkscape shows where it says something else than the id and both mean something."""
    id, label = _plain(element.get("id", "")), element.get(_LABEL, "").strip()
    return label if id.startswith(NAMED) and label.startswith(NAMED) and id != label else ""


def _plain(id: str) -> str:
    """Return an id as it was before Illustrator wrote it down."""
    return _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), _STAMP.sub("", id)).strip()
