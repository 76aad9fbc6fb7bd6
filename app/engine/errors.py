"""What an author must mend. What a user can mend is a Finding instead."""

from dataclasses import dataclass


class EngineError(Exception):
    """Base of everything the engine raises on purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong in a file of the brand or of a poster template.

    file: path as its author knows it. line: 1-based, 0 when it concerns the file as a whole (shown as its first line).
    where: the element or key. problem: what is wrong. cure: what to do about it.
    """

    file: str
    where: str
    problem: str
    cure: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{max(1, self.line)}: {self.where}: {self.problem}; {self.cure}"


class AuthorError(EngineError):
    """Files of an author cannot be used; carries every fault that was found, not only the first."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class BrandError(AuthorError):
    """A brand kit cannot be used; the brand team must mend the file."""


class TemplateError(AuthorError):
    """A poster template cannot be used; its author must mend the file."""


class ContentError(EngineError):
    """A content file is malformed or names what the template does not have: wrong use, not a finding."""


class UnreadableFile(EngineError):
    """Foreign bytes cannot be used. reason: a key of the finding `unreadable-file`, such as "truncated".

    details: values that the sentence of that reason names, such as megapixels.
    """

    def __init__(self, reason: str, **details: str | int | float) -> None:
        super().__init__(reason)
        self.reason, self.details = reason, details

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions cross the fence pickled; the default would lose the keyword arguments.
        return (_rebuild_unreadable, (self.reason, self.details))


def _rebuild_unreadable(reason: str, details: dict[str, str | int | float]) -> UnreadableFile:
    return UnreadableFile(reason, **details)
