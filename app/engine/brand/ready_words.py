"""Ready-made words as values: for every job, reader and message a headline and what follows it, by language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

Wording = Literal["headline", "body", "job"]
WORDINGS: tuple[Wording, ...] = get_args(Wording)
"""What a text slot may take of the ready words."""

READERS = ("starters", "switchers", "insiders")
"""Whom a poster speaks to: pupils and students, people from another sector, people in care already."""

MESSAGES = ("community", "security", "innovation", "dynamic")
"""The four messages of the brand."""


class WordLimit(NamedTuple):
    """The longest a wording may be. chars: grapheme clusters after NFC. lines: that its author forces."""

    chars: int
    lines: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyText:
    """The words for one job, reader and message, each by language; a language may have a headline alone."""

    headline: Mapping[str, str]
    body: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class JobWords:
    """What a job is called on a poster, by language, and its texts by reader and message."""

    name: Mapping[str, str]
    texts: Mapping[tuple[str, str], ReadyText]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyWords:
    """Every ready-made word of a kit. jobs: by profession, in the kit's order; none where the kit has no words."""

    jobs: Mapping[str, JobWords] = field(default_factory=dict)
    limits: Mapping[Wording, WordLimit] = field(default_factory=dict)

    def said(self, wording: Wording, job: str, reader: str, message: str, language: str) -> str:
        """Return the words for a slot, empty where the kit has none."""
        known = self.jobs.get(job)
        if known is None:
            return ""
        if wording == "job":
            return known.name.get(language, "")
        text = known.texts.get((reader, message))
        if text is None:
            return ""
        return (text.headline if wording == "headline" else text.body).get(language, "")
