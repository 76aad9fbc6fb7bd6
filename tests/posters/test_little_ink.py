"""Every poster of the shelf with little ink: it keeps the rules, and it does save."""

import numpy as np
import pytest
from poster_maker import content, files, kit
from poster_shelf import TEMPLATES, template

from app.engine.findings import Severity
from app.engine.paint.raster import rasterised
from app.engine.pipeline import judge
from app.engine.sheet import FORMATS
from app.engine.template.checked import Purpose

# Of the ink of the whole poster, at least so much is saved; the least is where most is picture.
LEAST_SAVED = 0.25


def lean(name, format, language, *, saves_ink=True):
    purpose = Purpose(format=FORMATS[format], destination="home")
    return judge(template(name), kit(), content(name, language), files().media, purpose, files(), saves_ink=saves_ink)


def boards():
    """Return one size at home for every drawing."""
    found = [(name, board) for name in TEMPLATES for board in template(name).artboards]
    return [
        (name, next(format.key for format in board.formats if "home" in format.destinations))
        for name, board in found
        if any("home" in format.destinations for format in board.formats)
    ]


@pytest.mark.parametrize(("name", "format"), boards())
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_every_drawing_keeps_the_rules(name, format, language):
    """Whatever the words stand on now, they may, and can be read there."""
    found = lean(name, format, language)

    assert [finding.code for finding in found.findings if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_ink_is_saved(name):
    """Measured as what is missing to white."""
    full, less = (_darkness(lean(name, "a4", "nl", saves_ink=saves)) for saves in (False, True))

    assert less < (1 - LEAST_SAVED) * full


def _darkness(found):
    bands = rasterised(found.scene, pictures=files(), condition=kit().print.condition, width=150, height=212)
    return float((255 - np.concatenate(list(bands)).astype(float)).mean())
