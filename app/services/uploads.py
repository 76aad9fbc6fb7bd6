"""Photos and logos of users: taken in behind the fence, kept as pixels or outlines, never as they came."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.errors import UnreadableFile
from app.engine.findings import Sentence, sentence
from app.engine.photo import PhotoLimits, PhotoSource, sniff
from app.engine.vector.logo import TakenLogo
from app.isolation import Fence, WorkerBusy, WorkerFailed, WorkerKilled, WorkerTimeout
from app.services import jobs
from app.services.file_cache import FileCache
from app.services.poster import UPLOAD_PREFIX
from app.services.sent import SentFile, weight, whole
from app.settings import Settings
from app.store import FileGone, FileStore

_MEGA = 1_000_000

# Logos whose outlines are kept ready.
_LOGOS = 32

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoUpload:
    """A photo that is kept. key: how a content names it."""

    key: str
    source: PhotoSource


@dataclass(frozen=True, slots=True, kw_only=True)
class LogoUpload:
    """A logo that is kept. key: how a content names it."""

    key: str
    logo: TakenLogo


class Uploads:
    """Takes files in and finds them again."""

    def __init__(self, files: FileStore, fence: Fence, settings: Settings) -> None:
        self.files, self._fence, self._settings = files, fence, settings
        self._looking = Lock()
        # A logo stays while the words around it change, and its outlines take longer to read than to place.
        self._logos: FileCache[TakenLogo] = FileCache(files, _LOGOS, lambda _logo: 1)

    def photo(self, sent: SentFile) -> PhotoUpload:
        """Keep a photo. Raises UnreadableFile."""
        limits = self._photo_limits()
        self._look_at(sent, limits)
        wall_s = float(self._settings.photo_seconds)
        brand = self._settings.brand
        source, small, pixels = self._fenced(jobs.take_in_photo, sent, limits, brand, wall_s=wall_s)
        proof = self.files.write(small, facts={"kind": "proof"})
        facts = {"kind": "photo", "proof": proof, "source": asdict(source)}
        self.files.write_runs(pixels.pieces(), facts=facts)
        return PhotoUpload(key=UPLOAD_PREFIX + source.digest, source=source)

    def _look_at(self, sent: SentFile, limits: PhotoLimits) -> None:
        """Let what the header alone can tell cost no worker's time; one after the other, so that one file is held."""
        with self._looking:
            sniff(whole(sent), limits)

    def logo(self, sent: SentFile) -> LogoUpload:
        """Keep a logo. Raises UnreadableFile."""
        _check_weight(weight(sent), self._settings.logo_mb)
        wall_s = float(self._settings.logo_seconds)
        logo = self._fenced(jobs.take_in_partner_logo, sent, self._settings.brand, wall_s=wall_s)
        facts = {"kind": "logo"}
        if logo.pixels:
            facts["pixels"] = self.files.write(logo.pixels)
        digest = self.files.write(logo.to_bytes(), facts=facts)
        return LogoUpload(key=UPLOAD_PREFIX + digest, logo=logo)

    def sentence(self, error: UnreadableFile) -> Sentence:
        """Return what to tell the user about a file that could not be read."""
        return sentence(f"unreadable-file.{error.reason}", **error.details)

    def media(self, content: Content, folder: Path | None = None) -> Media:
        """Return what is known of every file that a content names.

        folder: where names that are no uploads are looked for, as files beside a content file. Without it there
        are none.
        """
        unreadable: dict[str, UnreadableFile] = {}
        photos = [photo.file for photo in content.photos.values() if photo.file and not photo.illustration]
        logos = [logo.file for logo in content.logos.values() if logo.file]
        return Media(
            photos=_gathered(photos, lambda name: self._photo(name, folder), unreadable),
            logos=_gathered(logos, lambda name: self._logo(name, folder), unreadable),
            unreadable=unreadable,
        )

    def proof(self, digest: str) -> bytes:
        """Return a small version of a photo, or a logo's pixels, by the digest of the upload. Raises FileGone."""
        facts = self.files.facts(digest)
        part = facts.get("proof") or facts.get("pixels")
        if part is None:
            raise FileGone(digest)
        return self.files.read(part)

    def kept_photo(self, digest: str) -> PhotoSource:
        """Return what is known of a photo that was taken in, by the digest of the upload. Raises FileGone."""
        facts = self.files.facts(digest)
        if facts.get("kind") != "photo":
            raise FileGone(digest)
        return _source(facts["source"])

    def kept_logo(self, digest: str) -> TakenLogo:
        """Return a logo that was taken in, its pixels with it, by the digest of the upload. Raises FileGone."""
        if self.files.facts(digest).get("kind") != "logo":
            raise FileGone(digest)
        logo = self._read_logo(digest)
        return replace(logo, pixels=self.proof(digest)) if logo.picture else logo

    def _fenced(self, job: Callable[..., T], *args: object, wall_s: float) -> T:
        """Run a job; what the fence had to stop becomes a file that cannot be read, with the reason."""
        try:
            return self._fence.run(job, *args, wall_s=wall_s, cpu_s=float(self._settings.worker_cpu_seconds))
        except WorkerTimeout as stopped:
            raise UnreadableFile("timeout") from stopped
        except WorkerKilled as stopped:
            raise UnreadableFile("too-demanding") from stopped
        except WorkerBusy as busy:
            raise UnreadableFile("busy") from busy
        except WorkerFailed as failed:
            raise UnreadableFile("broken") from failed

    def _photo_limits(self) -> PhotoLimits:
        settings = self._settings
        return PhotoLimits(file_bytes=settings.photo_mb * _MEGA, pixels=settings.photo_megapixels * _MEGA)

    def _photo(self, name: str, folder: Path | None) -> PhotoSource:
        if name.startswith(UPLOAD_PREFIX):
            return _source(self._facts(name.removeprefix(UPLOAD_PREFIX), "photo")["source"])
        return self.photo(_beside(name, folder, self._settings.photo_mb)).source

    def _logo(self, name: str, folder: Path | None) -> TakenLogo:
        if name.startswith(UPLOAD_PREFIX):
            digest = name.removeprefix(UPLOAD_PREFIX)
            self._facts(digest, "logo")
            return self._read_logo(digest)
        return self.logo(_beside(name, folder, self._settings.logo_mb)).logo

    def _read_logo(self, digest: str) -> TakenLogo:
        return self._logos.get(digest, None, lambda: TakenLogo.from_bytes(self.files.read(digest)))

    def _facts(self, digest: str, kind: str) -> dict[str, Any]:
        try:
            facts = self.files.facts(digest)
        except FileGone:
            raise UnreadableFile("gone") from None
        if facts.get("kind") != kind:
            raise UnreadableFile("gone")
        return facts


