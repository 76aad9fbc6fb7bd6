"""Work on large pictures by two threads, an upper and a lower half: Pillow lets go of the interpreter meanwhile."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from PIL import Image

# Below this, starting threads costs more than they save.
_FEW_PIXELS = 500_000


def in_bands(image: Image.Image, work: Callable[[Image.Image], Image.Image]) -> Image.Image:
    """Return what the work makes of a picture; it must look at each pixel by itself."""
    if image.width * image.height < _FEW_PIXELS:
        return work(image)
    middle = image.height // 2
    halves = image.crop((0, 0, image.width, middle)), image.crop((0, middle, *image.size))
    with ThreadPoolExecutor(len(halves)) as threads:
        upper, lower = threads.map(work, halves)
    whole = Image.new(upper.mode, image.size)
    whole.paste(upper, (0, 0))
    whole.paste(lower, (0, middle))
    return whole
