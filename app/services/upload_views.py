"""Photos and logos that somebody sent, as browsers show them."""

from app.engine.photo import Treatment, proof_jpeg
from app.services.catalog import Catalog
from app.services.file_cache import FileCache
from app.services.plates import plate_svg
from app.services.uploads import Uploads

# In bytes: some fifty large ones, or some hundreds of small ones. They stay in this process, so that nothing of them is
# left anywhere once their file is wiped.
_ROOM = 8_000_000


class UploadViews:
    """Makes them when they are first asked for, and keeps them while there is room.

    Whether somebody may see one is for the caller to know.
    """

    def __init__(self, catalog: Catalog, uploads: Uploads) -> None:
        self._catalog, self._uploads = catalog, uploads
        self._kept: FileCache[bytes] = FileCache(uploads.files, _ROOM, len)

    def photo(self, digest: str, width_px: int, *, better_light: bool = False) -> bytes:
        """Return a photo, or a logo of pixels, as its print will look. better_light: for photos.

        Raises FileGone, also for what was made before.
        """
        variant = ("photo", width_px, better_light, self._catalog.brand.digest)
        return self._kept.get(digest, variant, lambda: self._photo(digest, width_px, better_light))

    def _photo(self, digest: str, width_px: int, better_light: bool) -> bytes:
        treatment = Treatment(tones=self._uploads.kept_photo(digest).tones) if better_light else Treatment()
        proof, condition = self._uploads.proof(digest), self._catalog.brand.print.condition
        return proof_jpeg(proof, condition=condition, treatment=treatment, side_px=width_px)

    def logo(self, digest: str) -> bytes:
        """Return a logo on a small plate as SVG. Raises FileGone, also for what is no logo."""
        return self._kept.get(digest, ("plate", self._catalog.brand.digest), lambda: self._logo(digest))

    def _logo(self, digest: str) -> bytes:
        return plate_svg(self._uploads.kept_logo(digest), self._catalog.brand).encode()
