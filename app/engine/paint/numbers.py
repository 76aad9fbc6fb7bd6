"""Numbers as page descriptions want them: fixed, short, without exponents."""

from collections.abc import Iterable

from app.engine.geometry import Matrix


def short(value: float, places: int = 3) -> str:
    """Return a number with at most so many decimals and no needless zeros.

    Three decimals of a point are a third of a micrometre.
    """
    # Formatting rounds three times as fast as round() does, and drawings hold tens of thousands of numbers.
    text = f"{value:.{places}f}"
    if places and text[-1] == "0":
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def row(values: Iterable[float], places: int = 3) -> str:
    """Return numbers side by side."""
    return " ".join([short(value, places) for value in values])


def matrix_row(matrix: Matrix) -> str:
    """Return the six numbers of a map; its first four multiply lengths and so keep more decimals."""
    return f"{row(matrix[:4], 6)} {row(matrix[4:], 4)}"
