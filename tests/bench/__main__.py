"""Print the table of docs/benchmarks.md: `script/bench`, or `script/bench --only print,peers`."""

import argparse
import os
import platform
from collections.abc import Callable, Iterable
from pathlib import Path

import peers
import rows_bundle
import rows_curves
import rows_engine
import rows_load
import rows_web
import samples
from measure import in_turns, timed
from table import HEAD, Row

_PARTS = ("preview", "web", "print", "peers", "png", "bulk", "curves", "load", "zip")


def main() -> None:
    parts = argparse.ArgumentParser(description=__doc__)
    usual = ",".join(_PARTS)
    parts.add_argument("--only", default=usual, type=_parts, metavar="PARTS", help=f"some of {usual}")
    wanted = parts.parse_args().only
    photo = samples.photo()
    print(f"Machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; ", end="")
    print(f"photo {samples.WIDTH} × {samples.HEIGHT} px, {len(photo) / 1e6:.1f} MB\n\n{HEAD}", flush=True)
    with peers.scratch() as folder:
        _show(_engine(Path(folder) / "files", photo, wanted))
        if "peers" in wanted:
            _show(_peers(Path(folder), photo))
    if "web" in wanted:
        _show(rows_web.rows(photo))
    if "load" in wanted:
        _show(rows_load.rows())
    if "zip" in wanted:
        _show(rows_bundle.rows(photo))


def _parts(said: str) -> list[str]:
    """Return the parts. Raises ArgumentTypeError for what is none."""
    wanted = said.split(",")
    if strange := [part for part in wanted if part not in _PARTS]:
        raise argparse.ArgumentTypeError(f"no part is called {strange[0]!r}; there are {', '.join(_PARTS)}")
    return wanted


def _show(rows: Iterable[Row]) -> None:
    for row in rows:
        print(row.line(), flush=True)


def _engine(folder: Path, photo: bytes, wanted: list[str]) -> Iterable[Row]:
    makers: dict[str, Callable[[rows_engine.Posters], Iterable[Row]]] = {
        "preview": rows_engine.preview_row,
        "print": rows_engine.print_rows,
        "png": rows_engine.png_rows,
        "bulk": rows_engine.bulk_row,
        "curves": rows_curves.rows,
    }
    posters = rows_engine.Posters(folder, photo)
    try:
        for part, rows in makers.items():
            if part in wanted:
                yield from rows(posters)
    finally:
        posters.shop.close()


def _peers(folder: Path, photo: bytes) -> Iterable[Row]:
    """Yield the peers' times and how many times as fast we are, on the same poster in the same run."""
    posters = rows_engine.Posters(folder / "files", photo)
    try:
        rows_engine.warm_up(posters)
        for peer, goal in ((peers.weasyprint(folder, photo), 2.0), (peers.typst(folder, photo), None)):
            ours, theirs = in_turns(
                lambda n: rows_engine.with_other_words(posters, n),
                lambda n, peer=peer: peer.make(f"{samples.HEADLINES[n % 5]} {n}"),
                30,
            )
            name = peer.name.split(",")[0]
            yield Row.time(f"{peer.name}, changed text", theirs)
            yield Row.time(f"ours, by turns with {name}", ours)
            ratio, what = theirs.median / ours.median, f"ours against {name}, changed text"
            yield Row.ratio(what, ratio, target=goal) if goal else Row(what=what, found=f"{ratio:.2f} ×")
        yield from _chromium(folder, photo, posters)
    finally:
        posters.shop.close()


def _chromium(folder: Path, photo: bytes, posters: rows_engine.Posters) -> Iterable[Row]:
    """Yield the same for Chromium with Ghostscript. It comes last: its own start takes a core for a while."""
    browser = peers.Chromium(folder, photo)
    try:
        theirs = timed(lambda n: browser.make(samples.HEADLINES[n % 5]), 3)
        first = timed(lambda n: posters.make(posters.with_new_crop(n), "a3", "print"), 5)
        changed = rows_engine.changed_text(posters)
        yield Row.time("Chromium's print + Ghostscript's CMYK PDF/X", theirs)
        what = "ours (first time, photo converted) against Chromium + Ghostscript"
        yield Row.ratio(what, theirs.median / first.median, target=8)
        what = "ours (changed text) against Chromium + Ghostscript"
        yield Row(what=what, found=f"{theirs.median / changed.median:.0f} ×")
    finally:
        browser.close()


main()
