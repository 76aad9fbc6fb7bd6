"""Orders to the workers behind the fence: written here, and filled once for all who want the very same meanwhile."""

from collections.abc import Callable, Hashable
from datetime import datetime
from typing import TypeVar, cast

from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.pipeline import Options
from app.engine.sheet import Destination
from app.engine.template import PosterTemplate
from app.isolation import Fence, FenceError
from app.services.catalog import Catalog
from app.services.jobs import Order
from app.services.not_made import NotMade
from app.single_flight import SingleFlight
from app.store import FileStore

T = TypeVar("T")


class OrderDesk:
    """Writes orders and has them filled. Any thread may ask."""

    def __init__(self, catalog: Catalog, files: FileStore, fence: Fence, *, wall_s: float) -> None:
        """Open. files: in which the pictures are. wall_s: the longest that filling one order may take."""
        self._catalog, self._files, self._fence, self._wall_s = catalog, files, fence, wall_s
        self._under_way: SingleFlight[object] = SingleFlight()

    def order(
        self,
        template: PosterTemplate,
        content: Content,
        media: Media,
        format_key: str,
        destination: Destination,
        options: Options,
        date: datetime,
    ) -> Order:
        """Return the order for one file."""
        return Order(
            brand_folder=self._catalog.brand_folder,
            brand_digest=self._catalog.brand.digest,
            template_folder=self._catalog.folder_of(template),
            digest=template.digest,
            files_folder=self._files.folder,
            content=content,
            media=media,
            format_key=format_key,
            destination=destination,
            options=options,
            date=date,
        )

    def filled(self, job: Callable[..., T], *args: Hashable) -> T:
        """Return what a job makes of an order. args: the order, and what else it takes.

        Raises NotMade, as one sentence, for what the fence had to stop.
        """

        def run() -> T:
            return self._fence.run(job, *args, wall_s=self._wall_s, cpu_s=self._wall_s)

        try:
            return cast(T, self._under_way.get((job, *args), run))
        except FenceError as stopped:
            raise NotMade(stopped) from stopped
