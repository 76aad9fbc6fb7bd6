"""What the documents say is what the code does."""

import re
from contextlib import suppress
from pathlib import Path

import pytest

from app.settings import table

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("line", table(), ids=lambda line: line.name)
def test_every_setting_stands_in_the_documents(line):
    """docs/development.md lists each setting with its default and meaning."""
    row = f"| `{line.name}` | {f'`{line.default}`' if line.default else ''} | {line.meaning} |"

    assert row in (ROOT / "docs/development.md").read_text(encoding="utf-8")


def test_every_script_stands_in_the_documents():
    """docs/development.md says what each is for; the one that others begin with is no command."""
    told = (ROOT / "docs/development.md").read_text(encoding="utf-8")
    scripts = {f"script/{file.name}" for file in (ROOT / "script").iterdir() if file.is_file()} - {"script/setup"}

    assert {script for script in scripts if f"| `{script}" not in told} == set()


@pytest.mark.parametrize("document", sorted(ROOT.glob("docs/*.md")), ids=lambda document: document.name)
def test_examples_in_python_give_what_they_say(document):
    """Each runs as it stands there, and a line with a remark that is a value has that value."""
    for block in re.findall(r"```python\n(.*?)```", document.read_text(encoding="utf-8"), re.DOTALL):
        known = {}
        exec(block, known)  # noqa: S102
        for line in block.splitlines():
            code, _, remark = line.partition("  # ")
            if remark and not code.startswith(" ") and " = " not in code:
                with suppress(SyntaxError, NameError):
                    assert eval(code, known) == eval(remark, known)  # noqa: S307


@pytest.mark.parametrize(
    "document", sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]), ids=lambda document: document.name
)
def test_links_between_documents_lead_somewhere(document):
    """Every relative link in a document names a file of the repository."""

    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []
