"""What the files of one poster are called: two of the same template lie beside each other in somebody's folder."""

from app.engine.content import Content, Text
from app.engine.template import PosterTemplate, TextSlot
from app.services.filenames import Naming, told_apart
from app.web.shell import services


def naming_of(template: PosterTemplate, content: Content) -> Naming:
    """Return how the files of a poster are named: with its title, which everybody who sees it reads."""
    title = next(slot.key for slot in template.slots.values() if isinstance(slot, TextSlot) and slot.role == "H1")
    return told_apart(services().catalog.brand.name, template.key, content.texts.get(title, Text(text="")).text)
