"""The words of files that go along with a poster, from `words.toml` beside this file."""

from collections.abc import Sequence
from pathlib import Path

from app.engine.findings import INTERFACE_LANGUAGES, Sentence, Wording

say = Wording(Path(__file__).with_name("words.toml"))


def joined(parts: Sequence[Sentence], between: str) -> Sentence:
    """Return several texts as one, in every language."""
    return Sentence(
        **{language: between.join(part.in_language(language) for part in parts) for language in INTERFACE_LANGUAGES}
    )
