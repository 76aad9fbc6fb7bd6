"""The catalogue: the brand kit and every poster template of the folders that are set."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock

from app.engine.brand import BrandKit, read_brand
from app.engine.content import Content, read_content
from app.engine.errors import Fault
from app.engine.template import PosterTemplate
from app.engine.template.reading import faults_of, read_template
from app.engine.template.samples import sample


class UnknownTemplate(LookupError):
    """There is no poster template of this name."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"no poster template {name!r}; there are: {', '.join(known) or 'none'}")
        self.name, self.known = name, tuple(known)


class Catalog:
    """Reads the brand once and each template once, when it is first asked for."""

    def __init__(self, brand_folder: Path, template_folders: Sequence[Path]) -> None:
        self.brand_folder, self.template_folders = brand_folder, tuple(template_folders)
        self._templates: dict[str, PosterTemplate] = {}
        self._reading = Lock()

    @cached_property
    def brand(self) -> BrandKit:
        """The brand kit. Raises BrandError."""
        return read_brand(self.brand_folder)

    def names(self) -> list[str]:
        """Return the names of all templates; a folder named earlier wins over a later one."""
        return sorted(self._folders())

    def _folders(self) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for folder in self.template_folders:
            for file in sorted(folder.glob("*/template.toml")):
                found.setdefault(file.parent.name, file.parent)
        return found

    def folder(self, name: str) -> Path:
        """Return the folder of a template, given its name or the path of its folder (with a slash in it).

        Raises UnknownTemplate.
        """
        folders = self._folders()
        if name in folders:
            return folders[name]
        elsewhere = Path(name)
        is_path = len(elsewhere.parts) > 1 or name in (".", "..")
        if is_path and (elsewhere / "template.toml").is_file():
            return elsewhere.resolve()
        raise UnknownTemplate(name, sorted(folders))

    def get(self, name: str) -> PosterTemplate:
        """Return a template by name or by the path of its folder. Raises UnknownTemplate, TemplateError."""
        folder = self.folder(name)
        with self._reading:
            if str(folder) not in self._templates:
                self._templates[str(folder)] = read_template(folder, self.brand)
            return self._templates[str(folder)]

    def all(self) -> Iterator[PosterTemplate]:
        """Yield every template. Raises TemplateError at the first that cannot be read."""
        return (self.get(name) for name in self.names())

    def published(self) -> tuple[PosterTemplate, ...]:
        """Return the templates that are offered."""
        return tuple(template for template in self.all() if template.status == "published")

    def faults(self, names: Sequence[str]) -> tuple[Fault, ...]:
        """Return every fault of the named templates, of all of them when none is named."""
        folders = [self.folder(name) for name in names or self.names()]
        return tuple(fault for folder in folders for fault in faults_of(folder, self.brand))

    def sample(self, template: PosterTemplate, language: str) -> tuple[Content, Path]:
        """Return the sample content of a template and the folder its files are in; Dutch where a language has none."""
        folder = self.folder_of(template)
        file = sample(folder, language) or sample(folder, "nl")
        if file is None:
            raise FileNotFoundError(f"{folder}/sample.toml")
        return read_content(file.read_text(encoding="utf-8"), file=file.name), file.parent

    def folder_of(self, template: PosterTemplate) -> Path:
        """Return the folder that a template was read from."""
        for folder, known in self._templates.items():
            if known.digest == template.digest:
                return Path(folder)
        return self.folder(template.key)
