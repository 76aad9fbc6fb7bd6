"""Makes the HEIC files beside it, which no library of this project can write.

Needs pillow-heif 1.8, which is no dependency: its wheel brings the GPL encoder x265. The pictures are generated from
nothing and belong to nobody. Run: python make.py

turned-1.heic … turned-8.heic: four quarters, upright red, green, blue, yellow, stored turned; the file's own boxes and
Exif say how. exif-only.heic: the boxes say "upright" and Exif says 6, so HEIC readers leave it as it lies.
secret.heic: with a place in Exif. deep.heic: ten bits a channel. clear.heic: its left half see-through.
"""

import io
from pathlib import Path

import numpy as np
import pillow_heif
from PIL import Image

HERE = Path(__file__).parent
ORIENTATION, ARTIST = 0x0112, 0x013B
# What turns an upright picture into one that is stored with this orientation.
STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def quarters() -> Image.Image:
    picture = Image.new("RGB", (64, 48), (230, 20, 20))
    picture.paste((20, 200, 20), (32, 0, 64, 24))
    picture.paste((20, 20, 220), (0, 24, 32, 48))
    picture.paste((240, 220, 20), (32, 24, 64, 48))
    return picture


def heic(picture: Image.Image, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, "HEIF", quality=95, chroma=444, **options)
    return file.getvalue()


def exif(orientation: int, artist: str = "") -> bytes:
    block = Image.Exif()
    block[ORIENTATION] = orientation
    if artist:
        block[ARTIST] = artist
    return block.tobytes()


def main() -> None:
    pillow_heif.register_heif_opener()
    upright = quarters()
    for orientation, turn in STORED.items():
        stored = upright if turn is None else upright.transpose(turn)
        (HERE / f"turned-{orientation}.heic").write_bytes(heic(stored, exif=exif(orientation)))
    only = bytearray(heic(upright, exif=exif(6)))
    only[only.index(b"irot") + 4] = 0
    (HERE / "exif-only.heic").write_bytes(only)
    (HERE / "secret.heic").write_bytes(heic(upright, exif=exif(1, "GEHEIM-4711"), xmp=b"<x>GEHEIM-4711</x>"))
    clear = upright.copy()
    clear.putalpha(Image.fromarray(np.repeat([[0] * 32 + [255] * 32], 48, axis=0).astype(np.uint8), "L"))
    (HERE / "clear.heic").write_bytes(heic(clear))
    deep = np.asarray(upright).astype(np.uint16) * 257
    file = pillow_heif.from_bytes(mode="RGB;16", size=upright.size, data=deep.tobytes())
    saved = io.BytesIO()
    file.save(saved, quality=95, chroma=444)
    (HERE / "deep.heic").write_bytes(saved.getvalue())


if __name__ == "__main__":
    main()
