"""The list of rules. A rule is one small function with a code and a reason; its limits come from the brand kit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, ParamSpec

from app.engine.findings.values import Finding

P = ParamSpec("P")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[P]):
    """One rule of the brand, the law or the press.

    codes: of the findings it can give. weighs: how serious they are, by destination where that matters. why: the
    reason, in one sentence. source: where the limit comes from. fix: what the offered cure does, empty for none.
    """

    codes: tuple[str, ...]
    weighs: str
    why: str
    source: str
    fix: str
    judge: Callable[P, Iterable[Finding]]


class RuleBook(Generic[P]):
    """The rules of one stage, in the order they were written down."""

    def __init__(self) -> None:
        self.rules: list[Rule[P]] = []

    def rule(
        self, *codes: str, weighs: str, why: str, source: str, fix: str = ""
    ) -> Callable[[Callable[P, Iterable[Finding]]], Callable[P, Iterable[Finding]]]:
        """Enter the decorated function into the book."""

        def enter(judge: Callable[P, Iterable[Finding]]) -> Callable[P, Iterable[Finding]]:
            self.rules.append(Rule(codes=codes, weighs=weighs, why=why, source=source, fix=fix, judge=judge))
            return judge

        return enter

    def judge(self, *args: P.args, **kwargs: P.kwargs) -> tuple[Finding, ...]:
        """Return what every rule finds: all at once."""
        return tuple(finding for rule in self.rules for finding in rule.judge(*args, **kwargs))
