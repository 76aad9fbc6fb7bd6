"""How much of a photo is taken. Judged on the header, before any pixel exists."""

from dataclasses import dataclass

from app.engine.errors import UnreadableFile
from app.engine.photo.header import Header

_MEGA = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoLimits:
    """What one photo may cost.

    file_bytes: of the file. pixels: width × height. side: in px. aspect: long side ÷ short side.
    memory_bytes: of the decoded pixels, which 16-bit and CMYK files reach first. scans: of a progressive JPEG, where
    each costs a pass over the whole picture. profile_bytes: a larger colour profile is left aside.
    """

    file_bytes: int = 25 * _MEGA
    pixels: int = 50 * _MEGA
    side: int = 20_000
    aspect: float = 30.0
    memory_bytes: int = 256 * _MEGA
    scans: int = 100
    profile_bytes: int = _MEGA

    def check_weight(self, weight_bytes: int) -> None:
        """Raise UnreadableFile for an empty file and for one that is too heavy."""
        if not weight_bytes:
            raise UnreadableFile("empty")
        if weight_bytes > self.file_bytes:
            raise UnreadableFile("too-heavy", megabytes=_up(weight_bytes), limit=self.file_bytes // _MEGA)

    def check(self, header: Header) -> None:
        """Raise UnreadableFile for a picture whose pixels would cost too much."""
        width, height = header.width, header.height
        if width < 1 or height < 1:
            raise UnreadableFile("damaged")
        if width * height > self.pixels:
            raise UnreadableFile("too-many-pixels", megapixels=_up(width * height), limit=self.pixels // _MEGA)
        if max(width, height) > self.side:
            raise UnreadableFile("too-long-a-side", side=max(width, height), limit=self.side)
        if max(width, height) > self.aspect * min(width, height):
            raise UnreadableFile("too-narrow", width=width, height=height)
        if header.memory_bytes > self.memory_bytes:
            raise UnreadableFile("too-deep", megapixels=_up(width * height), bits=header.depth)
        if header.scans > self.scans:
            raise UnreadableFile("too-many-scans", scans=header.scans, limit=self.scans)


def _up(count: int) -> int:
    """Return millions, rounded up, so that a refused value never reads like the limit itself."""
    return -(-count // _MEGA)
