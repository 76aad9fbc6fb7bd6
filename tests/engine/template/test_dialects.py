"""Artboards as four editors export them: the same drawing gives the same template."""

from pathlib import Path

import pytest

from app.engine.scene import Fill
from app.engine.template import ArtStep, ChoiceStep, FrameStep, read_template

DIALECTS = Path(__file__).parents[2] / "resources" / "templates" / "dialects"


def _frames(board):
    return {step.key: step.box for step in board.steps if isinstance(step, FrameStep)}


def _inks(board):
    found = [step for step in board.steps if isinstance(step, ArtStep)]
    found += [inner for step in board.steps if isinstance(step, ChoiceStep) for inner in step.steps]
    return {item.paint.name for step in found for item in step.items if isinstance(item, Fill)}


@pytest.mark.parametrize("editor", ["inkscape", "illustrator", "figma", "affinity"])
def test_artboards_of_other_editors_give_the_same_frames(editor, folder, brand):
    """Layers, style sheets, nested maps, entities and editors' own names change nothing."""
    plain = _frames(read_template(folder, brand).artboard("a3"))
    (folder / "a3.svg").write_bytes((DIALECTS / f"{editor}.svg").read_bytes())

    board = read_template(folder, brand).artboard("a3")

    frames = _frames(board)
    assert list(frames) == list(plain)
    for key, box in plain.items():
        sides = (box.x, box.y, box.right, box.bottom)
        assert (frames[key].x, frames[key].y, frames[key].right, frames[key].bottom) == pytest.approx(sides, abs=3e-4)
    assert _inks(board) == {"bos", "koraal", "aubergine"}


def test_a_figma_frame_that_clips_its_content_at_the_trim_is_told_about_the_bleed(folder, faults):
    """With "clip content" left on, nothing overshoots: each shape at the edge is named."""
    text = (DIALECTS / "figma.svg").read_text()
    clip = '<rect width="622" height="868" fill="white" transform="translate(-14 -14)"/>'
    assert clip in text
    (folder / "a3.svg").write_text(text.replace(clip, '<rect width="594" height="840" fill="white"/>'))

    found = faults()

    assert {fault.where for fault in found} == {"#Rectangle 1", "#Rectangle 2", "#Rectangle 3", "svg"}
    assert all("reaches 0.0 mm past the trim" in fault.problem for fault in found if fault.where != "svg")
