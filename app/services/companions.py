"""What goes along with one file: a note for the print shop, words to post beside a picture."""

from datetime import date, datetime
from typing import NamedTuple

from app.engine.content import Content
from app.engine.pipeline import Options
from app.engine.template import PosterTemplate
from app.services.filenames import file_name
from app.services.job_note import JobNote, job_note
from app.services.poster_text import alternative_text, caption, title_of
from app.services.press_prints import press_variant
from app.services.rendering import RenderedFile, Rendering
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
    rendering: Rendering,
    template: PosterTemplate,
    content: Content,
    format_key: str,
    *,
    language: str,
    day: date,
    options: Options | None = None,
) -> Companions:
    """Return the texts for one format. language: of the reader of the note: nl, fr or en. Raises ContentError.

    options: that its print file is made with.
    """
    lines = rendering.transcript(template, content)
    title = title_of(lines, template.name.in_language(language))
    note = note_for(rendering, template, content, format_key, title, language=language, day=day, options=options)
    name = say("file.job-note").in_language(language)
    return Companions(title, TextFile(name, note.text), caption(lines), alternative_text(lines))


def note_for(
    rendering: Rendering,
    template: PosterTemplate,
    content: Content,
    format_key: str,
    title: str,
    *,
    language: str,
    day: date,
    options: Options | None = None,
) -> JobNote:
    """Return the note for one file. title: of the poster. options: that the file is made with."""
    brand, chosen = rendering.brand, options or Options()
    variant = press_variant(chosen, brand)
    name = file_name(brand.name, template.key, format_key, "print", content.language, "pdf", variant=variant)
    files = [(name, format_key)]
    return job_note(title, files, brand, content.imprint, language=language, day=day, options=chosen)


def note_page(
    rendering: Rendering,
    template: PosterTemplate,
    content: Content,
    format_key: str,
    *,
    language: str,
    moment: datetime,
    options: Options | None = None,
) -> RenderedFile:
    """Return the note for one file as a PDF. moment: with a time zone. All else as for companions_of."""
    lines = rendering.transcript(template, content)
    title = title_of(lines, template.name.in_language(language))
    note = note_for(
        rendering, template, content, format_key, title, language=language, day=moment.date(), options=options
    )
    brand, variant = rendering.brand, press_variant(options or Options(), rendering.brand)
    name = file_name(brand.name, template.key, format_key, "job-note", language, "pdf", variant=variant)
    return RenderedFile(name=name, data=note.pdf(brand, moment), mimetype="application/pdf")
