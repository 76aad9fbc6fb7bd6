"""A poster in the making as pages show it, and the widths of the photos in it."""

from flask import url_for

from app.engine.content import Content
from app.engine.pipeline import Options
from app.engine.sheet import Destination
from app.engine.template import PosterTemplate
from app.services.poster import Poster, filled
from app.services.rendering import IN_BETTER_LIGHT, Preview
from app.web.shell import services

# In px. A preview is wide enough for a large screen with two pixels to the point.
CHOICE_WIDTH, PREVIEW_WIDTH = 240, 1200


def preview_of(
    poster: Poster,
    template: PosterTemplate,
    content: Content,
    format_key: str,
    destination: Destination,
    *,
    prefix: str = "p",
    width: int = PREVIEW_WIDTH,
    options: Options | None = None,
) -> Preview:
    """Return the preview of a poster with this content in it; its photos are asked for by their address.

    prefix: of the ids in it, where several previews stand in one page. width: of its photos, one of those above.
    options: that the file is to be made with.
    """

    def address(name: str) -> str:
        digest = name.removesuffix(IN_BETTER_LIGHT)
        return photo_address(poster.id, digest, width, better_light=digest != name)

    return services().rendering.preview(
        template,
        filled(content, template),
        format_key,
        address,
        destination=destination,
        prefix=prefix,
        options=options,
    )


def photo_address(poster_id: str, digest: str, width: int, *, better_light: bool = False) -> str:
    """Return the address of a photo of a poster, in one of the widths above."""
    light = 1 if better_light else None
    return url_for("media.photo", poster_id=poster_id, digest=digest, width=width, licht=light)
