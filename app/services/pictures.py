"""The pictures that painters ask for, made from stored files and kept while there is room."""

from app.engine.color import PrintCondition
from app.engine.photo import Cut, Encoded, cut_for, print_master, proof_master
from app.engine.scene import Picture
from app.services.file_cache import FileCache
from app.store import FileStore

# Two A3 print masters of a detailed 12-megapixel photo take about 14 MB.
_ROOM = 48_000_000


class StoredPictures:
    """Masters by what their pixels depend on, whatever format they are for; the least used go first.

    Each belongs to the printing condition that this object was opened with.
    """

    def __init__(self, files: FileStore, condition: PrintCondition, room: int = _ROOM) -> None:
        self._files, self._condition = files, condition
        self._kept: FileCache[Encoded] = FileCache(files, room, lambda found: len(found.data) + len(found.alpha))

    def print_master(self, picture: Picture) -> Encoded:
        variant = ("print", _cut(picture, picture.print_ppi), picture.treatment)
        return self._kept.get(picture.source.digest, variant, lambda: self._make_print(picture))

    def proof_master(self, picture: Picture, ppi: float) -> Encoded:
        variant = ("proof", _cut(picture, ppi), picture.treatment)
        return self._kept.get(picture.source.digest, variant, lambda: self._make_proof(picture, ppi))

    def _make_print(self, picture: Picture) -> Encoded:
        return print_master(
            self._files.read(picture.source.digest),
            picture.crop,
            picture.box.size,
            ppi=picture.print_ppi,
            condition=self._condition,
            treatment=picture.treatment,
        )

    def _make_proof(self, picture: Picture, ppi: float) -> Encoded:
        return proof_master(
            self._files.read(picture.source.digest),
            picture.crop,
            picture.box.size,
            ppi=ppi,
            condition=self._condition,
            treatment=picture.treatment,
        )


def _cut(picture: Picture, ppi: float) -> Cut:
    source = picture.source
    return cut_for(picture.crop, picture.box.size, (source.width, source.height), ppi=ppi)
