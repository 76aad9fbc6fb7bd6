"""Work on large pictures by two threads, band by band: Pillow lets go of the interpreter meanwhile."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PIL import Image

# Below this, starting threads costs more than they save.
_FEW_PIXELS = 500_000
# Small enough that two bands at work weigh little beside the picture itself.
_BAND_PIXELS = 1_000_000
_THREADS = 2


def in_bands(image: Image.Image, work: Callable[[Image.Image], Image.Image]) -> Image.Image:
    """Return what the work makes of a picture; it must look at each pixel by itself."""
    if image.width * image.height < _FEW_PIXELS:
        return work(image)
    image.load()
    rows = max(1, _BAND_PIXELS // image.width)
    boxes = [(0, top, image.width, min(top + rows, image.height)) for top in range(0, image.height, rows)]
    with ThreadPoolExecutor(_THREADS) as threads:
        bands = threads.map(lambda box: work(image.crop(box)), boxes)
        first = next(bands)
        whole = Image.new(first.mode, image.size)
        whole.paste(first)
        for box, band in zip(boxes[1:], bands, strict=True):
            whole.paste(band, box)
    return whole
