"""Characters that have no place on a poster: what is taken out, and word of it, so that nothing is mended silently."""

import re
import unicodedata
from typing import NamedTuple

_MOST_MARKS = 8
_MOST_LINES = 200

_LINE_ENDS = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")

_SURROGATES = re.compile("[\ud800-\udfff]")

# C0 and C1 controls but for line feed; embeddings and overrides of direction; deprecated format characters; byte
# order mark; annotation marks; noncharacters; tags. Source: Unicode 15, 23; UTR #36, 2.5 and 3.
_UNSAFE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u206a-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ud800-\udfff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
    + "\U000e0000-\U000e007f]"
)

_ISOLATES = "\u2066\u2067\u2068"
_END_OF_ISOLATE = "\u2069"


# Several letters, or one letter in one of its joined forms, as one character: what old PDFs give when copied. PDF
# readers take them for letters, whatever a file says; fonts join letters by themselves.
# Source: Unicode, blocks Alphabetic Presentation Forms and Arabic Presentation Forms.
_JOINED = re.compile("[\ufb00-\ufb4f\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")


class Cleaned(NamedTuple):
    """A text that is safe to set, and whether anything had to be taken out or joined for that."""

    text: str
    changed: bool


def clean(text: str) -> Cleaned:
    """Return a text in form NFC without unsafe characters; cleaning it again changes nothing.

    Letters typed as one character, such as U+FB01, are taken apart. Taken out: controls, overrides of direction,
    isolates without their other half, noncharacters, tags, lone surrogates, and marks beyond eight on one letter.
    Lines beyond two hundred are joined, not dropped. Another form of the same characters, line end or tab is no change.
    """
    if text.isascii() and text.isprintable():
        return Cleaned(text, False)
    typed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    safe = unicodedata.normalize("NFC", letter_by_letter(_UNSAFE.sub("", typed)))
    safe = "\n".join(_with_balanced_isolates(line) for line in safe.split("\n"))
    safe = _with_few_lines(_with_few_marks(unicodedata.normalize("NFC", safe)))
    return Cleaned(safe, safe != typed)


def letter_by_letter(text: str) -> str:
    """Return a text in which no character stands for several letters, or for one form of a letter."""
    return _JOINED.sub(_letters, text)


def _letters(found: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFKC", found[0])
    # A mark without its letter has only the form it was typed in.
    return found[0] if letters.startswith(" ") else letters


def without_surrogates(text: str) -> str:
    """Return a text without the halves of characters that no encoding can hold."""
    return _SURROGATES.sub("", text)


def _with_balanced_isolates(line: str) -> str:
    """Return a line, which is a paragraph to the bidi algorithm, without isolates that are never opened or closed."""
    if not any(char in line for char in _ISOLATES + _END_OF_ISOLATE):
        return line
    lonely: set[int] = set()
    opened: list[int] = []
    for index, char in enumerate(line):
        if char in _ISOLATES:
            opened.append(index)
        elif char == _END_OF_ISOLATE:
            if opened:
                opened.pop()
            else:
                lonely.add(index)
    lonely.update(opened)
    return "".join(char for index, char in enumerate(line) if index not in lonely)


def _with_few_marks(text: str) -> str:
    if text.isascii():
        return text
    kept = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char).startswith("M") else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _with_few_lines(text: str) -> str:
    lines = text.split("\n")
    if len(lines) <= _MOST_LINES:
        return text
    rest = " ".join(line for line in lines[_MOST_LINES - 1 :] if line.strip())
    return "\n".join([*lines[: _MOST_LINES - 1], rest])
