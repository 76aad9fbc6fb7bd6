"""A poster as text: to read instead of looking, to post beside its picture, to say to who does not see it."""

from collections.abc import Sequence
from itertools import zip_longest

from app.engine.findings import INTERFACE_LANGUAGES
from app.engine.layout import TranscriptLine
from app.services.words import say

# What an alternative text leaves out: the message that stands beside it says it, or nobody wants to hear it.
_NOT_HEARD = ("imprint", "qr", "brand-logo")

_ENDS = (".", "!", "?", "…", ":", "؟")


def plain_text(lines: Sequence[TranscriptLine], language: str) -> str:
    """Return everything that a poster says, one thing a line. language: of the words that say what a line is."""
    return "".join(f"{_named(line, language)}\n" for line in lines)


def caption(lines: Sequence[TranscriptLine]) -> str:
    """Return a message to post with a poster's picture: its texts and its address."""
    texts = "\n".join(on_one_line(line.text) for line in lines if line.kind == "text")
    return "\n\n".join(filter(None, (texts, *(line.link for line in lines)))) + "\n"


def alternative_text(lines: Sequence[TranscriptLine]) -> str:
    """Return what a poster's picture says and shows, as one line for those who do not see it."""
    heard = [line for line in lines if line.kind not in _NOT_HEARD]
    said = " ".join(_closed(line, following) for line, following in zip_longest(heard, heard[1:]))
    language = next((line.language for line in heard if line.role == "H1"), "")
    # In a language that the interface does not speak the poster's own words stand alone.
    return say("alt", text=said).in_language(language) if language in INTERFACE_LANGUAGES else said


def title_of(lines: Sequence[TranscriptLine], otherwise: str) -> str:
    """Return a poster's own title on one line. otherwise: what an untitled poster is called."""
    return on_one_line(next((line.text for line in lines if line.role == "H1"), otherwise))


def on_one_line(text: str) -> str:
    """Return a text of several lines as it is read."""
    # A soft hyphen only says where a word may be divided on the poster.
    return " ".join(text.replace("\u00ad", "").split())


def _closed(line: TranscriptLine, following: TranscriptLine | None) -> str:
    """Return a text with a full stop, unless it ends like a sentence or leads up to the title."""
    text = on_one_line(line.text)
    leads_up = following is not None and following.role == "H1"
    return text if leads_up or text.endswith(_ENDS) else f"{text}."


def _named(line: TranscriptLine, language: str) -> str:
    """Return a line with what it is, where that is no plain text. What is typed on several lines is read as one."""
    text = on_one_line(line.text)
    if line.kind == "text":
        return text
    return say("line", label=line.label, text=text).in_language(language)
