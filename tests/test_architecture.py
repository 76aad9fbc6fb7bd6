"""The walls of the house: what each room may know of the others."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ENGINE = sorted((ROOT / "app" / "engine").rglob("*.py"))
FOREIGN = {"flask", "sqlalchemy", "werkzeug", "wtforms", "jinja2", "alembic", "gunicorn"}

# Modules through which the clock, chance, the environment or the network come in.
IMPURE = {"time", "secrets", "uuid", "socket", "urllib.request", "http", "subprocess", "tempfile", "locale", "os"}
# A file in memory that has no name and no place: nothing comes in through it.
UNNAMED = {"os.memfd_create"}


def test_importing_the_engine_loads_no_framework_and_no_database():
    """A script may use the engine alone."""
    code = "import sys, app.engine, app.engine.pipeline; print(' '.join(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert FOREIGN & {name.split(".")[0] for name in done.stdout.split()} == set()


def test_the_server_loads_no_decoder_of_foreign_bytes_and_no_database_it_does_not_use():
    """What only workers and PostgreSQL's users need takes no memory of the process that answers."""
    code = "import sys, app.factory; print(' '.join(sys.modules))"

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert {"pi_heif", "resvg_py", "sqlalchemy.dialects.postgresql", "alembic"} & set(done.stdout.split()) == set()


def test_the_first_start_leaves_nothing_behind_that_only_it_needed(tmp_path):
    """The tables are made in a process of their own; the server that goes on is as small as at every later start."""
    code = (
        "import sys; from app.factory import create_app; app = create_app();"
        "print(app.test_client().get('/').status_code, ' '.join(sys.modules))"
    )
    environment = {"PATH": os.environ["PATH"], "AFFICHE_DATA": str(tmp_path / "data")}

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )

    status, *loaded = done.stdout.split()
    assert (status, (tmp_path / "data" / "affiche.sqlite").is_file()) == ("200", True)
    assert {"alembic", "mako", "sqlalchemy.dialects.postgresql"} & set(loaded) == set()


def test_the_import_contracts_hold():
    """The floors of the engine and the rooms above it, as `pyproject.toml` has them."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"

    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("file", ENGINE, ids=lambda file: str(file.relative_to(ROOT / "app" / "engine")))
def test_the_engine_knows_no_clock_no_chance_and_no_environment(file):
    """Same input, same bytes."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    attributes = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    if {name for name in attributes if name.startswith("os.")} == UNNAMED:
        imported.discard("os")
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    called = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}

    assert imported & IMPURE == set()
    assert not {"datetime.now", "datetime.today", "date.today", "datetime.utcnow"} & called
    seeded = all("Random(0)" in line for line in file.read_text().splitlines() if "Random(" in line)
    assert "random" not in imported or seeded


def test_no_file_of_the_program_is_too_long_to_read():
    """One idea a file."""
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in (ROOT / "app").rglob("*.py")}

    assert {str(file): length for file, length in lengths.items() if length > 400} == {}


def test_no_function_is_too_long_to_read():
    """Sixty lines at most, docstring included."""
    long = []
    for file in sorted((ROOT / "app").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 60:
                long.append(f"{file.name}:{node.lineno} {node.name}")

    assert long == []
