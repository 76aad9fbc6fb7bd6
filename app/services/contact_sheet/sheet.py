"""The sheet itself: which pictures there are, what each looks like, and what changed since somebody last looked."""

from base64 import b64encode
from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from threading import Lock

from app.engine.content import Content
from app.engine.errors import Fault, TemplateError, UnreadableFile
from app.engine.findings import Finding
from app.engine.sheet import Destination, Format
from app.engine.template import PosterTemplate, bilingual_samples, read_sample, read_template, sample
from app.engine.template.files import SEAL_FILE, with_path
from app.services.contact_sheet.pictures import PREFIX, made
from app.services.contact_sheet.speech import Speech
from app.services.contact_sheet.trials import SAMPLE, TWO_LANGUAGES, Bench, Trial, base_of, in_two_languages, trials_of
from app.services.house import Workshop
from app.services.rendering import IN_BETTER_LIGHT

# Drawings that are kept, of about 130 kB each: what fits a few screens.
_KEPT = 300

# Of photos within a picture, in px: a picture is looked at small.
_PHOTO_SIDE = 700

_Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture of the sheet."""

    format: Format
    language: str
    trial: Trial

    @property
    def key(self) -> str:
        """Its name in addresses and files."""
        return f"{self.format.key}.{self.language}.{self.trial.key}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture with what the rules say of it."""

    svg: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A template as its files are at a moment.

    template: as they are, or as they were when they last had no fault; None before. faults: of the files as they are.
    marks: by format, a word that changes with whatever its pictures show.
    """

    template: PosterTemplate | None = None
    faults: tuple[Fault, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every format, in every language, with every trial."""
        if self.template is None:
            return ()
        return tuple(
            Cell(format, language, trial)
            for format in self.template.formats
            for trial in self.trials
            for language in self.template.languages
        )

    @property
    def trials(self) -> tuple[Trial, ...]:
        return trials_of(self.template) if self.template else ()

    @property
    def plan(self) -> str:
        """A word that changes with the pictures that there are, whatever they show."""
        return _short("\n".join(cell.key for cell in self.cells).encode())


