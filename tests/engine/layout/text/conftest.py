"""A sheet and a maker of requests for tests of setting text."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from typesetting import BARRED, BLACK, BODY, HEAD, LEAD, SHEET, SQUARES, YELLOW, make_style

from app.engine.layout.text import TextRequest
from app.engine.sheet import Sheet

Maker = Callable[..., TextRequest]


@pytest.fixture
def sheet() -> Sheet:
    return SHEET


@pytest.fixture
def ask() -> Maker:
    """Return a maker of requests. style: head, barred, lead, body, or squares; further keys change the style."""

    styles = {
        "head": HEAD,
        "barred": BARRED,
        "lead": LEAD,
        "body": BODY,
        "squares": make_style(SQUARES, 10, 100, key="squares", leading=1.0),
    }

    def make(
        text: str, style: str = "head", language: str = "nl", lines: tuple[int, int] = (1, 4), **more: object
    ) -> TextRequest:
        bar = YELLOW if more.pop("bar", style == "barred") else None
        align = more.pop("align", "start")
        return TextRequest(
            slot="headline",
            text=text,
            language=language,
            style=replace(styles[style], **more),
            ink=BLACK,
            lines=lines,
            bar_ink=bar,
            align=align,
        )

    return make
