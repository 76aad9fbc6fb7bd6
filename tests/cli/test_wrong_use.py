"""Wrong use of the command line: exit 2 and one sentence that names the cure."""

import re

import pytest
from makers import TINY


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"template": "portrat"}, "no poster template 'portrat'; did you mean 'portret'?"),
        ({"template": "zzz"}, "no poster template 'zzz'; there are: "),
        ({"template": "./zzz"}, "no poster template './zzz'; there are: "),
        ({"format": "a6"}, "template tiny has no format 'a6'; it has: a5, a3, b2, square"),
        ({"format": "a9"}, "has no format 'a9'"),
        ({"format": "square"}, "format square does not go to 'print'; it goes to: screen"),
        ({"format": "b2", "goal": "home"}, "format b2 does not go to 'home'; it goes to: print, web, screen"),
        ({"goal": "poster"}, "'poster' is not one of"),
        ({"goal": "proof", "format": "a6"}, "has no format 'a6'"),
        ({"goal": "proof", "more": ("--format", "a5")}, "--for proof makes one file: give one --format"),
        ({"goal": "all", "more": ("--out", "x.pdf")}, "must end in .zip"),
        ({"more": ("--marks",), "goal": "web"}, "--marks goes with --for print only; leave it out"),
        ({"more": ("--paper", "a4")}, "--paper goes with --for home only; leave it out"),
        ({"more": ("--paper", "a3"), "goal": "home", "format": "a5"}, "--paper a3 goes with --format a3 only"),
        ({"more": ("--paper", "a5"), "goal": "home"}, "'a5' is not one of"),
        ({"more": ("--tiles", "a4")}, "--tiles goes with --for home only; leave it out"),
        ({"more": ("--up",), "goal": "web"}, "--up goes with --for home only; leave it out"),
        ({"more": ("--save-ink",)}, "--save-ink goes with --for home only; leave it out"),
        ({"more": ("--gray",), "goal": "screen"}, "--gray goes with --for home only; leave it out"),
        ({"more": ("--tiles", "a5"), "goal": "home"}, "'a5' is not one of"),
        (
            {"more": ("--tiles", "a4"), "goal": "home", "format": "a5"},
            "--tiles a4 goes with --format a3, a2, a1, a0, b2, b1 or mupi only; one sheet holds a5: leave it out",
        ),
        (
            {"more": ("--tiles", "a3"), "goal": "home", "format": "a3"},
            "--tiles a3 goes with --format a2, a1, a0, b2, b1 or mupi only; one sheet holds a3: leave it out",
        ),
        (
            {"more": ("--tiles", "a4"), "goal": "home", "format": "square"},
            "--tiles a4 goes with --format a3, a2, a1, a0, b2, b1 or mupi only; square is for screens",
        ),
        ({"more": ("--tiles", "a4", "--paper", "a4"), "goal": "home"}, "--tiles names the paper by itself"),
        ({"more": ("--tiles", "a4", "--up"), "goal": "home"}, "--tiles and --up exclude each other"),
        ({"more": ("--up",), "goal": "home", "format": "a3"}, "--up goes with --format a6 or a5 only; leave it out"),
        ({"more": ("--out", "x.png")}, "must end in .pdf"),
        ({"more": ("--out", "x.pdf"), "goal": "screen"}, "must end in .png or .jpg or .jpeg"),
        ({"more": ("--out", "nowhere/x.pdf")}, "there is no folder nowhere"),
        ({"more": ("--date", "1 maart")}, "does not match the format"),
        ({"more": ("--lang", "de")}, "language: unknown 'de'; known are: nl, fr, en, ar"),
        ({"more": ("--lang", "klingon")}, "language: unknown 'klingon'"),
        ({"more": ("--content", "nope.toml")}, "content file nope.toml: No such file or directory"),
        ({"more": ("--content", ".")}, "content file .: Is a directory"),
    ],
)
def test_a_call_that_cannot_be_says_what_can(render, desk, changes, sentence):
    """The message is on standard error, nothing is written."""
    more = changes.pop("more", ())

    done = render(*more, **{"template": TINY} | changes)

    assert done.exit_code == 2
    assert sentence in done.stderr.replace("\n", " ")
    assert done.stdout == ""
    assert not list(desk.glob("*.p[dn][fg]"))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("language = nl", "poster.toml:1:"),
        ("", "language"),
        ('language = "nl"\n[text]\nheadlin = "x"', "poster.toml:3: text: unknown 'headlin'; did you mean 'headline'?"),
        ('language = "nl"\n[tekst]\nheadline = "x"', "poster.toml:2: tekst"),
        ('language = "nl"\n[photo.photo]\nfile = "me.jpg"\nfocus = [2, 0]', "poster.toml:4: photo.photo.focus"),
        ('language = "nl"\n[photo.photo]\nfile = "brand:nobody"', "unknown 'nobody'"),
        ('language = "nl"\n[logo.logo]\nfile = "logo.svg"\nplate = "maybe"', "poster.toml:4: logo.logo.plate"),
        (
            'language = "nl"\n[choice]\nground = "roze"',
            "poster.toml:3: choice.ground: unknown 'roze'; known are: bos, koraal",
        ),
        ('language = "nl"\n[imprint]\nnaam = "An"', "imprint.naam"),
    ],
)
def test_a_malformed_content_file_is_told_with_its_line(render, desk, content, sentence):
    """File, line, key and cure."""
    (desk / "poster.toml").write_text(content, encoding="utf-8")

    done = render()

    assert (done.exit_code, done.stdout) == (2, "")
    assert sentence in done.stderr


