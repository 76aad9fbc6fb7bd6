"""Content files: read strictly, written so that they read back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.content import (
    Content,
    Imprint,
    LogoChoice,
    PhotoChoice,
    QrChoice,
    Text,
    read_content,
    write_content,
)
from app.engine.content.files import version_said
from app.engine.errors import ContentError

WHOLE = """
language = "nl"

[text]
headline = "Warm hart,\\nvast contract."
lead = { text = "Grand cœur.", language = "fr" }
note = ""

[photo.photo]
file = "me.jpg"
focus = [0.5, 0.35]
zoom = 2
alt = "Lachende zorgkundige in de tuin"
consent = true
credit = "Foto: An"
scrim = false

[logo.logo]
file = "logo.svg"
plate = "none"

[qr.qr]
url = "https://care-er.be"

[choice]
ground = "bos"

[imprint]
name = "An Peeters"
street = "Straat 1"
postcode = "9000"
town = "Gent"
organisation = "De Linde vzw"
seat = "Plein 2, 9000 Gent"
"""

CONTENT = Content(
    language="nl",
    texts={"headline": Text(text="Warm hart,\nvast contract."), "lead": Text(text="Grand cœur.", language="fr")},
    photos={
        "photo": PhotoChoice(
            file="me.jpg",
            focus=(0.5, 0.35),
            zoom=2.0,
            alt="Lachende zorgkundige in de tuin",
            consent=True,
            credit="Foto: An",
        )
    },
    logos={"logo": LogoChoice(file="logo.svg", plate="none")},
    qrs={"qr": QrChoice(url="https://care-er.be")},
    choices={"ground": "bos"},
    imprint=Imprint(
        name="An Peeters",
        street="Straat 1",
        postcode="9000",
        town="Gent",
        organisation="De Linde vzw",
        seat="Plein 2, 9000 Gent",
    ),
)


def test_every_key_of_a_content_file_is_read():
    """The whole file becomes the whole content; a text left empty is absent."""
    assert read_content(WHOLE) == CONTENT


def test_what_is_left_out_has_its_default():
    """A file of one line is a content."""
    assert read_content('language = "fr"') == Content(language="fr")
    assert read_content('language = "nl"\n[photo.p]\nfile = "brand:team-1"').photos["p"].illustration == "team-1"


def test_the_language_asked_for_goes_before_the_one_in_the_file():
    """An option of the command line overrides the file, or makes up for it."""
    assert read_content(WHOLE, language="ar").language == "ar"
    assert read_content('[text]\na = "b"', language="tr").language == "tr"


def test_a_byte_order_mark_is_no_mistake():
    """Editors on Windows write one."""
    assert read_content("\ufeff" + WHOLE) == CONTENT


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("zoom = 2", "zom = 2", ':12: photo.photo.zom: is an unknown key; did you mean "zoom"?'),
        ("[choice]", "[choices]", ':25: choices: is an unknown key; did you mean "choice"?'),
        ("zoom = 2", "zoom = 9", ":12: photo.photo.zoom: 9 is out of range; use 1 to 8"),
        ("zoom = 2", "zoom = inf", ":12: photo.photo.zoom: inf is out of range; use 1 to 8"),
        ("[0.5, 0.35]", "[0.5]", ":11: photo.photo.focus: is not as expected; write 2 numbers from 0 to 1"),
        ("[0.5, 0.35]", "[0.5, 1.35]", ":11: photo.photo.focus: is not as expected"),
        ("[0.5, 0.35]", "[true, false]", ":11: photo.photo.focus: is not as expected"),
        ("consent = true", 'consent = "yes"', ":14: photo.photo.consent: is not true or false"),
        ('plate = "none"', 'plate = "non"', ':20: logo.logo.plate: "non" is not known here; did you mean "none"?'),
        ('"Straat 1"', "1", ":30: imprint.street: is not a text; write a text"),
        ('headline = "Warm hart,\\nvast contract."', "headline = 3", ":5: text.headline: is not a text"),
        (
            'language = "fr" }',
            'langauge = "fr" }',
            ':6: text.lead.langauge: is an unknown key; did you mean "language"?',
        ),
        ('language = "nl"', 'language = "Nederlands"', ':2: language: "Nederlands" is no language tag'),
        ('language = "nl"', "", ":1: language: is missing; add language, a text"),
        ("[logo.logo]", "[logo]", ":19: logo.file: is not a table"),
        ('url = "https://care-er.be"', "url = ", ":23: toml: Invalid value"),
        ('seat = "Plein 2, 9000 Gent"', "seat = [", ":35: toml: "),
    ],
)
def test_a_mistake_is_named_with_file_line_key_and_cure(old, new, said):
    """Wrong use is told so that it can be mended."""
    assert old in WHOLE
    with pytest.raises(ContentError) as caught:
        read_content(WHOLE.replace(old, new, 1), file="mine.toml")

    assert f"mine.toml{said}" in str(caught.value)


def test_all_mistakes_are_told_at_once():
    """Two mistakes give two lines, in the order of the file."""
    with pytest.raises(ContentError) as caught:
        read_content(WHOLE.replace("zoom", "zom").replace("[qr.qr]\nurl", "[qr.qr]\nurll"))

    assert [line.split(": ")[1] for line in str(caught.value).split("\n")] == ["photo.photo.zom", "qr.qr.urll"]


@pytest.mark.parametrize(
    "text",
    ["a = " + "[" * 5000, "a = " + "9" * 5000, "x" * 1_000_001, "\x00", "language = 'nl'\nlanguage = 'fr'"],
    ids=["deep", "huge number", "long", "control", "twice"],
)
def test_a_hostile_file_is_a_plain_refusal(text):
    """Whatever the parser stumbles over becomes wrong use, not a crash."""
    with pytest.raises(ContentError):
        read_content(text)


def test_a_written_content_reads_back_as_the_same():
    """Nothing is lost on the way to a file and back."""
    assert read_content(write_content(CONTENT)) == CONTENT


def test_an_unfinished_draft_can_be_written_too():
    """A photo whose file is gone keeps its words."""
    draft = Content(language="nl", photos={"photo": PhotoChoice(file="", alt="Een tuin", consent=True)})

    assert read_content(write_content(draft)) == draft


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
_KEYS = st.from_regex(r"[a-z][a-z0-9-]{0,10}", fullmatch=True)


@given(
    texts=st.dictionaries(_KEYS, st.builds(Text, text=_WORDS, language=st.sampled_from(["", "fr", "ar"])), max_size=4),
    photo=st.builds(
        PhotoChoice,
        file=_WORDS,
        focus=st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1)),
        zoom=st.floats(1, 8),
        alt=_WORDS,
        consent=st.booleans(),
        scrim=st.booleans(),
    ),
)
def test_any_text_survives_the_file(texts, photo):
    """Quotes, controls, line ends and every script are read back as typed."""
    content = Content(language="nl", texts=texts, photos={"photo": photo})

    assert read_content(write_content(content)) == content


def test_half_a_character_is_left_out_of_the_file():
    """A lone surrogate can stand in JSON but in no file."""
    content = Content(language="nl", texts={"headline": Text(text="a\ud800b")})

    assert read_content(write_content(content).encode().decode()).texts["headline"].text == "ab"


def test_content_files_beside_templates_are_read_by_the_same_reader():
    """Every sample that is shipped is a content file."""
    samples = sorted((Path(__file__).parents[3] / "poster_templates").glob("*/sample*.toml"))

    for sample in samples:
        assert read_content(sample.read_text(encoding="utf-8"), file=sample.name).language


def test_a_content_says_the_version_of_its_template():
    """It is read, written, and known before anything else of the file is judged."""
    text = 'language = "nl"\nversion = 2\n[text]\nheadline = "Ja."\n'

    content = read_content(text)

    assert content.version == 2
    assert read_content(write_content(content)) == content
    assert version_said(text) == 2
    assert read_content('language = "nl"').version == 0
    assert "version" not in write_content(read_content('language = "nl"'))


@pytest.mark.parametrize("value", ["0", "-1", "true", '"1"', "1.5"])
def test_a_version_is_a_whole_number_above_zero(value):
    """What is none is told with its line, and no version is looked for."""
    text = f'language = "nl"\nversion = {value}\n'

    assert version_said(text) is None
    with pytest.raises(ContentError, match=r"content\.toml:2: version: "):
        read_content(text)


def test_of_a_file_that_cannot_be_read_no_version_is_known():
    """Reading it says why."""
    assert version_said("version = 1\n[") is None
