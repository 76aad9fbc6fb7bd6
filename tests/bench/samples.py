"""What is measured: one A3 poster with a 12-megapixel photo, as a phone takes it."""

import io
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 3024, 4032

HEADLINES = (
    "Warm hart, vast contract.",
    "Elke dag telt. Jij ook.",
    "Zorg is een werkwoord.",
    "Kom bij ons team.",
    "Hier maak je het verschil.",
)


def photo() -> bytes:
    """Return a JPEG of 12 megapixels with the detail of a real photo: noise of every scale over soft light.

    Made, not shipped: a fixed seed gives the same file everywhere.
    """
    chance = np.random.default_rng(12)
    layers = np.zeros((HEIGHT, WIDTH, 3), np.float32)
    for scale in (512, 128, 32, 8, 2):
        small = chance.normal(0, 1, (HEIGHT // scale + 2, WIDTH // scale + 2, 3))
        grain = Image.fromarray(np.clip(128 + 40 * small, 0, 255).astype(np.uint8), "RGB")
        layers += np.asarray(grain.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC), np.float32) - 128
    light = np.linspace(70, 190, HEIGHT, dtype=np.float32)[:, None, None] * np.array([1.0, 0.86, 0.74], np.float32)
    file = io.BytesIO()
    Image.fromarray(np.clip(light + layers * 0.5, 0, 255).astype(np.uint8), "RGB").save(file, "JPEG", quality=90)
    return file.getvalue()


def cut_out(photo_file: bytes) -> bytes:
    """Return a photo as a person is cut out of it: clear around an oval whose edge is some pixels soft."""
    image = Image.open(io.BytesIO(photo_file))
    down, across = np.mgrid[: image.height, : image.width].astype(np.float32)
    away = np.hypot(across / image.width - 0.5, down / image.height - 0.5)
    cover = np.clip((0.45 - away) * 150, 0, 1) * 255
    image.putalpha(Image.fromarray(cover.astype(np.uint8), "L"))
    file = io.BytesIO()
    image.save(file, "WEBP", quality=90, method=1)
    return file.getvalue()


def content_toml(photo_file: str, headline: str) -> str:
    """Return a content file for the template Portret."""
    return f'''
language = "nl"
[text]
headline = "{headline}"
lead = "Word verpleegkundige in Wevelgem. Vlak bij huis, in een team dat je opvangt."
[photo.photo]
file = "{photo_file}"
alt = "Een lachende verpleegkundige in de tuin"
consent = true
[qr.qr]
url = "https://care-er.be/jobs"
[imprint]
name = "An Peeters"
street = "Kerkstraat 1"
postcode = "8560"
town = "Wevelgem"
organisation = "Woonzorgcentrum De Linde vzw"
seat = "Lindelaan 4, 8560 Wevelgem"
'''
