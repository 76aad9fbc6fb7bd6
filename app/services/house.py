"""Every service of one installation, opened once from its settings."""

from dataclasses import dataclass
from pathlib import Path

from app.engine.errors import ContentError, UnreadableFile
from app.isolation import Fence, WorkerLimits
from app.services.bundle import Bundles
from app.services.catalog import Catalog
from app.services.posters import Posters
from app.services.rendering import Rendering
from app.services.sharing import Sharing
from app.services.showcase import Showcase
from app.services.uploads import Uploads
from app.settings import Settings
from app.store import Database, FileStore

_MIB = 1 << 20

# Loaded once for all workers, and in no other process.
_DECODERS = ("pi_heif", "resvg_py", "pypdfium2.raw")


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What it takes to make a poster from files: all that the command line needs."""

    settings: Settings
    catalog: Catalog
    uploads: Uploads
    rendering: Rendering
    fence: Fence

    @property
    def bundles(self) -> Bundles:
        return Bundles(self.rendering)

    @property
    def showcase(self) -> Showcase:
        return Showcase(self.catalog, self.fence)

    def close(self) -> None:
        self.fence.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Services(Workshop):
    """A workshop that also keeps visitors' posters."""

    posters: Posters
    sharing: Sharing
    database: Database

    def close(self) -> None:
        self.fence.close()
        self.database.close()


def open_workshop(settings: Settings, files: Path, *, workers: int) -> Workshop:
    """Open what makes posters. files: folder in which pictures that are taken in are kept."""
    catalog = Catalog(settings.brand, settings.templates)
    fence = _fence(settings, workers)
    uploads = Uploads(FileStore(files), fence, settings)
    rendering = Rendering(catalog, uploads, fence, wall_s=settings.render_seconds)
    return Workshop(settings=settings, catalog=catalog, uploads=uploads, rendering=rendering, fence=fence)


def open_services(settings: Settings) -> Services:
    """Open everything. The database must be up to date: `housekeeping.upgraded`."""
    settings.data.mkdir(parents=True, exist_ok=True)
    shop = open_workshop(settings, settings.file_folder, workers=settings.workers)
    database = Database(settings.database)
    posters = Posters(
        database,
        shop.uploads.files,
        settings.signing_key(),
        days=settings.draft_days,
        most_files=settings.draft_files,
    )
    return Services(
        settings=settings,
        catalog=shop.catalog,
        uploads=shop.uploads,
        rendering=shop.rendering,
        fence=shop.fence,
        posters=posters,
        sharing=Sharing(database, posters, settings.signing_key()),
        database=database,
    )


def _fence(settings: Settings, workers: int) -> Fence:
    return Fence(
        packages=("app.engine",),
        refusals=(UnreadableFile, ContentError),
        modules=("app.services.jobs", *_DECODERS),
        workers=workers,
        queue=settings.queue_length,
        limits=WorkerLimits(memory_bytes=settings.worker_memory_mb * _MIB, jobs=settings.worker_jobs),
    )
