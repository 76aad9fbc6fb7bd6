"""Everything of one poster in one ZIP, made while it is sent: at no moment is more than one file in memory."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.engine.content import Content
from app.engine.content.media import Media
from app.engine.findings import Finding, Severity
from app.engine.layout import TranscriptLine
from app.engine.pipeline import Options
from app.engine.sheet import Destination, Format, format_of
from app.engine.template import PosterTemplate
from app.services.companions import web_page_file
from app.services.filenames import destination_word, file_name
from app.services.home_prints import objection as home_objection
from app.services.not_made import NotMade
from app.services.poster_text import title_of
from app.services.press_prints import objection as press_objection
from app.services.read_me import LeftOut, MadeFile, accompanying_texts
from app.services.rendering import ContentRejected, RenderedFile, Rendering, purpose_of

# A ZIP knows no day before this one.
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)

_MOST_NAMED_FORMATS = 2

# In bytes.
_RUN = 1 << 18

# A square and a story go wherever people post.
_TO_POST = ("square", "story")


class Piece(NamedTuple):
    """One file of a bundle."""

    format_key: str
    destination: Destination


def pieces_of(template: PosterTemplate, format_keys: Sequence[str] = ()) -> tuple[Piece, ...]:
    """Return every file that a template can become, in these formats only where any are named.

    Raises WrongFormat for a format that the template does not have.
    """
    chosen = {found.key: found for found in (purpose_of(template, key, "all").format for key in format_keys)}
    own = [found for found in chosen.values() if found.is_own]
    named = [found for found in template.formats if not chosen or found.key in chosen]
    return tuple(Piece(found.key, destination) for found in (*named, *own) for destination in found.destinations)


def sensible_pieces(template: PosterTemplate, found: Format, usual: Format) -> tuple[Piece, ...]:
    """Return the files that most have a use for: one format on paper in every way, and pictures to post.

    found: the format that somebody looks at. usual: the one to print where that is none on paper.
    """
    paper = found if found.unit == "mm" else usual
    shown = [one.key for one in template.formats if one.key in (*_TO_POST, found.key) and one.unit == "px"]
    printed = [Piece(paper.key, goal) for goal in paper.destinations if goal != "screen" and paper.unit == "mm"]
    return (*printed, *(Piece(key, "screen") for key in shown))


@dataclass(slots=True)
class Bundle:
    """A ZIP that is being made. Iterate over `chunks` once to get its bytes, and the files are made meanwhile.

    made, left_out, findings: complete after the last chunk. findings: of every file, made or not, each once.
    """

    name: str
    chunks: Iterator[bytes]
    made: list[MadeFile] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    findings: tuple[Finding, ...] = ()
    mimetype: str = "application/zip"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What a bundle is made of."""

    template: PosterTemplate
    content: Content
    lines: tuple[TranscriptLine, ...]
    language: str
    date: datetime
    press: Options
    media: Media


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
    ) -> Bundle:
        """Return a bundle that has begun: its first file is made, so that there is one.

        language: of the reader, nl, fr or en. pieces: the files that are wanted, all of them if none are named.
        folder: where the files that a content names lie, for content files. wishes: what the files for a destination
        are made with, those that can be.
        Raises ContentRejected where rules forbid every file, NotMade where none could be made; WrongFormat,
        ContentError.
        """
        wanted = tuple(pieces) if pieces is not None else pieces_of(template)
        for piece in wanted:
            purpose_of(template, *piece)
        media = self._rendering.media(content, folder)
        lines = self._rendering.transcript(template, content, media=media)

        asked = self._possible(wishes or {}, wanted)

        def make(piece: Piece) -> RenderedFile:
            return self._rendering.artwork(
                template,
                content,
                format_key=piece.format_key,
                destination=piece.destination,
                options=_options(piece, asked),
                date=date,
                media=media,
            )

        wish = _Wish(
            template=template,
            content=content,
            lines=lines,
            language=language,
            date=date,
            press=asked.get("print", Options()),
            media=media,
        )
        bundle = Bundle(_name(wish, wanted, self._rendering.brand.name), iter(()))
        making = _making(bundle, wanted, make)
        first = next(making, None)
        if first is None:
            raise _refusal(bundle)
        bundle.chunks = self._chunks(bundle, wish, first, making)
        return bundle

    def _possible(
        self, wishes: Mapping[Destination, Options], pieces: Sequence[Piece]
    ) -> Mapping[Destination, Options]:
        """Return the wishes with all print files at one scale, as one note goes with them."""
        press, brand = wishes.get("print", Options()), self._rendering.brand
        found = [format_of(piece.format_key) for piece in pieces if piece.destination == "print"]
        scaled = not any(press_objection(one, press, brand) for one in found)
        return {**wishes, "print": press if scaled else replace(press, scale=1)}

    def _page(self, bundle: Bundle, wish: _Wish) -> RenderedFile | None:
        """Return the poster as a web page; None where nothing that is made shows it, or where it could not be made."""
        shown = next((file for file in bundle.made if file.destination in ("web", "screen")), None)
        if shown is None:
            return None
        with suppress(NotMade):
            return web_page_file(
                self._rendering,
                wish.template,
                wish.content,
                shown.format_key,
                language=wish.language,
                date=wish.date,
                media=wish.media,
            )
        return None

    def _chunks(
        self, bundle: Bundle, wish: _Wish, first: RenderedFile, others: Iterator[RenderedFile]
    ) -> Iterator[bytes]:
        """Yield the bytes of a bundle, file by file."""
        box = _Outbox()
        with zipfile.ZipFile(box, "w", zipfile.ZIP_STORED) as archive:
            made: RenderedFile | None = first
            del first
            while made is not None:
                archive.writestr(_entry(bundle.made[-1].path, wish.date), made.data)
                # Not a byte of it is kept while the next one is made.
                del made
                yield from _in_pieces(box.emptied())
                made = next(others, None)
            page = self._page(bundle, wish)
            if page is not None:
                archive.writestr(_entry(page.name, wish.date), page.data)
            texts = accompanying_texts(
                bundle.made,
                bundle.left_out,
                wish.lines,
                self._rendering.brand,
                wish.content.imprint,
                title=title_of(wish.lines, wish.template.name.in_language(wish.language)),
                language=wish.language,
                template=wish.template.key,
                moment=wish.date,
                press=wish.press,
                web_page=page.name if page is not None else "",
            )
            for path, data in texts:
                archive.writestr(_entry(path, wish.date), data)
        yield from _in_pieces(box.emptied())


