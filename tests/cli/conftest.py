"""The command line: called in this process on the workshop that all tests share, or as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path

import pytest
from cli_parts import WHOLE
from click.testing import CliRunner, Result
from makers import ROOT, TINY, svg
from PIL import Image


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    """A folder to work in, with a photo, a logo and a whole content file; the current folder during the test."""
    gradient = Image.linear_gradient("L").resize((900, 900))
    Image.merge("RGB", (gradient, gradient.rotate(90), gradient.rotate(180))).save(tmp_path / "me.jpg", quality=90)
    (tmp_path / "logo.svg").write_text(svg('<rect width="90" height="40" fill="#123456"/>', 90, 40))
    (tmp_path / "poster.toml").write_text(WHOLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


@pytest.fixture
def affiche(workshop, monkeypatch) -> Callable[..., Result]:
    """Call the command line in this process; its workshop is the one that all tests share."""
    from app import cli
    from app.cli import opening

    @contextmanager
    def shared():
        yield workshop

    monkeypatch.setattr(opening, "workshop", shared)

    def call(*arguments: str | Path) -> Result:
        result = CliRunner().invoke(cli.main, [str(argument) for argument in arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.output
        return result

    return call


@pytest.fixture
def command(tmp_path, monkeypatch) -> Callable[..., Result]:
    """Call the command line in this process, on a fresh installation with the settings that are given."""
    from app import cli

    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path, **environment: str) -> Result:
        given = {"AFFICHE_DATA": str(tmp_path / "data")} | environment
        result = CliRunner().invoke(cli.main, [str(argument) for argument in arguments], env=given)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return call


@pytest.fixture
def render(affiche, desk) -> Callable[..., Result]:
    """Render the tiny template; options overwrite those of a whole print poster."""

    def call(*more: str | Path, template: str | Path = TINY, format: str = "a3", goal: str = "print") -> Result:
        content = () if "--content" in more else ("--content", "poster.toml")
        return affiche("render", template, "--format", format, "--for", goal, *content, *more)

    return call


@pytest.fixture
def process(tmp_path) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Call the command line as a process of its own, with only the environment that is given."""

    def call(*arguments: str | Path, cwd: Path | None = None, **environment: str) -> "subprocess.CompletedProcess[str]":
        given = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "AFFICHE_DATA": str(tmp_path / "data")}
        command = [sys.executable, "-c", "from app.cli import main; main()", *map(str, arguments)]
        return subprocess.run(
            command,
            cwd=cwd or tmp_path,
            env=given | {"PYTHONPATH": str(ROOT)} | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return call
