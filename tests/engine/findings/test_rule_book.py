"""The list of rules."""

from app.engine.findings import Finding, RuleBook, Sentence, Severity, has_errors

WORDS = Sentence(nl="x", fr="x", en="x")


def finding(code, severity=Severity.WARNING):
    return Finding(code=code, severity=severity, slot="", message=WORDS)


def test_every_rule_is_heard():
    """A poster with three faults hears of three, in the order of the book."""
    book: RuleBook[[int]] = RuleBook()

    @book.rule("small", weighs="warning", why="w", source="s")
    def small(number: int):
        if number < 10:
            yield finding("small")

    @book.rule("odd", "even", weighs="warning", why="w", source="s")
    def parity(number: int):
        yield finding("odd" if number % 2 else "even")

    assert [found.code for found in book.judge(3)] == ["small", "odd"]
    assert [found.code for found in book.judge(12)] == ["even"]
    assert [rule.codes for rule in book.rules] == [("small",), ("odd", "even")]


def test_only_errors_refuse():
    """Warnings and notes let a poster pass."""
    assert not has_errors([finding("a", Severity.WARNING), finding("b", Severity.NOTE)])
    assert has_errors([finding("a", Severity.NOTE), finding("b", Severity.ERROR)])
