#!/usr/bin/env python3
"""Compare how our reader sees SVG logos with how two renderers of all of SVG see them.

    script/compare_logos.py PLACE … [--limit 500] [--out FOLDER] [--threshold 1.5]

PLACE: a folder of SVG files, or the icons.json of an Iconify package. Each drawing goes three ways at 200 px: through
our reader and written back as plain SVG, then resvg; resvg on the original; rsvg-convert on the original. Printed are
the shares of vectors, pixels and refusals, and every file where ours differs from resvg by more than the threshold
(mean difference, of 255, over a mid grey ground, per pixel that either paints).
"""

import argparse
import io
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.engine.errors import UnreadableFile
from app.engine.geometry import Size
from app.engine.vector.document import Document
from app.engine.vector.plain import plain_svg
from app.engine.vector.raster import rasterise, render
from app.engine.vector.reader import read_document

SIDE = 200
GROUND = 128


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one file. how: vector, pixels or refused. far: from resvg, as the module says; None unmeasured."""

    name: str
    how: str
    reason: str = ""
    far: float | None = None
    far_rsvg: float | None = None
    pictures: tuple[Image.Image, ...] = ()


def main() -> int:
    arguments = _arguments()
    verdicts = []
    for place in arguments.places:
        for count, (name, data) in enumerate(_files(Path(place))):
            if arguments.limit and count >= arguments.limit:
                break
            verdict = compare(name, data, arguments.threshold)
            verdicts.append(verdict)
            if verdict.pictures and arguments.out:
                _save(verdict, Path(arguments.out))
    _print(verdicts)
    return 1 if any(verdict.pictures for verdict in verdicts) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("places", nargs="+", metavar="PLACE")
    parser.add_argument("--limit", type=int, default=0, help="files of each place")
    parser.add_argument("--out", default="", help="folder for pictures of what differs: ours, resvg, rsvg")
    parser.add_argument("--threshold", type=float, default=1.5)
    return parser.parse_args()


def _files(place: Path) -> Iterator[tuple[str, bytes]]:
    if place.suffix == ".json":
        yield from _icons(json.loads(place.read_text()))
        return
    for path in sorted(place.rglob("*.svg")):
        yield path.stem, path.read_bytes()


def _icons(pack: dict) -> Iterator[tuple[str, bytes]]:
    for name, icon in pack["icons"].items():
        width, height = (icon.get(side, pack.get(side, 16)) for side in ("width", "height"))
        head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        view = f'viewBox="{icon.get("left", 0)} {icon.get("top", 0)} {width} {height}"'
        yield name, f'{head} {view} width="{width}" height="{height}">{icon["body"]}</svg>'.encode()


def compare(name: str, data: bytes, threshold: float = 1.5) -> Verdict:
    """Read one file and measure what came of it."""
    try:
        document = Document(data)
        reading = read_document(document, file=name)
        refusals = [problem.refusal for problem in reading.problems if problem.fatal]
        if refusals:
            return Verdict(name=name, how="refused", reason=refusals[0])
        width, height = _size(reading.size or reading.drawing.box.size)
        how = "pixels" if reading.problems else "vector"
        if how == "pixels":
            ours = _exactly(rasterise(document, reading), width, height)
        else:
            ours = render(plain_svg(reading.drawing, width_px=width, height_px=height))
    except UnreadableFile as refused:
        return Verdict(name=name, how="refused", reason=refused.reason)
    reason = reading.problems[0].kind if reading.problems else ""
    theirs = _exactly(render(_sized(data, width, height)), width, height)
    far = difference(ours, theirs)
    # Pixels were drawn larger and made smaller, which softens every edge.
    if far <= (threshold if how == "vector" else 4 * threshold):
        return Verdict(name=name, how=how, reason=reason, far=far)
    third = _rsvg(_sized(data, width, height).encode(), width, height)
    far_rsvg = difference(ours, third)
    return Verdict(name=name, how=how, reason=reason, far=far, far_rsvg=far_rsvg, pictures=(ours, theirs, third))


def _size(size: Size) -> tuple[int, int]:
    scale = SIDE / max(size)
    return max(1, round(size.width * scale)), max(1, round(size.height * scale))


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the mean difference, of 255, over the pixels that either picture paints."""
    a, b = (np.asarray(image, np.float32) for image in (one, other))
    painted = (a[..., 3] > 0) | (b[..., 3] > 0)
    if not painted.any():
        return 0.0
    over = [c[..., :3] * (c[..., 3:] / 255) + GROUND * (1 - c[..., 3:] / 255) for c in (a, b)]
    return float(np.abs(over[0] - over[1])[painted].mean())


def _sized(data: bytes, width: int, height: int) -> str:
    """Return a file with its root at exactly this size, as ours is."""
    from lxml import etree

    root = etree.fromstring(data)
    root.set("width", str(width))
    root.set("height", str(height))
    # Sides are whole px, so the drawing is bent by a hair; all three must bend alike.
    root.set("preserveAspectRatio", "none")
    return etree.tostring(root).decode()


def _rsvg(data: bytes, width: int, height: int) -> Image.Image:
    command = ["rsvg-convert", "--width", str(width), "--height", str(height)]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    if done.returncode:
        return Image.new("RGBA", (width, height))
    return _exactly(Image.open(io.BytesIO(done.stdout)).convert("RGBA"), width, height)


def _exactly(image: Image.Image, width: int, height: int) -> Image.Image:
    return image if image.size == (width, height) else image.resize((width, height), Image.Resampling.BOX)


def _save(verdict: Verdict, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    sheet = Image.new("RGB", (3 * (SIDE + 8), SIDE), (GROUND,) * 3)
    for column, picture in enumerate(verdict.pictures):
        sheet.paste(picture, (column * (SIDE + 8), 0), picture)
    sheet.save(folder / f"{verdict.far or 0:06.2f}-{verdict.name}.png")


def _print(verdicts: list[Verdict]) -> None:
    total = len(verdicts) or 1
    for how, count in Counter(verdict.how for verdict in verdicts).most_common():
        print(f"{how:8} {count:6} {100 * count / total:6.1f} %")
    for (how, reason), count in Counter((v.how, v.reason) for v in verdicts if v.reason).most_common(25):
        print(f"{count:6} {how}: {reason}")
    for verdict in verdicts:
        if verdict.how == "refused":
            print(f"REFUSED {verdict.reason:16} {verdict.name}")
    measured = [verdict.far for verdict in verdicts if verdict.far is not None]
    if measured:
        print(f"difference from resvg: median {np.median(measured):.3f}, 99 % {np.percentile(measured, 99):.3f}")
    for verdict in sorted(verdicts, key=lambda verdict: -(verdict.far or 0)):
        if verdict.pictures:
            print(f"DIFFERS {verdict.far:7.2f} (from rsvg {verdict.far_rsvg:7.2f})  {verdict.name}")


if __name__ == "__main__":
    raise SystemExit(main())
