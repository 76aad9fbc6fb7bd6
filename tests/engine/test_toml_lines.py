"""Lines of keys in TOML texts."""

import tomllib

import pytest

from app.engine.toml_lines import TomlLines, line_of_syntax_error

TEXT = '''# a comment with [brackets] and key = "value"
name = "Careēr"
"crème" = { cmyk = [2, 4], deep = { srgb = "#fff" } }
words = [
    "one",   # a comment, with ] inside
    "t]o", ["three"],
]
long = """
[not.a.table]
key = 1
"""

[print.condition]
ink.limit = 300

[[artboard]]
trim = [297, 420]

[artboard.extra]
note = 'it''s'

[[artboard]]
trim = [
  1,
  2 ]
"dotted.name" = 1
'''.replace("it''s", "its")


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("name", 2),
        ("crème.cmyk", 3),
        ("crème.cmyk[1]", 3),
        ("crème.deep.srgb", 3),
        ("words", 4),
        ("words[1]", 6),
        ("words[2][0]", 6),
        ("long", 8),
        ("print", 13),
        ("print.condition.ink.limit", 14),
        ("artboard", 16),
        ("artboard[0].trim", 17),
        ("artboard[0].extra.note", 20),
        ("artboard[1]", 22),
        ("artboard[1].trim[1]", 25),
        ("artboard[1].dotted.name", 26),
    ],
)
def test_the_line_of_a_key_is_found(where, line):
    """Every key is found, however it is written down."""
    assert TomlLines(TEXT).line_of(where) == line


@pytest.mark.parametrize(
    ("where", "line"),
    [("print.condition.profile", 13), ("artboard[1].file", 22), ("crème.deep.spot", 3), ("nothing.at.all", 0), ("", 0)],
)
def test_a_missing_key_has_the_line_of_what_should_hold_it(where, line):
    """A key that is not there is named on the line of its table, or on none."""
    assert TomlLines(TEXT).line_of(where) == line


def test_windows_line_ends_count_once():
    """Files from Windows have the same lines."""
    assert TomlLines(TEXT.replace("\n", "\r\n")).line_of("artboard[1].trim[1]") == 25


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a = ",
        "[",
        "[[",
        "a = [",
        "a = {",
        'a = "',
        "= 1\nb = 2",
        "]",
        'x = """',
        "a..b = 1",
        pytest.param("a = " + "[" * 9999, id="deep"),
    ],
)
def test_what_is_not_toml_ends_quietly(text):
    """The scanner never hangs or raises: the parser has already said what is wrong."""
    assert TomlLines(text).line_of("nowhere") == 0


def test_the_line_of_a_syntax_error_is_taken_from_the_parser():
    """The parser's own place is used for texts that cannot be read."""
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads("a = 1\nb = = 2\n")

    assert line_of_syntax_error(caught.value) == 2
    assert line_of_syntax_error(ValueError("something else")) == 0
