"""What a command gives back: its findings, and its file."""

import filecmp
import json
import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from app.cli.trouble import WrongUse
from app.engine.errors import Fault
from app.engine.findings import INTERFACE_LANGUAGES, Finding
from app.services.read_me import LeftOut


def report(
    file: Path | None,
    findings: tuple[Finding, ...],
    language: str,
    *,
    as_json: bool,
    left_out: Sequence[LeftOut] | None = None,
    note: Path | None = None,
    replaced: bool = False,
) -> None:
    """Print the findings: as JSON on standard output, else one a line on standard error.

    left_out: what is missing in a ZIP; machines are told. note: a second file, for the print shop. replaced: whether
    another file was lost that nobody named, such as that of another poster from the same template.
    """
    reader = spoken(language)
    if as_json:
        shown: dict[str, Any] = {"file": str(file) if file else None}
        shown["findings"] = [_shown(finding, reader) for finding in findings]
        if note is not None:
            shown["note"] = str(note)
        if replaced:
            shown["replaced"] = True
        if left_out is not None:
            shown["left_out"] = [{"format": left.format_key, "destination": left.destination} for left in left_out]
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    for finding in findings:
        message = " ".join(finding.message.in_language(reader).split())
        # A finding about the poster as a whole has no slot; the dash keeps three words before the colon.
        click.echo(f"{finding.severity} {finding.slot or '-'} {finding.code}: {message}", err=True)
    if replaced:
        click.echo(f"note - replaced: another {file} was here and is gone; --out keeps both", err=True)
    for written in filter(None, (file, note)):
        click.echo(str(written))


def spoken(language: str) -> str:
    """Return the language in which the maker of a poster is spoken to."""
    return language if language in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]


def _shown(finding: Finding, language: str) -> dict[str, Any]:
    fix = finding.fix
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "slot": finding.slot,
        "message": finding.message.in_language(language),
        "fix": {"label": fix.label.in_language(language), "changes": dict(fix.changes)} if fix else None,
    }


def as_data(fault: Fault) -> dict[str, str | int]:
    """Return a fault for machines. line: 1-based; the first for a file as a whole, as in a line of words."""
    return {
        "file": from_here(fault.file),
        "line": max(1, fault.line),
        "element": fault.where,
        "problem": fault.problem,
        "cure": fault.cure,
    }


def in_a_line(fault: Fault) -> str:
    """Return a fault as a line that editors jump to: `file:line: element or key: problem; cure`."""
    return " ".join(str(replace(fault, file=from_here(fault.file))).split())


def from_here(path: str | Path) -> str:
    """Return a path as one would type it in the current folder, so that an editor opens it from a line of words."""
    whole = Path(path).resolve()
    here = Path.cwd().resolve()
    short = whole.relative_to(here) if whole.is_relative_to(here) else whole
    # A single word would be looked up among the names of templates.
    return f".{os.sep}{short}" if len(short.parts) == 1 and whole.is_dir() else str(short)


def write_whole(file: Path, chunks: Iterable[bytes]) -> bool:
    """Write a file whole or not at all. Return whether another one of that name is gone."""
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=".affiche-")
        with os.fdopen(handle, "wb") as written:
            for chunk in chunks:
                written.write(chunk)
        os.chmod(temporary, 0o644)
        replaces = file.is_file() and not filecmp.cmp(temporary, file, shallow=False)
        os.replace(temporary, file)
    except OSError as failed:
        raise WrongUse(f"{file} cannot be written: {failed.strerror}; choose another --out") from failed
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
    return replaces