class ContactSheet:
    """The contact sheet of one folder. Any thread may ask."""

    def __init__(self, shop: Workshop, folder: Path) -> None:
        self._shop, self.folder = shop, folder
        self._lock = Lock()
        self._stamp: _Stamp | None = None
        self._state = State()
        self._samples: dict[str, Content] = {}
        self._bilingual: dict[str, Content] = {}
        self._taken: dict[str, str] = {}
        self._drawn: OrderedDict[tuple[str, str], Drawn] = OrderedDict()

    def look(self) -> State:
        """Return the template as its files are now; they are read again only when one has changed."""
        with self._lock:
            stamp = _stamp_of(self.folder)
            if stamp != self._stamp:
                self._stamp, self._state = stamp, self._read()
            return self._state

    def draw(self, cell: Cell) -> Drawn:
        """Return a picture, kept while its files do not change. Raises ContentError, KeyError for another sheet's."""
        state = self.look()
        key = (cell.key, state.marks[cell.format.key])
        with self._lock:
            if key in self._drawn:
                self._drawn.move_to_end(key)
                return self._drawn[key]
        content = self._content(state, cell)
        preview = self._shop.rendering.preview(
            self._template(state), content, cell.format.key, self._address, destination=_goal(cell.format)
        )
        found = Drawn(preview.svg, preview.findings)
        with self._lock:
            self._drawn[key] = found
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        return found

    def paint(self, cell: Cell, width_px: int) -> tuple[bytes, tuple[Finding, ...]]:
        """Return a picture as PNG with what the rules say of it."""
        state = self.look()
        return self._shop.rendering.small_png(
            self._template(state),
            self._content(state, cell),
            cell.format.key,
            destination=_goal(cell.format),
            width_px=width_px,
        )

    def judge(self, cell: Cell) -> tuple[Finding, ...]:
        """Return what the rules say of a picture, without drawing it. Raises ContentError, KeyError as draw."""
        state = self.look()
        content = self._content(state, cell)
        return self._shop.rendering.findings(self._template(state), content, cell.format.key, _goal(cell.format))

    def sample_of(self, cell: Cell) -> Path | None:
        """Return the sample that a picture shows as its author wrote it; None for contents that are made from it."""
        if cell.trial.key == TWO_LANGUAGES:
            samples = bilingual_samples(self.folder).items()
            return next((file for (first, _), file in samples if first == cell.language), None)
        return sample(self.folder, cell.language) if cell.trial.key == SAMPLE else None

    def _template(self, state: State) -> PosterTemplate:
        if state.template is None:
            raise KeyError(self.folder.name)
        return state.template

    def _read(self) -> State:
        """Return the state of the files; with faults in them the pictures stay what they were."""
        brand = self._shop.catalog.brand
        try:
            template = read_template(self.folder, brand)
        except TemplateError as broken:
            return replace(self._state, faults=tuple(with_path(fault, self.folder) for fault in broken.faults))
        self._samples = dict(_samples(self.folder, template))
        self._bilingual = {first: read_sample(file) for (first, _), file in bilingual_samples(self.folder).items()}
        return State(template=template, marks=_marks(self.folder, template))

    def _content(self, state: State, cell: Cell) -> Content:
        """Return what a cell is filled with, its files taken in."""
        bench = Bench(self._template(state), self._shop.catalog.brand, Speech(self._shop.catalog.brand, cell.language))
        if cell.trial.key == TWO_LANGUAGES:
            base = in_two_languages(bench, self._samples, self._bilingual, cell.language)
        else:
            base = base_of(bench, self._samples, cell.language)
        content = cell.trial.change(base, bench)
        photos = {key: replace(photo, file=self._key_of(photo.file, "photo")) for key, photo in content.photos.items()}
        logos = {key: replace(logo, file=self._key_of(logo.file, "logo")) for key, logo in content.logos.items()}
        return replace(content, photos=photos, logos=logos)

    def _key_of(self, file: str, kind: str) -> str:
        """Return the name of an upload for a file of a content; a file that cannot be read keeps its own."""
        if not file or file.startswith("brand:"):
            return file
        try:
            data = made(file.removeprefix(PREFIX)) if file.startswith(PREFIX) else (self.folder / file).read_bytes()
            digest = kind + _short(data)
            if digest not in self._taken:
                uploads = self._shop.uploads
                self._taken[digest] = (uploads.photo(data) if kind == "photo" else uploads.logo(data)).key
        except (OSError, UnreadableFile):
            return file
        return self._taken[digest]

    def _address(self, name: str) -> str:
        """Return a photo in the picture itself: an image in a page may fetch nothing."""
        digest = name.removesuffix(IN_BETTER_LIGHT)
        data = self._shop.rendering.photo_preview(digest, _PHOTO_SIDE, better_light=digest != name)
        return f"data:image/jpeg;base64,{b64encode(data).decode('ascii')}"


def is_first_look(cell: Cell, state: State) -> bool:
    """Return whether a cell is seen before anybody chose: the sample in every language, all else in the first."""
    return cell.trial.key == SAMPLE or state.template is None or cell.language == state.template.languages[0]


def _goal(format: Format) -> Destination:
    """Return the destination with the strictest rules."""
    return "print" if format.unit == "mm" else "screen"


def _samples(folder: Path, template: PosterTemplate) -> Iterable[tuple[str, Content]]:
    for language in template.languages:
        file = sample(folder, language)
        if file is not None:
            yield language, read_sample(file)


def _marks(folder: Path, template: PosterTemplate) -> dict[str, str]:
    """Return the marks of all formats: of their drawing, and of everything that is no drawing."""
    apart = {SEAL_FILE, *(board.file for board in template.artboards)}
    rest = b"".join(file.name.encode() + _bytes(file) for file in sorted(folder.iterdir()) if file.name not in apart)
    return {
        format.key: _short(rest + _bytes(folder / board.file))
        for board in template.artboards
        for format in board.formats
    }


def _bytes(file: Path) -> bytes:
    return sha256(file.read_bytes()).digest() if file.is_file() and not file.name.startswith(".") else b""


def _stamp_of(folder: Path) -> _Stamp:
    """Return the names of all files of a folder with when they changed and how long they are."""
    found = []
    for file in sorted(folder.glob("*")):
        try:
            known = file.stat()
        except OSError:  # an editor is just replacing it
            continue
        found.append((file.name, known.st_mtime_ns, known.st_size))
    return tuple(found)


def _short(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]
