"""Where painters get pixels from."""

from typing import Protocol

from app.engine.photo import Encoded
from app.engine.scene import Picture


class Pictures(Protocol):
    """Gives the crop of a picture, encoded for one purpose."""

    def print_master(self, picture: Picture) -> Encoded:
        """Return the crop in CMYK within the ink limit, at most `picture.print_ppi` dense."""
        ...

    def proof_master(self, picture: Picture, ppi: float) -> Encoded:
        """Return the crop in sRGB as it will look in print, at most `ppi` px per inch of its box."""
        ...
