"""The catalogue: the brand kit and every poster template of the folders that are set."""

import difflib
import logging
import os
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock

from app.engine.brand import BrandKit, read_brand
from app.engine.content import Content, read_content
from app.engine.errors import Fault, TemplateError
from app.engine.template import PosterTemplate
from app.engine.template.reading import HEAD_FILE, faults_of, read_template
from app.engine.template.samples import sample

_log = logging.getLogger(__name__)


class UnknownTemplate(LookupError):
    """There is no poster template of this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known) or 'none'}"
        super().__init__(f"no poster template {name!r}; {hint}")
        self.name, self.known = name, tuple(known)


class Catalog:
    """Reads the brand once and each template once, when it is first asked for."""

    def __init__(self, brand_folder: Path, template_folders: Sequence[Path]) -> None:
        self.brand_folder, self.template_folders = brand_folder, tuple(template_folders)
        self._templates: dict[Path, PosterTemplate] = {}
        self._broken: dict[Path, tuple[float, TemplateError]] = {}
        self._reading = Lock()

    @cached_property
    def brand(self) -> BrandKit:
        """The brand kit. Raises BrandError."""
        return read_brand(self.brand_folder)

    def names(self) -> list[str]:
        """Return the names of all templates; a folder named earlier wins over a later one."""
        return sorted(self._folders())

    def get(self, name: str) -> PosterTemplate:
        """Return a template by its name. Raises UnknownTemplate, TemplateError."""
        folders = self._folders()
        if name not in folders:
            raise UnknownTemplate(name, sorted(folders))
        return self._read(folders[name])

    def at(self, place: str) -> PosterTemplate:
        """Return a template by its name or by the path of its folder, for those who sit at this machine.

        Raises UnknownTemplate, TemplateError.
        """
        return self._read(self.folder_at(place))

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
        """Return the templates that are offered; one with faults is left out, and the log has said so."""
        templates, _ = self.readable()
        return tuple(template for template in templates if template.status == "published")

    def faults(self, places: Sequence[str]) -> tuple[Fault, ...]:
        """Return every fault of the named templates, of all of them when none is named. Raises UnknownTemplate.

        Each names its file by its path. Templates of the catalogue are shown in the gallery, so that a published one
        needs a sample.
        """
        installed = list(self._folders().values())
        folders = [self.folder_at(place) for place in places] or installed
        return tuple(
            replace(fault, file=str(folder.parent / fault.file))
            for folder in folders
            for fault in faults_of(folder, self.brand, gallery=folder in installed)
        )

    def sample(self, template: PosterTemplate, language: str) -> tuple[Content, Path]:
        """Return the sample content of a template and the folder its files are in.

        In Dutch where a language has none; where there is none at all an empty content, which shows placeholders.
        """
        folder = self.folder_of(template)
        file = sample(folder, language) or sample(folder, "nl")
        if file is None:
            return Content(language=language if language in template.languages else template.languages[0]), folder
        return read_content(file.read_text(encoding="utf-8"), file=file.name), folder

    def sample_languages(self, template: PosterTemplate) -> tuple[str, ...]:
        """Return the languages in which a template has sample content of its own, in the template's order."""
        folder = self.folder_of(template)
        return tuple(language for language in template.languages if sample(folder, language))

    def folder_of(self, template: PosterTemplate) -> Path:
        """Return the folder that a template was read from. Raises UnknownTemplate for one that was not read here."""
        for folder, known in self._templates.items():
            if known is template or known.digest == template.digest:
                return folder
        raise UnknownTemplate(template.key, self.names())

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
