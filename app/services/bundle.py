"""Everything of one poster in one ZIP, made while it is sent: one file at a time, and none of them in memory."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.findings import Finding, Severity
from app.engine.layout import TranscriptLine
from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format, format_of
from app.engine.template import PosterTemplate
from app.services.companions import web_page_file
from app.services.filenames import Naming, as_always, destination_word, file_name
from app.services.home_prints import objection as home_objection
from app.services.home_prints import planned, usual_at_home
from app.services.not_made import NotMade
from app.services.pieces import Piece, pieces_of
from app.services.poster_text import title_of
from app.services.press_prints import objection as press_objection
from app.services.purposes import purpose_of
from app.services.read_me import LeftOut, MadeFile, accompanying_texts
from app.services.rendered import ContentRejected, RenderedFile
from app.services.rendering import Rendering
from app.services.streamed_zip import StreamedZip

_MOST_NAMED_FORMATS = 2


@dataclass(slots=True)
class _Tally:
    """What has become of the files that were wanted, so far."""

    made: list[MadeFile] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    findings: tuple[Finding, ...] = ()

    def note(self, findings: tuple[Finding, ...]) -> None:
        self.findings = tuple(dict.fromkeys((*self.findings, *findings)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A ZIP that is being made. Iterate over `chunks` once to get its bytes, and the files are made meanwhile.

    Who does not go on to the end closes them, or lets go of the bundle.
    """

    name: str
    chunks: Generator[bytes, None, None]
    tally: _Tally
    mimetype: str = "application/zip"

    @property
    def made(self) -> Sequence[MadeFile]:
        """The files in it; complete after the last chunk."""
        return self.tally.made

    @property
    def left_out(self) -> Sequence[LeftOut]:
        """The files that are not in it; complete after the last chunk."""
        return self.tally.left_out

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of every file, made or not, each once; complete after the last chunk."""
        return self.tally.findings


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What a bundle is made of. wanted: its files, with what each is made with."""

    template: PosterTemplate
    content: Content
    wanted: Mapping[Piece, Options]
    lines: tuple[TranscriptLine, ...]
    language: str
    date: datetime
    press: Options
    media: Media
    called: Naming