def test_everything_wrong_in_a_content_file_is_told_at_once(render, desk):
    """A key that no file has, a slot that this template lacks, a value out of range: one run names them all."""
    content = 'language = "nl"\n[tekst]\na = "x"\n[text]\nheadlin = "x"\n[photo.photo]\nfocus = [2, 0]\n[logo.log]\n'
    (desk / "poster.toml").write_text(content, encoding="utf-8")

    done = render()

    places = re.findall(r"poster\.toml:(\d+): ", done.stderr)
    assert (done.exit_code, places) == (2, ["2", "5", "7", "8"])


def test_a_language_that_is_missing_is_told_once(render, desk):
    """What is not there is not unknown as well."""
    (desk / "poster.toml").write_text('[text]\nheadlin = "x"', encoding="utf-8")

    done = render()

    assert len(done.stderr.splitlines()) == 2
    assert done.stderr.count("language: ") == 1


def test_a_content_file_must_be_text(render, desk):
    """Bytes that are no UTF-8 are wrong use, not a crash."""
    (desk / "poster.toml").write_bytes('language = "nl" # café'.encode("latin-1"))

    done = render()

    assert (done.exit_code, "save it as UTF-8" in done.stderr) == (2, True)


@pytest.mark.parametrize("epoch", ["yesterday", "-", "9" * 30])
def test_an_epoch_that_is_none_is_told(render, monkeypatch, epoch):
    """SOURCE_DATE_EPOCH counts seconds."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)

    done = render()

    assert (done.exit_code, "SOURCE_DATE_EPOCH" in done.stderr) == (2, True)


def test_a_folder_without_a_template_names_what_is_missing(render, desk):
    """A path that is there is read; what it lacks is told like any fault of an author."""
    (desk / "mine").mkdir()

    done = render(template="./mine")

    assert done.exit_code == 2
    assert "mine/template.toml:1: template.toml: the file is not there" in done.stderr


def test_a_setting_that_cannot_be_is_wrong_use(command):
    """The variable is named."""
    done = command("templates", AFFICHE_PORT="eighty")

    assert done.exit_code == 2
    assert "AFFICHE_PORT: must be a whole number" in done.stderr
