"""Settings have names, defaults that work, and sentences for what cannot be."""

import os
import re
import stat
from dataclasses import fields
from pathlib import Path

import pytest

import app
from app import settings as settings_module
from app.settings import SettingError, Settings, table


def test_defaults_work_without_any_environment():
    """A clone runs with nothing set: its own brand, its own templates, a database in the data folder."""
    settings = Settings.from_environment({})

    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert (settings.brand / "brand.toml").is_file()
    assert settings.templates[0].is_dir()
    assert settings.database == f"sqlite:///{settings.data / 'affiche.sqlite'}"


def test_the_table_names_every_setting_once_with_its_meaning():
    """The documentation can be made from the table."""
    lines = table()

    assert [line.name for line in lines] == [f"AFFICHE_{field.name.upper()}" for field in fields(Settings)]
    assert all(re.fullmatch(r"[A-Z].+\.", line.meaning) for line in lines)


def test_the_names_that_others_rely_on_are_there():
    """Names once given stay."""
    kept = {"HOST", "PORT", "DATA", "BRAND", "TEMPLATES", "SECRET_KEY", "BASE_URL"}
    promised = kept | {"DATABASE_URL", "REDIS_URL", "STORAGE_URL"}

    assert {f"AFFICHE_{name}" for name in promised} <= {line.name for line in table()}


def test_values_are_read_from_the_environment(tmp_path):
    """Every kind of value is understood."""
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    settings = Settings.from_environment(
        {
            "AFFICHE_PORT": "9000",
            "AFFICHE_TEMPLATES": f"{tmp_path / 'one'}{os.pathsep}{tmp_path / 'two'}",
            "AFFICHE_BASE_URL": "https://affiche.example.be/",
            "AFFICHE_PREVIEW_RATE": "5 per second",
            "AFFICHE_DATABASE_URL": "",
            "HOME": "/root",
        }
    )

    assert settings.port == 9000
    assert settings.templates == (tmp_path / "one", tmp_path / "two")
    assert settings.base_url == "https://affiche.example.be"
    assert settings.secure
    assert settings.preview_rate == "5 per second"
    assert settings.database_url == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AFFICHE_PORT", "http"),
        ("AFFICHE_PORT", "0"),
        ("AFFICHE_PORT", "70000"),
        ("AFFICHE_BRAND", "/no/such/folder"),
        ("AFFICHE_BASE_URL", "affiche.example.be"),
        ("AFFICHE_BASE_URL", "https://example.be/affiche"),
        ("AFFICHE_BASE_URL", "https://an@example.be"),
        ("AFFICHE_BASE_URL", "https://@example.be"),
        ("AFFICHE_BASE_URL", "https://example.be:http"),
        ("AFFICHE_BASE_URL", "https://example.be:99999"),
        ("AFFICHE_BASE_URL", "https://example.be:0"),
        ("AFFICHE_BASE_URL", "https://example.be:"),
        ("AFFICHE_DATABASE_URL", "mysql://localhost/x"),
        ("AFFICHE_REDIS_URL", "localhost:6379"),
        ("AFFICHE_RENDER_RATE", "often"),
        ("AFFICHE_PROT", "8000"),
    ],
)
def test_a_wrong_value_is_told_with_the_name_of_its_variable(name, value):
    """The sentence begins with the variable, so that its reader knows where to look."""
    with pytest.raises(SettingError, match=f"^{name}: "):
        Settings.from_environment({name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AFFICHE_DATABASE_URL", "mysql://affiche:geheim@localhost/x"),
        ("AFFICHE_DATABASE_URL", "mysql://localhost/x?user=a&password=geheim"),
        ("AFFICHE_DATABASE_URL", "postgresql://affiche:geheim#1@localhost/x"),
        ("AFFICHE_REDIS_URL", "redis://:geheim@ho\N{ACCOUNT OF}st/0"),
        ("AFFICHE_REDIS_URL", "redis://:[geheim@localhost/0"),
        ("AFFICHE_BASE_URL", "https://an:geheim@affiche.example.be"),
        ("AFFICHE_STORAGE_URL", "s3://geheim"),
    ],
)
def test_a_wrong_address_is_told_without_its_password(name, value):
    """What a terminal and a log show may be seen by others, wherever in an address a password stands."""
    with pytest.raises(SettingError, match=f"^{name}: must ") as told:
        Settings.from_environment({name: value})

    assert "geheim" not in str(told.value)
    assert told.value.__cause__ is None


def test_a_password_may_hold_any_sign_that_is_written_as_a_code(monkeypatch):
    """What the sentence advises is taken."""
    monkeypatch.setattr(settings_module, "find_spec", lambda _driver: object())
    address = "redis://:ge%23he%2Fim@localhost:6379/0"

    assert Settings.from_environment({"AFFICHE_REDIS_URL": address}).redis_url == address


@pytest.mark.parametrize(
    ("name", "value"),
    [("AFFICHE_REDIS_URL", "redis://localhost:6379"), ("AFFICHE_DATABASE_URL", "postgresql://localhost/affiche")],
)
def test_a_server_whose_driver_is_missing_is_told_with_the_cure(name, value, monkeypatch):
    """One sentence instead of a trace of somebody else's package."""
    monkeypatch.setattr(settings_module, "find_spec", lambda _driver: None)
    with pytest.raises(SettingError, match=rf"^{name}: needs more packages; run: .*\[scale\]'$"):
        Settings.from_environment({name: value})

    monkeypatch.setattr(settings_module, "find_spec", lambda _driver: object())
    assert Settings.from_environment({name: value})


def test_a_secret_key_is_made_once_and_kept_for_its_owner_alone(tmp_path):
    """Without a key one is made; the next start, and the process beside, find the same."""
    settings = Settings(data=tmp_path / "data")

    key = settings.signing_key()

    assert len(key) >= 32
    assert Settings(data=tmp_path / "data").signing_key() == key
    assert stat.S_IMODE((tmp_path / "data" / "secret_key").stat().st_mode) == 0o600


def test_every_setting_does_something():
    """No setting is only promised: each one is read somewhere outside its own file."""
    package = Path(app.__file__).parent
    sources = [file for file in package.rglob("*") if file.suffix in {".py", ".html"} and file.name != "settings.py"]
    text = "\n".join(file.read_text(encoding="utf-8") for file in sources)
    # These are read through `database`, `file_folder` and `signing_key()`.
    behind = {"database_url": "database", "storage_url": "file_folder", "secret_key": "signing_key"}

    for field in fields(Settings):
        name = behind.get(field.name, field.name)
        assert re.search(rf'(settings|operator)\.{name}\b|_rate\("{name}"\)', text), field.name