def _beside(name: str, folder: Path | None, limit_mb: int) -> bytes:
    """Return the bytes of a file that a content file names. Raises UnreadableFile, before reading where it can."""
    if folder is None:
        raise UnreadableFile("gone")
    file = folder / name
    try:
        if not file.is_file():  # a folder; or a pipe or device, which may never end
            raise OSError(name)
        _check_weight(file.stat().st_size, limit_mb)
        return file.read_bytes()
    except (OSError, ValueError):
        # Not there, no file, not ours to read, or no name at all.
        raise UnreadableFile("missing", file=name) from None


def _check_weight(weight_bytes: int, limit_mb: int) -> None:
    if weight_bytes > limit_mb * _MEGA:
        raise UnreadableFile("too-heavy", megabytes=-(-weight_bytes // _MEGA), limit=limit_mb)


def _source(facts: dict[str, Any]) -> PhotoSource:
    return PhotoSource(**{**facts, **{key: tuple(value) for key, value in facts.items() if isinstance(value, list)}})


def _gathered(names: Iterable[str], take: Callable[[str], T], unreadable: dict[str, UnreadableFile]) -> dict[str, T]:
    """Return what each name stands for; what cannot be read goes into the other table, with the reason."""
    found: dict[str, T] = {}
    for name in dict.fromkeys(names):
        try:
            found[name] = take(name)
        except UnreadableFile as trouble:
            unreadable[name] = trouble
    return found
