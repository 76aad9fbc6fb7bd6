"""QR codes on the screen lead where they say."""

import io

import numpy as np
import resvg_py
import zxingcpp
from PIL import Image

from app.services.codes import code_svg


def test_a_phone_reads_the_address_from_the_screen(workshop):
    """A resume link of usual length is read back letter by letter from 240 px."""
    address = f"https://affiche.example.be/affiche/{'0a' * 16}/verder/{'Ab_-' * 7}"

    png = resvg_py.svg_to_bytes(svg_string=code_svg(address, workshop.catalog.brand), width=240, height=240)

    pixels = np.asarray(Image.open(io.BytesIO(bytes(png))).convert("RGB"))
    assert [found.text for found in zxingcpp.read_barcodes(pixels)] == [address]
