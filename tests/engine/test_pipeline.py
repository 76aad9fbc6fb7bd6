"""From template and content to a file: the rules stand in front of every painter."""

import io
import pickle
from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pytest
import zxingcpp
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from makers import (
    ORGANISATION,
    Pictures,
    brand_slot,
    choice_slot,
    codes,
    imprint_slot,
    judged,
    kit,
    logo_slot,
    make_content,
    make_template,
    photo,
    photo_slot,
    purpose,
    qr_slot,
    svg,
    text_slot,
)
from PIL import Image

from app.engine.content import Imprint, LogoChoice, QrChoice, Text
from app.engine.errors import ContentError
from app.engine.findings import has_errors
from app.engine.geometry import Rect
from app.engine.pipeline import Options, Refused, artwork, judge, live_svg, screen_ppi, thumbnail
from app.engine.sheet import FORMATS

DATE = datetime(2027, 3, 1, 12, tzinfo=UTC)
SLOTS = (
    text_slot("headline", role="H1", required=True, placeholder={"nl": "Jouw titel"}),
    photo_slot(required=True),
    brand_slot(),
    logo_slot(),
    qr_slot(),
    imprint_slot(),
    choice_slot("bos", "koraal"),
)
TEMPLATE = make_template(*SLOTS, formats=("a5", "a4", "a3"))
SQUARE = make_template(
    *SLOTS,
    formats=("square",),
    places={
        "imprint": Rect(0.08, 0.93, 0.8, 0.03),
        "qr": Rect(0.74, 0.77, 0.15, 0.15),
        "logo": Rect(0.42, 0.8, 0.2, 0.1),
    },
)
PICTURES = (
    Pictures()
    .photo(Image.linear_gradient("L").resize((1700, 1700)).convert("RGB"))
    .logo(svg('<rect width="100" height="40" fill="#123456"/>', 100, 40))
)
GOOD = make_content(
    headline="Warm hart, vast contract.",
    photo=photo(),
    logo=LogoChoice(file="logo.svg"),
    qr=QrChoice(url="https://care-er.be/jobs"),
    imprint=ORGANISATION,
)


def made(content=GOOD, *, format="a4", goal="print", template=TEMPLATE, **options):
    poster = judged(template, content, format, goal, PICTURES)
    return artwork(poster, PICTURES, options=Options(**options), date=DATE)


@pytest.mark.parametrize("goal", ["print", "home", "web", "screen"])
def test_a_good_poster_has_no_findings_and_becomes_a_file(goal):
    """Nothing to say, and the bytes of the right kind."""
    poster = judged(TEMPLATE, GOOD, "a4", goal, PICTURES)

    assert poster.findings == ()
    assert made(goal=goal).startswith(b"\x89PNG" if goal == "screen" else b"%PDF")


def test_a_screen_poster_is_fine_too():
    """A square of its own pixels."""
    image = Image.open(io.BytesIO(made(goal="screen", format="square", template=SQUARE)))

    assert image.size == (1080, 1080)


def test_the_code_of_a_file_can_be_scanned():
    """At the size that the sheet has on a screen."""
    image = Image.open(io.BytesIO(made(goal="screen")))

    assert [found.text for found in zxingcpp.read_barcodes(image)] == ["https://care-er.be/jobs"]


@pytest.mark.parametrize("goal", ["print", "home", "web", "screen"])
@pytest.mark.parametrize(
    "spoilt",
    [
        {"headline": "Jouw titel"},
        {"photo": photo(consent=False)},
        {"qr": QrChoice(url="http://x")},
        {"headline": "x" * 900},
    ],
    ids=["placeholder", "consent", "address", "overset"],
)
def test_no_destination_lets_an_error_through(goal, spoilt):
    """There is no way around the rules."""
    given = {"headline": "Zorg", "photo": photo(), "imprint": ORGANISATION} | spoilt

    with pytest.raises(Refused) as refused:
        made(make_content(**given), goal=goal)

    assert has_errors(refused.value.findings)


def test_a_warning_lets_a_poster_through():
    """It is told, and the file is made."""
    shouting = replace(GOOD, texts={"headline": Text(text="Kom nu! Vandaag!")})

    assert codes(judged(TEMPLATE, shouting, "a4", pictures=PICTURES).findings) == ["shouting"]
    assert made(shouting).startswith(b"%PDF")


def test_every_finding_is_told_once():
    """Both judgements together, no sentence twice."""
    found = judged(TEMPLATE, make_content(photo=photo(consent=False, alt="")), pictures=PICTURES).findings

    assert len(found) == len(set(found))
    assert {"required", "consent", "alt-missing", "imprint"} <= set(codes(found))


@pytest.mark.parametrize("goal", ["print", "home", "web", "screen"])
def test_the_same_input_and_date_give_the_same_bytes(goal):
    """Made anew from the start."""
    assert made(goal=goal) == made(goal=goal)


def test_another_date_gives_another_file():
    """The date stands in it."""
    poster = judged(TEMPLATE, GOOD, "a4", pictures=PICTURES)
    one, other = (artwork(poster, PICTURES, options=Options(), date=DATE.replace(day=day)) for day in (1, 2))

    assert one != other


