"""Findings: what is wrong with a poster, in words that say what to do."""

from app.engine.findings.registry import Rule, RuleBook
from app.engine.findings.sentences import Wording, catalogue, finding, hundredths, parts_by_name, sentence
from app.engine.findings.values import INTERFACE_LANGUAGES, Finding, Fix, Sentence, Severity, has_errors

__all__ = [
    "INTERFACE_LANGUAGES",
    "Finding",
    "Fix",
    "Rule",
    "RuleBook",
    "Sentence",
    "Severity",
    "Wording",
    "catalogue",
    "finding",
    "has_errors",
    "hundredths",
    "parts_by_name",
    "sentence",
]
