"""What the rules of content are tried on."""

from collections.abc import Callable

import pytest
from makers import checked, codes, make_content, make_template, text_slot

from app.engine.content import apply_fix
from app.engine.findings import Finding
from app.engine.template.checked import CheckedContent


@pytest.fixture
def says() -> Callable[..., tuple[Finding, ...]]:
    """Return what the rules find in one text: its words, their language, what its slot asks."""

    def judge(words: str, language: str = "nl", **slot: object) -> tuple[Finding, ...]:
        template = make_template(text_slot("headline", **slot))
        return checked(template, make_content(language=language, headline=words)).findings

    return judge


@pytest.fixture
def mended() -> Callable[[CheckedContent, str], CheckedContent]:
    """Return a poster with the fix of its finding applied; the finding must be gone."""

    def mend(poster: CheckedContent, code: str) -> CheckedContent:
        (found,) = (finding for finding in poster.findings if finding.code == code)
        assert found.fix is not None, f"{code} offers no fix"
        content = apply_fix(poster.content, found.fix)
        again = checked(poster.template, content, poster.purpose.format.key, poster.purpose.destination, poster.media)
        assert code not in codes(again.findings)
        return again

    return mend