class Bundles:
    """Makes bundles with the files of a rendering."""

    def __init__(self, rendering: Rendering) -> None:
        self._rendering = rendering

    def open(
        self,
        template: PosterTemplate,
        content: Content,
        *,
        language: str,
        date: datetime,
        pieces: Sequence[Piece] | None = None,
        folder: Path | None = None,
        wishes: Mapping[Destination, Options] | None = None,
        wished_for: Format | None = None,
        called: Naming = as_always,
    ) -> Bundle:
        """Return a bundle that has begun: its first file is made, so that there is one.

        language: of the reader, nl, fr or en. pieces: the files that are wanted, all of them if none are named.
        folder: where the files that a content names lie, for content files. wishes: what the files for a destination
        are made with, those that can be. wished_for: the format that they were told for; what is usual there is usual
        for the others too. called: how files are named.
        Raises ContentRejected where rules forbid every file, NotMade where none could be made; WrongFormat,
        ContentError.
        """
        wanted = tuple(pieces) if pieces is not None else pieces_of(template)
        for piece in wanted:
            purpose_of(template, *piece, tiled=True)
        media = self._rendering.media(content, folder)
        asked = self._possible(wishes or {}, wanted)
        wish = _Wish(
            template=template,
            content=content,
            wanted={piece: _options(piece, asked, wished_for) for piece in wanted},
            lines=self._rendering.transcript(template, content, media=media),
            language=language,
            date=date,
            press=asked.get("print", Options()),
            media=media,
            called=called,
        )
        tally = _Tally()
        making = self._making(tally, wish)
        first = next(making, None)
        if first is None:
            raise _refusal(tally)
        name = _name(wish, self._rendering.brand.name)
        return Bundle(name=name, chunks=self._chunks(tally, wish, first, making), tally=tally)

    def _possible(
        self, wishes: Mapping[Destination, Options], pieces: Sequence[Piece]
    ) -> Mapping[Destination, Options]:
        """Return the wishes with all print files at one scale, as one note goes with them."""
        press, brand = wishes.get("print", Options()), self._rendering.brand
        found = [format_of(piece.format_key) for piece in pieces if piece.destination == "print"]
        scaled = not any(press_objection(one, press, brand) for one in found)
        return {**wishes, "print": press if scaled else replace(press, scale=1)}

    def _making(self, tally: _Tally, wish: _Wish) -> Iterator[RenderedFile]:
        """Yield every file that can be made; note each in the tally, and those that cannot."""
        for piece, options in wish.wanted.items():
            try:
                made = self._file(wish, piece, options)
            except ContentRejected as rejected:
                tally.note(rejected.findings)
                errors = tuple(found for found in rejected.findings if found.severity is Severity.ERROR)
                tally.left_out.append(LeftOut(*piece, errors))
            except NotMade as stopped:
                tally.left_out.append(LeftOut(*piece, (), stopped))
            else:
                tally.note(made.findings)
                path = f"{destination_word(piece.destination)}/{wish.called(made.name)}"
                way = planned(format_of(piece.format_key), options) if piece.destination == "home" else None
                tally.made.append(MadeFile(*piece, path, way))
                yield made
                del made

    def _file(self, wish: _Wish, piece: Piece, options: Options) -> RenderedFile:
        return self._rendering.artwork(
            wish.template,
            wish.content,
            format_key=piece.format_key,
            destination=piece.destination,
            options=options,
            date=wish.date,
            media=wish.media,
        )

    def _page(self, tally: _Tally, wish: _Wish) -> RenderedFile | None:
        """Return the poster as a web page; None where nothing that is made shows it, or where it could not be made."""
        shown = next((file for file in tally.made if file.destination in ("web", "screen")), None)
        if shown is None:
            return None
        with suppress(NotMade):
            page = web_page_file(
                self._rendering,
                wish.template,
                wish.content,
                shown.format_key,
                language=wish.language,
                date=wish.date,
                media=wish.media,
            )
            return replace(page, name=wish.called(page.name))
        return None

    def _chunks(
        self, tally: _Tally, wish: _Wish, first: RenderedFile, others: Iterator[RenderedFile]
    ) -> Generator[bytes, None, None]:
        """Yield the bytes of a bundle, file by file."""
        archive = StreamedZip(wish.date)
        made: RenderedFile | None = first
        del first
        while made is not None:
            yield from archive.file(tally.made[-1].path, made.weight, made.chunks)
            # It goes from the disk before the next one is made.
            del made
            made = next(others, None)
        page = self._page(tally, wish)
        if page is not None:
            yield from archive.file(page.name, page.weight, page.chunks)
        for path, data in self._texts(tally, wish, page):
            yield from archive.file(path, len(data), (data,))
        yield from archive.end()

    def _texts(self, tally: _Tally, wish: _Wish, page: RenderedFile | None) -> Iterator[tuple[str, bytes]]:
        """Return the texts that go along, each under its path."""
        return accompanying_texts(
            tally.made,
            tally.left_out,
            wish.lines,
            self._rendering.brand,
            wish.content.imprint,
            title=title_of(wish.lines, wish.template.name.in_language(wish.language)),
            language=wish.language,
            template=wish.template.key,
            moment=wish.date,
            press=wish.press,
            web_page=page.name if page is not None else "",
            called=wish.called,
        )


def _options(piece: Piece, wishes: Mapping[Destination, Options], wished_for: Format | None) -> Options:
    """Return what a file is made with: what is wished for its destination, as far as its format allows."""
    wish = wishes.get(piece.destination)
    if piece.destination != "home":
        return wish or Options()
    found = format_of(piece.format_key)
    usual = usual_at_home(found)
    if wish is None:
        return usual
    way = replace(wish, save_ink=False, gray=False)
    is_plain = wished_for is not None and way == usual_at_home(wished_for)
    if is_plain or home_objection(found, wish):
        return replace(usual, save_ink=wish.save_ink, gray=wish.gray)
    return wish


def _refusal(tally: _Tally) -> Exception:
    """Return why there is no bundle: what the rules found, or else what went wrong."""
    stopped = [left.stopped for left in tally.left_out if left.stopped is not None]
    return stopped[0] if stopped and not tally.findings else ContentRejected(tally.findings)


def _name(wish: _Wish, brand: str) -> str:
    """Return the name of the ZIP; it names formats where a few were chosen."""
    keys = list(dict.fromkeys(piece.format_key for piece in wish.wanted))
    chosen = keys if len(keys) <= _MOST_NAMED_FORMATS and len(keys) < len(wish.template.formats) else []
    return wish.called(file_name(brand, wish.template.key, "-".join(chosen), "all", wish.content.language, "zip"))