def test_a_choice_changes_the_picture_and_nothing_else():
    """The same words on another ground."""
    assert made(replace(GOOD, choices={"ground": "koraal"})).startswith(b"%PDF")
    with pytest.raises(ContentError):
        made(replace(GOOD, choices={"ground": "roze"}))


@pytest.mark.parametrize(
    ("format", "ppi"),
    [("a6", 300), ("a3", 300), ("a2", 300), ("a1", 200), ("a0", 150), ("b1", 150), ("mupi", 100)],
)
def test_a_printed_size_on_a_screen_is_as_dense_as_it_may_be(format, ppi):
    """The largest of 300, 200, 150 and 100 whose long side stays within 7,100 px."""
    assert screen_ppi(FORMATS[format]) == ppi


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_can_be_laid_out_and_judged(format):
    """Upright, lying, street furniture and screens: marks within the safe area, type above its minimum."""
    goal = FORMATS[format].destinations[0]
    places = {
        "qr": Rect(0.74, 0.75, 0.16, 0.2),
        "imprint": Rect(0.08, 0.9, 0.6, 0.05),
        "headline": Rect(0.1, 0.1, 0.6, 0.2),
    }
    template = make_template(*SLOTS, formats=(format,), places=places)

    poster = judged(template, replace(GOOD, photos={"photo": photo("brand:team-1")}), format, goal, PICTURES)

    assert poster.findings == () or codes(poster.findings) == ["poster-tax"]


def test_a_preview_is_made_of_unfinished_posters_too():
    """With the findings beside it, and pictures by address."""
    poster = judged(TEMPLATE, replace(GOOD, texts={}), "a4", pictures=PICTURES, unfinished=True)

    drawing = live_svg(poster, lambda picture: f"/photo/{picture.source.width}")

    assert poster.is_refused
    assert 'href="/photo/1700"' in drawing
    assert drawing.startswith("<svg")


def test_a_thumbnail_has_the_width_that_was_asked_for():
    """A small WebP, height by proportion."""
    image = Image.open(io.BytesIO(thumbnail(judged(TEMPLATE, GOOD, pictures=PICTURES), PICTURES, width_px=200)))

    assert (image.format, image.size) == ("WEBP", (200, 283))


def test_nothing_of_the_photos_file_is_left():
    """Neither its name nor its makers."""
    data = made(goal="web")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [
            bytes(item.read_bytes())
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and not _is_picture(item)
        ]

    assert not any(b"me.jpg" in stream for stream in [*streams, data])


def _is_picture(stream):
    return stream.get("/Subtype") == "/Image"


def test_a_refusal_crosses_a_process():
    """With all its findings."""
    with pytest.raises(Refused) as refused:
        made(make_content())

    back = pickle.loads(pickle.dumps(refused.value))  # noqa: S301 - our own bytes
    assert back.findings == refused.value.findings


def test_an_unknown_destination_is_a_mistake_of_the_program():
    """No painter, no file."""
    poster = judged(TEMPLATE, GOOD, "a4", "proof", PICTURES)

    with pytest.raises(ValueError, match="no painter"):
        artwork(poster, PICTURES, options=Options(), date=DATE)


PARTS = ("name", "street", "postcode", "town", "organisation", "seat")
words = st.text(max_size=120) | st.text("ab ēé\n\u202e\u0301ش漢🇧🇪👩‍⚕️-/.:@!", max_size=300)
urls = words | st.sampled_from(
    ["https://care-er.be", "tel:1", "mailto:", "https://[", "https://a@b.c", "https://x.y:99999/"]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    headline=words,
    credit=words,
    alt=words,
    url=urls,
    parts=st.lists(words, min_size=6, max_size=6),
    language=st.sampled_from(["nl", "fr", "en", "ar"]),
    goal=st.sampled_from(["print", "screen"]),
    focus=st.none() | st.tuples(st.floats(0, 1), st.floats(0, 1)),
    zoom=st.floats(1, 8),
    scrim=st.booleans(),
)
@example("\ud800", "\x00", "\ud800", "https://\ud800.be", ["\ud800"] * 6, "nl", "print", None, 1.0, True)
def test_whatever_is_typed_is_judged_and_then_painted_or_refused(
    headline, credit, alt, url, parts, language, goal, focus, zoom, scrim
):
    """Nothing that a hand can type brings the engine down: a file comes out, or sentences that say why not."""
    content = make_content(
        language=language,
        headline=headline,
        photo=photo("me.jpg", credit=credit, alt=alt, focus=focus, zoom=zoom, scrim=scrim),
        qr=QrChoice(url=url),
        imprint=Imprint(
            **dict(zip(("name", "street", "postcode", "town", "organisation", "seat"), parts, strict=True))
        ),
    )
    poster = judge(TEMPLATE, kit(), content, PICTURES.media, purpose("a5", goal), PICTURES)
    live_svg(poster, lambda picture: "x")

    for finding in poster.findings:
        assert all((finding.message.nl, finding.message.fr, finding.message.en))
    if poster.is_refused:
        with pytest.raises(Refused):
            artwork(poster, PICTURES, options=Options(), date=DATE)
    else:
        assert len(artwork(poster, PICTURES, options=Options(), date=DATE)) > 1000
