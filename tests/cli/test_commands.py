"""The other commands: lists, checks, the database, a doctor, the server."""

import json
import shutil
import socket
import subprocess
import sys
import urllib.request

import pytest
from cli_parts import IMPRINT
from makers import BRAND, ROOT, TINY
from versioned import first_version, replace_in


@pytest.fixture
def folder(tmp_path):
    """A folder of templates with one in it, published."""
    folder = first_version(tmp_path / "templates")
    with (folder / "sample.toml").open("a", encoding="utf-8") as sample:
        sample.write(IMPRINT)
    return tmp_path / "templates"


def spoil(folder, name, file, old, new):
    """Copy the tiny template under a name, as a draft with one thing changed."""
    shutil.copytree(TINY, folder / name)
    replace_in(folder / name / "template.toml", 'status = "published"', 'status = "draft"')
    text = (folder / name / file).read_text(encoding="utf-8")
    assert old in text
    (folder / name / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_templates_are_listed_with_frozen_keys(command, folder):
    """What machines rely on, to the letter."""
    done = command("templates", "--json", AFFICHE_TEMPLATES=str(folder))

    (tiny,) = json.loads(done.stdout)
    assert list(tiny) == ["name", "version", "status", "titles", "languages", "formats", "slots", "versions"]
    assert (tiny["name"], tiny["version"], tiny["status"]) == ("tiny", 3, "published")
    assert tiny["titles"] == {"nl": "Klein", "fr": "Petit", "en": "Tiny"}
    assert tiny["languages"] == ["nl", "fr", "en", "ar"]
    assert tiny["formats"][0] == {
        "key": "a5",
        "width": 148,
        "height": 210,
        "unit": "mm",
        "destinations": ["print", "home", "web", "screen"],
    }
    assert tiny["formats"][-1]["destinations"] == ["screen"]
    slots = {slot["key"]: slot for slot in tiny["slots"]}
    assert slots["headline"] == {
        "key": "headline",
        "kind": "text",
        "required": True,
        "max_chars": 40,
        "lines": [1, 3],
        "translates": None,
        "choices": None,
    }
    assert slots["ground"]["choices"] == ["bos", "koraal"]
    assert slots["photo"]["max_chars"] is None
    assert {slot["kind"] for slot in slots.values()} == {
        "text",
        "photo",
        "logo",
        "qr",
        "imprint",
        "brand-logo",
        "choice",
    }


def test_a_broken_template_does_not_hide_the_others(command, folder):
    """The good ones are listed, the faults told beside them."""
    spoil(folder, "bad", "template.toml", 'kind = "qr"', 'kind = "barcode"')

    done = command("templates", AFFICHE_TEMPLATES=str(folder))

    assert done.exit_code == 0
    assert done.stdout.splitlines() == ["tiny  Klein (version 3, published): a5 a3 b2 square"]
    assert "bad/template.toml:" in done.stderr


def test_an_earlier_folder_wins(command, folder, tmp_path):
    """AFFICHE_TEMPLATES is a list."""
    shutil.copytree(folder, tmp_path / "other")
    spoil(tmp_path / "other", "second", "template.toml", "version = 3", "version = 8")
    text = (tmp_path / "other" / "tiny" / "template.toml").read_text()
    (tmp_path / "other" / "tiny" / "template.toml").write_text(text.replace("version = 3", "version = 9"))

    done = command("templates", "--json", AFFICHE_TEMPLATES=f"{folder}:{tmp_path / 'other'}")

    assert [(found["name"], found["version"]) for found in json.loads(done.stdout)] == [("second", 8), ("tiny", 3)]


def test_sound_templates_have_no_faults(command, folder):
    """Nothing is printed, exit 0."""
    done = command("check-templates", AFFICHE_TEMPLATES=str(folder))

    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_every_fault_of_every_template_is_listed_at_once(command, folder):
    """One line a fault, on standard output, with file, line, element or key, problem and cure; exit 1."""
    spoil(folder, "one", "template.toml", 'style = "lead"', 'style = "leed"')
    spoil(folder, "two", "a3.svg", 'fill="#feca34"', 'fill="#feca35"')

    every = command("check-templates", AFFICHE_TEMPLATES=str(folder))
    named = command("check-templates", "two", AFFICHE_TEMPLATES=str(folder))
    by_path = command("check-templates", folder / "one")

    assert (every.exit_code, every.stderr) == (1, "")
    lines = every.stdout.splitlines()
    assert {line.split("/")[1] for line in lines} == {"one", "two"}
    assert all(": " in line and "; " in line for line in lines)
    assert named.stdout.splitlines() == [line for line in lines if line.startswith("templates/two/")]
    assert by_path.stdout.splitlines() == [line for line in lines if line.startswith("templates/one/")]


def test_art_that_serves_some_print_shops_only_is_told_when_asked(command, folder):
    """The drawing holds what every template must; of what large prints need more, the designer may ask."""
    done = command("check-templates", "--every-shop", folder / "tiny")

    assert done.exit_code == 1
    assert "templates/tiny/a3.svg:2: #green: reaches 7.0 mm past the trim" in done.stdout
    assert "let it overshoot by 10.1 mm, the bleed of a5" in done.stdout


def test_a_fault_names_a_file_that_an_editor_finds(command, folder, tmp_path, monkeypatch):
    """By its path from the current folder; in whole where the template lies elsewhere."""
    spoil(folder, "two", "a3.svg", 'fill="#feca34"', 'fill="#feca35"')
    (tmp_path / "elsewhere").mkdir()

    near = command("check-templates", "templates/two")
    monkeypatch.chdir(folder / "two")
    inside = command("check-templates", folder / "two")
    monkeypatch.chdir(tmp_path / "elsewhere")
    far = command("check-templates", folder / "two")

    assert [done.stdout.split(":")[0] for done in (near, inside, far)] == [
        "templates/two/a3.svg",
        "a3.svg",
        str(folder / "two" / "a3.svg"),
    ]


def test_faults_are_told_to_machines_key_by_key(command, folder):
    """A list of objects with the same five keys; an empty list where nothing is wrong."""
    sound = command("check-templates", "--json", folder / "tiny")
    spoil(folder, "two", "a3.svg", 'fill="#feca34"', 'fill="#feca35"')
    (folder / "two" / "square.svg").unlink()

    done = command("check-templates", "--json", folder / "two")

    assert (sound.exit_code, json.loads(sound.stdout)) == (0, [])
    assert (done.exit_code, done.stderr) == (1, "")
    assert json.loads(done.stdout) == [
        {
            "file": "templates/two/a3.svg",
            "line": 6,
            "element": "#rule",
            "problem": "fill #feca35 is no colour of the palette",
            "cure": "use #feca34 (zon), which is probably meant: ΔE 0.3 away",
        },
        {
            "file": "templates/two/square.svg",
            "line": 1,
            "element": "svg",
            "problem": "the file cannot be opened",
            "cure": "export the artboard under this name",
        },
    ]


def test_checking_a_template_that_is_not_there_is_wrong_use(command, folder):
    """Exit 2, not 1: nothing was checked."""
    done = command("check-templates", "tinny", AFFICHE_TEMPLATES=str(folder))

    assert (done.exit_code, "did you mean 'tiny'?" in done.stderr) == (2, True)


def test_an_illustration_of_the_brand_kit_that_cannot_be_read_is_told(command, folder, tmp_path):
    """Nobody has to come across it on a poster: the check and the doctor look at all of them."""
    kit = shutil.copytree(BRAND, tmp_path / "kit")
    (kit / "illustrations" / "team-2.svg").write_text("<svg", encoding="utf-8")
    where = {"AFFICHE_BRAND": str(kit), "AFFICHE_TEMPLATES": str(folder)}

    checked, examined = command("check-templates", **where), command("doctor", **where)

    assert checked.exit_code == 2
    assert "kit/illustrations/team-2.svg:1: svg: cannot be read" in checked.stderr
    assert examined.exit_code == 1
    assert "FAIL brand kit: 1 fault; run `affiche check-templates`" in examined.stdout


def test_the_database_is_made_once(command, tmp_path):
    """A second upgrade has nothing to do."""
    first, second = command("db", "upgrade"), command("db", "upgrade")

    assert (first.exit_code, first.stdout) == (0, "The database was brought up to date.\n")
    assert (second.exit_code, second.stdout) == (0, "The database is up to date.\n")
    assert (tmp_path / "data" / "affiche.sqlite").is_file()


def test_purging_says_what_went(command):
    """A fresh installation has nothing to remove."""
    done = command("purge")

    assert done.exit_code == 0
    assert done.stdout.splitlines()
    assert all(line.endswith(": 0 removed") for line in done.stdout.splitlines())


def test_the_doctor_finds_a_healthy_machine(command, folder):
    """One line for everything that was looked at."""
    done = command("doctor", AFFICHE_TEMPLATES=str(folder))

    assert done.exit_code == 0, done.stdout
    assert [line[:4] for line in done.stdout.splitlines()] == ["ok  "] * len(done.stdout.splitlines())
    assert {line[5:].split(":")[0] for line in done.stdout.splitlines()} >= {
        "brand kit",
        "templates",
        "fence",
        "database",
    }


def test_the_doctor_names_every_illness(command, folder, tmp_path):
    """A fault does not keep the others from being found; exit 1."""
    spoil(folder, "bad", "template.toml", 'kind = "qr"', 'kind = "barcode"')
    (tmp_path / "data").write_text("in the way")

    done = command("doctor", AFFICHE_TEMPLATES=str(folder))

    ill = {line[5:].split(":")[0] for line in done.stdout.splitlines() if line.startswith("FAIL")}
    assert done.exit_code == 1
    assert {"templates", "data folder", "database"} <= ill
    assert "affiche check-templates" in done.stdout
    assert "brand kit" not in ill
    assert "set AFFICHE_DATA" in done.stdout
    assert "Error:" not in done.stdout


def test_a_port_that_is_taken_is_told_in_one_sentence(command):
    """With the setting that mends it; no server starts."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = command("serve", AFFICHE_HOST="127.0.0.1", AFFICHE_PORT=str(taken.getsockname()[1]))

    assert (done.exit_code, done.stdout) == (2, "")
    assert "Address already in use; set AFFICHE_PORT to a free port" in done.stderr


@pytest.mark.parametrize("given", [{}, {"MALLOC_ARENA_MAX": "4"}], ids=["none", "four"])
def test_the_server_has_few_heaps_unless_somebody_says_otherwise(command, monkeypatch, given):
    """Each heap keeps what the largest upload of its threads took; what is large is in none, and given back at once."""
    started = []
    monkeypatch.setattr("os.execve", lambda *started_with: started.append(started_with))
    usual = {"MALLOC_ARENA_MAX": "2", "MALLOC_MMAP_THRESHOLD_": "1048576", "MALLOC_TRIM_THRESHOLD_": "2097152"}
    for name in usual:
        monkeypatch.delenv(name, raising=False)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    assert command("serve", AFFICHE_PORT=str(port), **given).exit_code == 0

    ((program, arguments, environment),) = started
    assert (program, arguments[1:3]) == (sys.executable, ["-m", "gunicorn"])
    assert {**usual, **given, "AFFICHE_PORT": str(port)}.items() <= environment.items()


def test_the_program_is_loaded_once_to_serve():
    """The server that takes the command's place loads it all; loading it here too would take as long again."""
    code = """
import os, sys
os.execve = lambda *_: print(*sorted(name for name in sys.modules if name.partition(".")[0] == "app"))
from app.cli import main
main(["serve"])
"""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {"PYTHONPATH": str(ROOT), "AFFICHE_PORT": str(port)}

    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["app", "app.cli", "app.cli.serving", "app.cli.trouble", "app.settings"]


def test_a_command_that_is_nearly_right_is_suggested(command):
    """Commands are loaded when they are called; the names of all are known all the same."""
    done = command("publsh")

    assert done.exit_code == 2
    assert "Did you mean 'publish'?" in done.stderr


def test_the_server_says_where_it_is_answers_and_goes(tmp_path, folder):
    """Started as a user would; ended by a signal without a word of complaint."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
        "AFFICHE_DATA": str(tmp_path / "data"),
        "AFFICHE_TEMPLATES": str(folder),
        "AFFICHE_PORT": str(port),
    }
    command = [sys.executable, "-c", "from app.cli import main; main()", "serve"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        address = server.stdout.readline().strip()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
                page = answer.read().decode()
        finally:
            server.terminate()
            code = server.wait(timeout=20)
            complaints = server.stderr.read()

    assert address == f"Affichemaker: http://127.0.0.1:{port}/"
    assert "Klein" in page
    assert "Traceback" not in complaints
    assert code == 0
