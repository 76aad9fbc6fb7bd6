"""Numbers as page descriptions want them: fixed, short, without exponents."""

from collections.abc import Iterable

from app.engine.geometry import Matrix


def short(value: float, places: int = 3) -> str:
    """Return a number with at most so many decimals and no needless zeros.

    Three decimals of a point are a third of a micrometre.
    """
    rounded = round(value, places)
    whole = int(rounded)
    if rounded == whole:
        return str(whole)
    return f"{rounded:.{places}f}".rstrip("0")


def row(values: Iterable[float], places: int = 3) -> str:
    """Return numbers side by side."""
    return " ".join([short(value, places) for value in values])


def matrix_row(matrix: Matrix) -> str:
    """Return the six numbers of a map; its first four multiply lengths and so keep more decimals."""
    return f"{row(matrix[:4], 6)} {row(matrix[4:], 4)}"
