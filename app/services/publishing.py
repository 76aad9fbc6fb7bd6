"""Publishing a template, and beginning a new version of one that is published."""

import os
import re
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

from app.engine.brand import BrandKit
from app.engine.errors import Fault, TemplateError
from app.engine.template.files import HEAD_FILE, SEAL_FILE, VERSIONS, older_folders, open_toml
from app.engine.template.reading import faults_of, read_template
from app.engine.template.seals import read_seals, seal_of, seals_text, with_additions
from app.engine.template.versions import judge_versions

_DRAFT = re.compile(r"""^status\s*=\s*["']draft["']""", re.MULTILINE)
_FIRST_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


class NotPublished(ValueError):
    """A template cannot be published, or begun anew, as it stands; the sentence says why and what to do."""


def publish(folder: Path, brand: BrandKit, *, tried: Callable[[Path], Iterable[Fault]]) -> int:
    """Publish the version that a folder holds and seal it; return its number.

    tried: gives what keeps a template without faults from being used, such as a sample that the rules refuse.
    Whatever has come to a published version since, such as a format, is sealed too.
    Raises TemplateError with everything that must be mended first, NotPublished; nothing has changed then.
    """
    head = folder / HEAD_FILE
    text = head.read_text(encoding="utf-8") if head.is_file() else ""
    is_draft = _DRAFT.search(text) is not None
    if is_draft:
        # Judged as it will be: what is published needs more than a draft.
        _write(head, _with(text, head, "status", "published"))
    try:
        if faults := faults_of(folder, brand, gallery=True) or tuple(tried(folder)):
            raise TemplateError(*faults)
        return _seal(folder, brand)
    except BaseException:
        if is_draft:
            _write(head, text)
        raise


def begin_version(folder: Path, brand: BrandKit) -> Path:
    """Keep the published version of a template under its number, and let the folder hold a draft of the next one.

    Returns the folder in which the published one is kept. Raises TemplateError where it is not as it was published any
    more, or nobody can read it, NotPublished where it never was.
    """
    if faults := judge_versions(folder):
        raise TemplateError(*faults)
    number = read_template(folder, brand).version
    seals, _ = read_seals(folder)
    if number not in seals:
        sentence = f"version {number} of {folder.name} is not published: change it as you like"
        raise NotPublished(f"{sentence}, then run `affiche publish {folder.name}`")
    newest = max((number, *seals, *older_folders(folder))) + 1
    head = folder / HEAD_FILE
    text = _with(head.read_text(encoding="utf-8"), head, "version", newest)
    samples = {
        file: _with(file.read_text(encoding="utf-8"), file, "version", newest)
        for file in sorted(folder.glob("sample*.toml"))
        if "version" in (open_toml(file)[1] or {})
    }
    kept = _keep(folder, number)
    _write(head, _with(text, head, "status", "draft"))
    for file, raised in samples.items():
        _write(file, raised)
    return kept


def _seal(folder: Path, brand: BrandKit) -> int:
    template = read_template(folder, brand)
    if template.status != "published":
        raise NotPublished(f'{folder.name} is {template.status}: write status = "published", then run this again')
    _, values = open_toml(folder / HEAD_FILE)
    now = seal_of(folder, values or {}, brand.languages)
    seals, _ = read_seals(folder)
    sealed = seals.get(template.version)
    seals[template.version] = with_additions(sealed, now) if sealed else now
    for version, place in older_folders(folder).items():
        if version not in seals:
            seals[version] = seal_of(place, open_toml(place / HEAD_FILE)[1] or {}, brand.languages)
    _write(folder / SEAL_FILE, seals_text(seals))
    return template.version


def _keep(folder: Path, number: int) -> Path:
    """Copy a template, without its seals and older versions, into the folder of a version; whole or not at all."""
    target = folder / VERSIONS / str(number)
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".affiche-") as draft:
        copied = Path(draft) / target.name
        shutil.copytree(folder, copied, ignore=shutil.ignore_patterns(VERSIONS, SEAL_FILE, ".*"))
        copied.rename(target)
    return target


def _with(text: str, file: Path, key: str, value: str | int) -> str:
    """Return the text of a TOML file with another value for one of its first keys. Raises NotPublished."""
    quoted = f'"{value}"' if isinstance(value, str) else str(value)
    table = _FIRST_TABLE.search(text)
    split = table.start() if table else len(text)
    line = re.compile(rf"""^({key}\s*=\s*)(?:\d+|"[a-z]*"|'[a-z]*')""", re.MULTILINE)
    changed = line.sub(lambda found: found[1] + quoted, text[:split], count=1) + text[split:]
    # The line may be written in a way that nobody foresaw.
    if tomllib.loads(changed) != {**tomllib.loads(text), key: value}:
        raise NotPublished(f"{file}: write {key} = {quoted} in a line of its own, then run this again")
    return changed


def _write(file: Path, text: str) -> None:
    """Write a file whole or not at all."""
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=".affiche-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as written:
            written.write(text)
        os.chmod(temporary, 0o644)
        os.replace(temporary, file)
    finally:
        Path(temporary).unlink(missing_ok=True)