def _options(piece: Piece, wishes: Mapping[Destination, Options]) -> Options:
    """Return what a file is made with: what is wished for its destination, as far as its format allows."""
    wish = wishes.get(piece.destination, Options())
    if piece.destination == "home" and home_objection(format_of(piece.format_key), wish):
        return Options(save_ink=wish.save_ink, gray=wish.gray)
    return wish


def _making(bundle: Bundle, pieces: Sequence[Piece], make: Callable[[Piece], RenderedFile]) -> Iterator[RenderedFile]:
    """Yield every file that can be made; tell the bundle of each, and of those that cannot."""
    for piece in pieces:
        try:
            made = make(piece)
        except ContentRejected as rejected:
            _note(bundle, rejected.findings)
            errors = tuple(found for found in rejected.findings if found.severity is Severity.ERROR)
            bundle.left_out.append(LeftOut(*piece, errors))
        except NotMade as stopped:
            bundle.left_out.append(LeftOut(*piece, (), stopped))
        else:
            _note(bundle, made.findings)
            path = f"{destination_word(piece.destination)}/{made.name}"
            bundle.made.append(MadeFile(*piece, path))
            yield made
            del made


def _note(bundle: Bundle, findings: tuple[Finding, ...]) -> None:
    bundle.findings = tuple(dict.fromkeys((*bundle.findings, *findings)))


def _refusal(bundle: Bundle) -> Exception:
    """Return why there is no bundle: what the rules found, or else what went wrong."""
    stopped = [left.stopped for left in bundle.left_out if left.stopped is not None]
    return stopped[0] if stopped and not bundle.findings else ContentRejected(bundle.findings)


def _name(wish: _Wish, pieces: Sequence[Piece], brand: str) -> str:
    """Return the name of the ZIP; it names formats where a few were chosen."""
    keys = list(dict.fromkeys(piece.format_key for piece in pieces))
    chosen = keys if len(keys) <= _MOST_NAMED_FORMATS and len(keys) < len(wish.template.formats) else []
    return file_name(brand, wish.template.key, "-".join(chosen), "all", wish.content.language, "zip")


def _entry(path: str, date: datetime) -> zipfile.ZipInfo:
    """Return the entry of a file, the same on every system."""
    entry = zipfile.ZipInfo(path, max(_FIRST_DAY, date.timetuple()[:6]))
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    return entry


def _in_pieces(parts: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in small runs: whoever sends them still holds the last one while the next file is made."""
    for part in parts:
        for start in range(0, len(part), _RUN):
            yield part[start : start + _RUN]


class _Outbox(io.RawIOBase):
    """Takes what is written until somebody comes for it. It cannot be rewound, so a ZIP is written straight on."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        part = data if isinstance(data, bytes) else bytes(memoryview(data))  # type: ignore[arg-type]
        self._parts.append(part)
        return len(part)

    def emptied(self) -> list[bytes]:
        """Return everything that was written since the last time, in pieces: a file is not copied once more."""
        taken, self._parts = self._parts, []
        return taken
