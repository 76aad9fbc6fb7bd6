"""What goes along with one file: a note for the print shop, words to post beside a picture, a web page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from app.engine.brand import BrandKit
from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.geometry import Size
from app.engine.layout import TranscriptLine
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


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFile:
    """A file for a print shop, as what goes along with it knows it.

    language: of who reads what goes along: nl, fr or en. options: that it is made with. called: how files are named.
    """

    template: PosterTemplate
    content: Content
    format_key: str
    language: str
    options: Options = field(default_factory=Options)
    called: Naming = as_always

    def name(self, brand: BrandKit) -> str:
        """Return what the file is called."""
        return self._called(brand, "print", self.content.language)

    def note_name(self, brand: BrandKit) -> str:
        """Return what the PDF of its note is called."""
        return self._called(brand, "job-note", self.language)

    def _called(self, brand: BrandKit, destination: str, language: str) -> str:
        said = press_variant(self.options, brand)
        key = self.template.key
        return self.called(file_name(brand.name, key, self.format_key, destination, language, "pdf", variant=said))


def companions_of(rendering: Rendering, file: PrintFile, *, day: date) -> Companions:
    """Return the texts that go along with a print file. Raises ContentError."""
    lines = rendering.transcript(file.template, file.content)
    note = _note(rendering.brand, file, lines, day)
    name = say("file.job-note").in_language(file.language)
    return Companions(_title(file, lines), TextFile(name, note.text), caption(lines), alternative_text(lines))


def note_page(rendering: Rendering, file: PrintFile, *, moment: datetime) -> RenderedFile:
    """Return the note for a print file as a PDF. moment: with a time zone. Raises ContentError."""
    brand, lines = rendering.brand, rendering.transcript(file.template, file.content)
    note = _note(brand, file, lines, moment.date())
    return RenderedFile(name=file.note_name(brand), body=note.pdf(brand, moment), mimetype="application/pdf")


def _note(brand: BrandKit, file: PrintFile, lines: Sequence[TranscriptLine], day: date) -> JobNote:
    files, sender = [(file.name(brand), file.format_key)], file.content.imprint
    return job_note(_title(file, lines), files, brand, sender, language=file.language, day=day, options=file.options)


def _title(file: PrintFile, lines: Sequence[TranscriptLine]) -> str:
    return title_of(lines, file.template.name.in_language(file.language))


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
