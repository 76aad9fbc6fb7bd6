"""What goes along with one file: a note for the print shop, words to post beside a picture."""

from datetime import date
from typing import NamedTuple

from app.engine.content import Content
from app.engine.template import PosterTemplate
from app.services.filenames import file_name
from app.services.job_note import job_note
from app.services.poster_text import alternative_text, caption, title_of
from app.services.rendering import Rendering
from app.services.words import say


class TextFile(NamedTuple):
    """A text under a name in plain letters."""

    name: str
    text: str


class Companions(NamedTuple):
    """The texts of one poster.

    job_note: of its print file. caption: a message to post. alternative: for who does not see the picture.
    """

    title: str
    job_note: TextFile
    caption: str
    alternative: str


def companions_of(
    rendering: Rendering, template: PosterTemplate, content: Content, format_key: str, *, language: str, day: date
) -> Companions:
    """Return the texts for one format. language: of the reader of the note: nl, fr or en. Raises ContentError."""
    lines = rendering.transcript(template, content)
    title = title_of(lines, template.name.in_language(language))
    files = [(file_name(rendering.brand.name, template.key, format_key, "print", content.language, "pdf"), format_key)]
    note = job_note(title, files, rendering.brand, content.imprint, language=language, day=day)
    name = say("file.job-note").in_language(language)
    return Companions(title, TextFile(name, note), caption(lines), alternative_text(lines))
