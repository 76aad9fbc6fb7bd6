"""Opens the whole application for a test: everything fresh, except what is slow to start."""

from app.factory import create_app
from app.services import Services, Workshop, open_workshop
from app.services.posters import Posters
from app.services.rendering import Rendering
from app.services.sharing import Sharing
from app.services.uploads import Uploads
from app.settings import Settings
from app.store import Database, FileStore, upgrade

__all__ = ["HouseOpener", "Settings", "create_app", "open_workshop"]


class HouseOpener:
    """Opens services on a fresh database and folder; catalogue and worker processes are shared by all tests."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._databases: list[Database] = []

    def __call__(self, settings: Settings) -> Services:
        """Return the services for settings."""
        upgrade(settings.database)
        database = Database(settings.database)
        self._databases.append(database)
        catalog, fence = self._workshop.catalog, self._workshop.fence
        files = FileStore(settings.file_folder)
        uploads = Uploads(files, fence, settings)
        rendering = Rendering(catalog, uploads, fence, wall_s=settings.render_seconds)
        keeping = {"days": settings.draft_days, "most_files": settings.draft_files}
        posters = Posters(database, files, settings.signing_key(), **keeping)
        return Services(
            settings=settings,
            catalog=catalog,
            uploads=uploads,
            rendering=rendering,
            fence=fence,
            posters=posters,
            sharing=Sharing(database, posters, settings.signing_key()),
            database=database,
        )

    def close(self) -> None:
        """Give every connection back."""
        for database in self._databases:
            database.close()
