"""What a user can mend: findings, their sentences in three languages, and fixes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

INTERFACE_LANGUAGES = ("nl", "fr", "en")


class Severity(StrEnum):
    """How serious a finding is. Artwork with an error is refused."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence to the user, in every language of the interface."""

    nl: str
    fr: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the sentence; Dutch for a language the interface does not speak."""
        return {"fr": self.fr, "en": self.en}.get(language, self.nl)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """A cure that a machine can apply.

    changes: pairs of a key of the content file, such as "text.headline" or "logo.logo.plate", and its new value.
    """

    label: Sentence
    changes: tuple[tuple[str, str | bool | float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that the user can mend.

    code: one of contract's codes. slot: the slot it stands beside, empty for the poster as a whole. field: the key of
    the content file that it is about, such as "imprint.town", where it is about one.
    """

    code: str
    severity: Severity
    slot: str
    message: Sentence
    fix: Fix | None = None
    field: str = ""

    def at(self, field: str) -> "Finding":
        """Return the finding with the field that it is about."""
        return replace(self, field=field)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether artwork must be refused."""
    return any(finding.severity is Severity.ERROR for finding in findings)
