"""Numbers in page descriptions."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine.geometry import Matrix
from app.engine.paint.numbers import matrix_row, row, short


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, "0"), (-0.0, "0"), (-0.0001, "0"), (1.5, "1.5"), (100, "100"), (0.1234, "0.123"), (-12.3456, "-12.346")],
)
def test_numbers_are_short(value, expected):
    """No needless zeros, no minus before nothing."""
    assert short(value) == expected


def test_whole_numbers_keep_their_zeros():
    """Without decimals nothing is stripped."""
    assert short(1200, 0) == "1200"


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_numbers_are_near_and_without_exponents(value, places):
    """A reader gets the number back within half of the last decimal."""
    text = short(value, places)

    assert re.fullmatch(r"-?\d+(\.\d*[1-9])?", text)
    assert abs(float(text) - value) <= 0.5 * 10**-places + 1e-9


def test_rows_and_matrices_are_parted_by_spaces():
    """The part of a matrix that multiplies lengths keeps six decimals."""
    assert row([1, 2.5, 0]) == "1 2.5 0"
    assert matrix_row(Matrix(1 / 3, 0, 0, 1, 10.00004, 0)) == "0.333333 0 0 1 10 0"
