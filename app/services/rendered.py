"""What comes of an order: a finished file, or why there is none."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from app.engine.findings import Finding
from app.isolation import Parcel


class ContentRejected(Exception):
    """Artwork is refused: the findings say what must change."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(", ".join(f"{finding.code} {finding.slot}".strip() for finding in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedFile:
    """A finished file. name: in plain letters, safe on every system.

    body: the bytes themselves, or where they are too heavy to be held, the file they are in.
    """

    name: str
    body: bytes | Parcel
    mimetype: str
    findings: tuple[Finding, ...] = ()

    @property
    def data(self) -> bytes:
        """The bytes as a whole, for who can hold them."""
        return self.body if isinstance(self.body, bytes) else self.body.read()

    def opened(self) -> BinaryIO:
        """Return the bytes as an open file."""
        return BytesIO(self.body) if isinstance(self.body, bytes) else self.body.opened()

    @property
    def weight(self) -> int:
        """How many bytes there are."""
        return len(self.body) if isinstance(self.body, bytes) else self.body.size

    @property
    def chunks(self) -> Iterator[bytes]:
        """The bytes as a bundle gives them, piece by piece."""
        return iter((self.body,)) if isinstance(self.body, bytes) else self.body.pieces()
