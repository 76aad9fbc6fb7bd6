"""From painted pages to a file: the dictionaries of its pages, its catalogue, and what it says about itself."""

from collections.abc import Mapping

from app.engine.paint.inks import InkPolicy
from app.engine.paint.leaf import Leaf
from app.engine.paint.metadata import Metadata
from app.engine.paint.objects import Document, Value, dictionary, literal, numbers
from app.engine.paint.page import PagePainter, transparency_group


def fill_page(
    page: dict[str, Value], leaf: Leaf, content: bytes, painter: PagePainter, document: Document, policy: InkPolicy
) -> None:
    """Complete a page. content: its operators, as its painter gave them."""
    page.update(
        {name: numbers(*leaf.on_page(box), places=4) for name, box in leaf.boxes.items()},
        MediaBox=numbers(0, 0, *leaf.media, places=4),
        Contents=document.add_stream({}, content),
        Resources=painter.content.resource_dictionary(policy.color_spaces(document)),
        Group=transparency_group(policy, document),
    )


def finish_tagged(
    document: Document,
    metadata: Metadata,
    tree: Value,
    *,
    catalog: Mapping[str, Value] | None = None,
    preferences: Mapping[str, Value] | None = None,
) -> tuple[bytes, ...]:
    """Return a tagged file, in pieces. tree: the root of its structure. catalog: what its catalogue holds beside that.

    preferences: how a reader is to show and print it, beside its title.
    """
    packet = document.add_stream({"Type": "/Metadata", "Subtype": "/XML"}, metadata.xmp(), deflate=False)
    entries = {
        **(catalog or {}),
        "Lang": literal(metadata.language),
        "MarkInfo": dictionary({"Marked": "true"}),
        "Metadata": packet,
        "StructTreeRoot": tree,
        "ViewerPreferences": dictionary({"DisplayDocTitle": "true", **(preferences or {})}),
    }
    return document.pieces(catalog=entries, info=metadata.info(), identity=metadata.identity)
