"""What goes along with one file: a note for the print shop, words to post beside a picture, a web page."""

from datetime import date, datetime
from typing import NamedTuple

from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.geometry import Size
from app.engine.pipeline import Options
from app.engine.sheet import format_of
from app.engine.template import PosterTemplate
from app.services.filenames import Naming, as_always, file_name
from app.services.job_note import JobNote, job_note
from app.services.poster_text import alternative_text, caption, plain_text, title_of
from app.services.press_prints import press_variant
from app.services.rendered import RenderedFile
from app.services.rendering import Rendering
from app.services.web_page import PagePicture, web_page
from app.services.words import say

# In px: sharp on a telephone held close, and light enough for a page.
_PICTURE_WIDTH = 900


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
    called: Naming = as_always,
) -> Companions:
    """Return the texts for one format. language: of the reader of the note: nl, fr or en. Raises ContentError.

    options: that its print file is made with. called: how it is named.
    """
    lines = rendering.transcript(template, content)
    title = title_of(lines, template.name.in_language(language))
    note = note_for(
        rendering, template, content, format_key, title, language=language, day=day, options=options, called=called
    )
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
    called: Naming = as_always,
) -> JobNote:
    """Return the note for one file. title: of the poster. options: that it is made with. called: how it is named."""
    brand, chosen = rendering.brand, options or Options()
    variant = press_variant(chosen, brand)
    name = file_name(brand.name, template.key, format_key, "print", content.language, "pdf", variant=variant)
    files = [(called(name), format_key)]
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
    called: Naming = as_always,
) -> RenderedFile:
    """Return the note for one file as a PDF. moment: with a time zone. All else as for companions_of."""
    lines = rendering.transcript(template, content)
    title = title_of(lines, template.name.in_language(language))
    note = note_for(
        rendering,
        template,
        content,
        format_key,
        title,
        language=language,
        day=moment.date(),
        options=options,
        called=called,
    )
    brand, variant = rendering.brand, press_variant(options or Options(), rendering.brand)
    name = file_name(brand.name, template.key, format_key, "job-note", language, "pdf", variant=variant)
    return RenderedFile(name=called(name), body=note.pdf(brand, moment), mimetype="application/pdf")


def text_file(rendering: Rendering, template: PosterTemplate, content: Content, language: str) -> RenderedFile:
    """Return everything that a poster says. language: of the words that say what a line is. Raises ContentError."""
    lines = rendering.transcript(template, content)
    data = plain_text(lines, language).encode()
    return RenderedFile(name=say("file.text").in_language(language), body=data, mimetype="text/plain")


def web_page_file(
    rendering: Rendering,
    template: PosterTemplate,
    content: Content,
    format_key: str,
    *,
    language: str,
    date: datetime,
    media: Media | None = None,
) -> RenderedFile:
    """Return a poster as a web page that needs no other file. language: of its maker; media: as for artwork.

    Whether the photo in it may be shown is for the caller to know. Raises WrongFormat, ContentError, NotMade.
    """
    lines = rendering.transcript(template, content, media=media)
    title = title_of(lines, template.name.in_language(language))
    made = rendering.picture(template, content, format_key, _PICTURE_WIDTH, date=date, media=media)
    trim = format_of(format_key).trim
    picture = PagePicture(made.data, Size(_PICTURE_WIDTH, max(1, round(_PICTURE_WIDTH * trim.height / trim.width))))
    brand = rendering.brand
    name = file_name(brand.name, template.key, format_key, "web", content.language, "html")
    return RenderedFile(name=name, body=web_page(lines, brand, title, picture).encode(), mimetype="text/html")
