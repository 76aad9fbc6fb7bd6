"""Several texts in one column."""

import pytest

from app.engine.geometry import Rect, Size
from app.engine.layout.text import fit_stack, place_stack, stack_height

REASONS = ["Vast contract", "Opleiding op kosten van het huis", "12 extra vakantiedagen"]


@pytest.fixture
def poster(ask):
    """Return the texts of a vacancy: headline, lead, three reasons."""

    def make(headline: str = "Word jij onze nieuwe zorgkundige?", lead: str = "Je maakt het verschil, elke dag."):
        return [ask(headline, "barred"), ask(lead, "lead"), *(ask(text, "body", lines=(1, 2)) for text in REASONS)]

    return make


@pytest.mark.parametrize("height", [1200, 500, 300, 240])
def test_everything_fits_and_rank_survives(poster, sheet, height):
    """At any height the headline is larger than the lead, the lead than the reasons, and all fit."""
    blocks = fit_stack(poster(), Size(330, height), 0.5, sheet)
    head, lead, *reasons = [block.size for block in blocks]

    assert not any(block.overset for block in blocks)
    assert stack_height(blocks, 0.5) <= height + 1e-6
    assert head > lead > max(reasons)


def test_texts_of_one_style_keep_one_size(poster, sheet):
    """A list of reasons looks like a list, however long one of them is."""
    blocks = fit_stack(poster(), Size(150, 400), 0.5, sheet)

    assert len({round(block.size, 2) for block in blocks[2:]}) == 1


def test_a_high_column_gives_every_text_its_largest(poster, sheet):
    """With room enough nothing gives way but to the width."""
    blocks = fit_stack(poster("Ja!"), Size(900, 2000), 0.5, sheet)

    assert [round(block.size) for block in blocks] == [100, 36, 24, 24, 24]


def shares(blocks) -> list[float]:
    """Return how far each text has come from its smallest to its largest size."""
    return [
        (block.size - block.smallest) / (largest - block.smallest)
        for block, largest in zip(blocks, (100, 36, 24, 24, 24), strict=True)
    ]


def test_what_is_read_gives_way_later_than_what_calls_out(poster, sheet):
    """In a wide, low column the texts under the headline give way alike, and keep more of their way than it does."""
    blocks = fit_stack(poster("Warm hart gezocht"), Size(2000, 200), 0.5, sheet)
    head, *rest = shares(blocks)

    assert rest == pytest.approx([rest[0]] * 4, abs=0.01)
    assert 0.3 < head < 0.6 < rest[0] < 1
    assert stack_height(blocks, 0.5) == pytest.approx(200, rel=0.03)


def test_room_that_a_headline_cannot_use_goes_to_the_others(poster, sheet):
    """A headline held small by its width leaves the height to the texts under it, up to its own rank."""
    blocks = fit_stack(poster("Warm hart gezocht"), Size(900, 330), 0.5, sheet)

    assert blocks[0].width == pytest.approx(900, rel=0.01)
    assert shares(blocks)[1] > shares(blocks)[0]


def test_an_empty_text_takes_no_gap(poster, sheet):
    """A stack without its lead closes up."""
    blocks = fit_stack(poster(lead=""), Size(330, 2000), 0.5, sheet)
    head, lead, first, *_ = place_stack(blocks, Rect(0, 0, 330, 2000), gap=0.5)

    assert blocks[1].is_empty
    assert lead.items == ()
    assert first.fit.box.y - head.fit.box.bottom == pytest.approx(0.5 * blocks[2].size)


def test_gaps_are_measured_in_the_text_that_follows(ask, sheet):
    """Two texts of squares: the second begins a gap of its own size under the first."""
    requests = [ask("aa", "squares", lines=(1, 1)), ask("bb", "squares", lines=(1, 1))]
    blocks = fit_stack(requests, Size(100, 1000), 2.0, sheet)
    first, second = place_stack(blocks, Rect(0, 0, 100, 1000), gap=2.0)

    assert second.fit.box.y - first.fit.box.bottom == pytest.approx(2.0 * blocks[1].size)


@pytest.mark.parametrize(("valign", "edge"), [("top", 0.0), ("bottom", 1.0), ("middle", 0.5)])
def test_a_stack_stands_where_it_is_told(poster, sheet, valign, edge):
    """The room that is left is above, below, or on both sides."""
    frame = Rect(10, 20, 330, 900)
    blocks = fit_stack(poster("Ja!"), frame.size, 0.5, sheet)
    placed = place_stack(blocks, frame, gap=0.5, valign=valign)
    room = frame.height - stack_height(blocks, 0.5)

    assert placed[0].fit.box.y == pytest.approx(frame.y + edge * room)
    assert placed[-1].fit.box.bottom == pytest.approx(frame.bottom - (1 - edge) * room)


def test_a_text_that_is_too_long_does_not_overset_its_neighbours(poster, sheet):
    """Only the headline is reported when only the headline is too long."""
    blocks = fit_stack(poster("Samen zorgen wij voor elkaar " * 12), Size(330, 420), 0.5, sheet)

    assert [block.overset for block in blocks] == [True, False, False, False, False]


def test_a_column_too_low_for_all_oversets_the_least_important(poster, sheet):
    """The height goes to texts in order of rank; those it does not reach are overset, and still set."""
    blocks = fit_stack(poster(), Size(330, 100), 0.5, sheet)

    assert not blocks[0].overset
    assert blocks[-1].overset
    assert [line.text for line in blocks[-1].lines]


def test_gaps_count_in_the_order_of_the_column(ask, sheet):
    """The topmost text takes no gap, whatever its rank; a column that runs over by less than a gap says so."""
    requests = [ask("aa", "squares", lines=(1, 1)), ask("bb", "squares", lines=(1, 1), key="large", smallest=30)]
    needed = sum(block.height for block in fit_stack(requests, Size(200, 9), 2.0, sheet))
    gap = 2.0 * requests[1].sizes(sheet)[0]

    assert not any(block.overset for block in fit_stack(requests, Size(200, needed + gap), 2.0, sheet))
    assert any(block.overset for block in fit_stack(requests, Size(200, needed + gap - 1), 2.0, sheet))


def test_a_headline_takes_fewer_lines_before_anything_is_overset(poster, sheet):
    """Lines of even length look better; but where they would push words out, the headline fills its lines."""
    requests = poster("Samen zorgen wij voor elkaar, dag en nacht")
    heights = range(60, 400, 2)
    ways = {height: fit_stack(requests, Size(330, height), 0.5, sheet) for height in heights}
    fitting = [height for height in heights if not any(block.overset for block in ways[height])]

    tightest = ways[fitting[0]]
    assert len(tightest[0].lines) < max(len(ways[height][0].lines) for height in fitting)
    assert stack_height(tightest, 0.5) <= fitting[0]
    assert fitting == list(heights[heights.index(fitting[0]) :])
