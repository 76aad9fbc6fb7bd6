"""Print the table of docs/benchmarks.md: `script/bench`, or `script/bench --only print,peers`."""

import argparse
import os
import platform
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import peers
import rows_engine
import rows_web
import samples
from measure import timed
from table import HEAD, Row


def main() -> None:
    parts = argparse.ArgumentParser(description=__doc__)
    parts.add_argument("--only", default="preview,web,print,peers,png,bulk,memory", help="parts, with commas between")
    wanted = parts.parse_args().only.split(",")
    photo = samples.photo()
    print(f"Machine: {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; ", end="")
    print(f"photo {samples.WIDTH} × {samples.HEIGHT} px, {len(photo) / 1e6:.1f} MB\n\n{HEAD}", flush=True)
    with peers.scratch() as folder:
        _show(_engine(Path(folder) / "files", photo, wanted))
        if "peers" in wanted:
            _show(_peers(Path(folder), photo))
    if "web" in wanted:
        _show(rows_web.rows(photo))


def _show(rows: Iterable[Row]) -> None:
    for row in rows:
        print(row.line(), flush=True)


def _engine(folder: Path, photo: bytes, wanted: list[str]) -> Iterable[Row]:
    makers: dict[str, Callable[[rows_engine.Posters], Iterable[Row]]] = {
        "preview": rows_engine.preview_row,
        "print": rows_engine.print_rows,
        "png": rows_engine.png_rows,
        "bulk": rows_engine.bulk_row,
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
    weasyprint, typst = peers.weasyprint(folder, photo), peers.typst(folder, photo)
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
    browser = peers.Chromium(folder, photo, executable)
    try:
        changed = rows_engine.changed_text(posters)
        for peer in (weasyprint, typst):
            theirs = timed(lambda n, peer=peer: peer.make(f"{samples.HEADLINES[n % 5]} {n}"), 10, warm=2)
            yield Row.time(f"{peer.name}, changed text", theirs)
            goal = {weasyprint.name: 2.0}.get(peer.name)
            what = f"ours against {peer.name.split(',')[0]}, changed text"
            found = theirs.median / changed.median
            yield Row.ratio(what, found, target=goal) if goal else Row(what=what, found=f"{found:.2f} ×")
        first = timed(lambda n: posters.make(posters.with_new_crop(n), "a3", "print"), 5)
        theirs = timed(lambda n: browser.make(samples.HEADLINES[n % 5]), 3)
        yield Row.time("Chromium's print + Ghostscript's CMYK PDF/X", theirs)
        what = "ours (first time, photo converted) against Chromium + Ghostscript"
        yield Row.ratio(what, theirs.median / first.median, target=8)
        what = "ours (changed text) against Chromium + Ghostscript"
        yield Row(what=what, found=f"{theirs.median / changed.median:.0f} ×")
    finally:
        browser.close()
        posters.shop.close()


main()
