"""The catalogue: the brand kit and every poster template of the folders that are set."""

import difflib
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from app.engine.brand import BrandKit, read_brand, require_illustrations
from app.engine.content import Content
from app.engine.errors import Fault, TemplateError
from app.engine.template import PosterTemplate
from app.engine.template.files import HEAD_FILE, older_folders, with_path
from app.engine.template.reading import faults_of, read_template, remarks_of
from app.engine.template.samples import read_sample, sample

_log = logging.getLogger(__name__)


class UnknownTemplate(LookupError):
    """There is no poster template of this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known) or 'none'}"
        super().__init__(f"no poster template {name!r}; {hint}")
        self.name, self.known = name, tuple(known)


class UnknownVersion(LookupError):
    """A template is not kept in this version."""

    def __init__(self, name: str, version: int, kept: Sequence[int]) -> None:
        there = " and ".join(map(str, kept))
        cure = f"write one of these as version, or leave it out for the newest: {there}"
        super().__init__(f"{name} is not kept in version {version}; {cure}")


class Standing(NamedTuple):
    """How a version of a template stands. newer: the version that new posters are made with, where that is a later one.

    is_retired: whether the template is not offered any more.
    """

    newer: PosterTemplate | None
    is_retired: bool


class Catalog:
    """Reads the brand once and each template once, when it is first asked for."""

    def __init__(self, brand_folder: Path, template_folders: Sequence[Path]) -> None:
        self.brand_folder, self.template_folders = brand_folder, tuple(template_folders)
        self._templates: dict[Path, PosterTemplate] = {}
        self._broken: dict[Path, tuple[float, TemplateError]] = {}
        self._reading = Lock()
        self._missed: set[tuple[str, int]] = set()

    @cached_property
    def brand(self) -> BrandKit:
        """The brand kit. Raises BrandError."""
        return read_brand(self.brand_folder)

    def names(self) -> list[str]:
        """Return the names of all templates; a folder named earlier wins over a later one."""
        return sorted(self._folders())

    def get(self, name: str, version: int | None = None) -> PosterTemplate:
        """Return a template by its name: the version that a poster was made with, or the newest, draft or not.

        A version that is not kept any more gives the one that new posters are made with.
        Raises UnknownTemplate, TemplateError.
        """
        folder = self._folder(name)
        older = None if version is None else older_folders(folder).get(version)
        if older is not None:
            return self._read(older)
        newest = self._read(folder)
        if version is None or version == newest.version:
            return newest
        self._note_missed(name, version)
        return self._offered(folder) or newest

    def versions(self, name: str) -> tuple[int, ...]:
        """Return the numbers of the versions that are there, oldest first. Raises UnknownTemplate, TemplateError."""
        folder = self._folder(name)
        return tuple(sorted({*older_folders(folder), self._read(folder).version}))

    def standing(self, template: PosterTemplate) -> Standing:
        """Return how a version of a template stands; where the newest has faults, as if there were none."""
        try:
            folder = self._folder(template.key)
            offered, newest = self._offered(folder), self._read(folder)
        except (TemplateError, UnknownTemplate):
            return Standing(newer=None, is_retired=False)
        newer = offered if offered is not None and offered.version > template.version else None
        return Standing(newer=newer, is_retired=newest.status == "retired")

    def at(self, place: str, version: int | None = None) -> PosterTemplate:
        """Return a template by its name or by the path of its folder, for those who sit at this machine.

        version: the one that is asked for; else what the folder holds itself.
        Raises UnknownTemplate, UnknownVersion, TemplateError.
        """
        folder = self.folder_at(place)
        older = older_folders(folder)
        if version in older:
            return self._read(older[version])
        found = self._read(folder)
        if version not in (None, found.version):
            raise UnknownVersion(found.key, version, sorted({*older, found.version}))
        return found

    def older(self, place: str) -> Iterator[PosterTemplate]:
        """Yield the older versions of a template that can be read, newest first. Raises UnknownTemplate."""
        for folder in older_folders(self.folder_at(place)).values():
            with suppress(TemplateError):
                yield self._read(folder)

    def readable(self) -> tuple[tuple[PosterTemplate, ...], tuple[Fault, ...]]:
        """Return all templates that can be used, and the faults of those that cannot."""
        templates: list[PosterTemplate] = []
        faults: list[Fault] = []
        for folder in self._folders().values():
            try:
                templates.append(self._read(folder))
            except TemplateError as broken:
                faults += broken.faults
        return tuple(sorted(templates, key=lambda template: template.key)), tuple(faults)

    def published(self) -> tuple[PosterTemplate, ...]:
        """Return the templates that are offered; one with faults is left out, and the log has said so.

        While a new version is a draft, the one before it goes on being offered.
        """
        found: list[PosterTemplate] = []
        for _, folder in sorted(self._folders().items()):
            with suppress(TemplateError):
                found += filter(None, [self._offered(folder)])
        return tuple(found)

    def faults(self, places: Sequence[str]) -> tuple[Fault, ...]:
        """Return every fault of the named templates, of all of them when none is named.

        Each names its file by its path. Templates of the catalogue are shown in the gallery, so that a published one
        needs a sample. Raises UnknownTemplate, and BrandError where the kit, or an illustration of it, cannot be used.
        """
        require_illustrations(self.brand)
        installed = list(self._folders().values())
        return tuple(
            with_path(fault, folder)
            for folder in self.folders_at(places)
            for fault in faults_of(folder, self.brand, gallery=folder in installed, sealed=True)
        )

    def remarks(self, places: Sequence[str]) -> tuple[Fault, ...]:
        """Return where art of the named templates, or of all, stops short of what some print shops ask.

        Their posters are made all the same, and refused only for those shops where paper would show.
        Raises UnknownTemplate.
        """
        folders = self.folders_at(places)
        return tuple(with_path(remark, folder) for folder in folders for remark in remarks_of(folder, self.brand))

    def sample(self, template: PosterTemplate, language: str) -> tuple[Content, Path]:
        """Return the sample content of a template and the folder its files are in.

        In Dutch where a language has none; where there is none at all an empty content, which shows placeholders.
        """
        folder = self.folder_of(template)
        file = sample(folder, language) or sample(folder, "nl")
        if file is None:
            return Content(language=language if language in template.languages else template.languages[0]), folder
        return read_sample(file), folder

    def sample_languages(self, template: PosterTemplate) -> tuple[str, ...]:
        """Return the languages in which a template has sample content of its own, in the template's order."""
        folder = self.folder_of(template)
        return tuple(language for language in template.languages if sample(folder, language))

    def folder_of(self, template: PosterTemplate) -> Path:
        """Return the folder that a template was read from. Raises UnknownTemplate for one that was not read here."""
        # The very one first: a version that has become an older one has the same digest in two places.
        known = list(self._templates.items())
        same = [folder for folder, found in known if found is template]
        alike = [folder for folder, found in known if found.digest == template.digest]
        if not alike:
            raise UnknownTemplate(template.key, self.names())
        return (same or alike)[0]

    def _folders(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self.template_folders:
            for file in sorted(folder.glob(f"*/{HEAD_FILE}")):
                found.setdefault(file.parent.name, file.parent.resolve())
        return found

    def folder_at(self, place: str) -> Path:
        """Return the folder of a template by its name or by its own path. Raises UnknownTemplate."""
        folders = self._folders()
        if place in folders:
            return folders[place]
        path = Path(place).expanduser()
        # A word may be a name or a folder; with a slash it can only be a path, and what its folder lacks is a fault.
        if (path / HEAD_FILE).is_file() or (os.sep in place and path.is_dir()):
            return path.resolve()
        raise UnknownTemplate(place, sorted(folders))

    def folders_at(self, places: Sequence[str]) -> list[Path]:
        """Return the folders of the named templates, of all of them when none is named. Raises UnknownTemplate."""
        return [self.folder_at(place) for place in places] or list(self._folders().values())

    def _folder(self, name: str) -> Path:
        folders = self._folders()
        if name not in folders:
            raise UnknownTemplate(name, sorted(folders))
        return folders[name]

    def _offered(self, folder: Path) -> PosterTemplate | None:
        for place in (folder, *older_folders(folder).values()):
            found = self._read(place)
            if found.status != "draft":
                return found if found.status == "published" else None
        return None

    def _note_missed(self, name: str, version: int) -> None:
        """Say once that posters of a version open with another."""
        if (name, version) not in self._missed:
            self._missed.add((name, version))
            _log.warning("%s: version %d is not kept, so that its posters open with the present one", name, version)

    def _read(self, folder: Path) -> PosterTemplate:
        with self._reading:
            if folder not in self._templates:
                self._templates[folder] = self._read_anew(folder)
            return self._templates[folder]

    def _read_anew(self, folder: Path) -> PosterTemplate:
        """Read a template; one that was broken is read again only when its files have changed."""
        changed = max((file.stat().st_mtime for file in folder.iterdir()), default=0.0)
        if folder in self._broken and self._broken[folder][0] == changed:
            raise self._broken[folder][1]
        try:
            return read_template(folder, self.brand)
        except TemplateError as broken:
            self._broken[folder] = changed, broken
            for fault in broken.faults:
                _log.error("%s", fault)
            raise
