"""The examples of the page about the house style, as pages ask for them: bytes to be kept, made behind the fence."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from app.engine.findings import Finding
from app.isolation import Fence, FenceError
from app.services.catalog import Catalog
from app.services.not_made import NotMade
from app.services.program import program_version
from app.services.showcase.examples import SIDES, Side, examples
from app.services.showcase.jobs import draw_example, draw_specimen, judge_examples

__all__ = ["SIDES", "Showcase", "Side", "Verdict"]

# The longest that judging all examples may take on a busy machine, in s; drawing one takes a hundredth of it.
_WALL_S = 30.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the engine said of the wrong side of an example. fix: what its button says, empty where it has none."""

    severity: str
    message: str
    fix: str = ""


class Showcase:
    """Asks for examples of the kit that is installed."""

    def __init__(self, catalog: Catalog, fence: Fence) -> None:
        self._catalog, self._fence = catalog, fence

    @property
    def version(self) -> str:
        """A word that changes with the kit, and with the program that judges and draws."""
        return sha256((self._catalog.brand.digest + program_version()).encode()).hexdigest()[:16]

    def has(self, key: str) -> bool:
        """Return whether there is an example of this key."""
        return key in examples()

    def judge_all(self, language: str) -> bytes:
        """Return what the engine says of every wrong side, to be read by `verdicts`. Raises NotMade."""
        found = self._fenced(judge_examples, language)
        return json.dumps({key: _told(finding, language) for key, finding in found.items()}).encode()

    def draw(self, key: str, side: Side, language: str) -> bytes:
        """Return one side of an example as SVG. Raises NotMade."""
        return self._fenced(draw_example, key, side, language)

    def specimen(self, style: str, language: str) -> bytes:
        """Return a line in a type style as SVG. Raises NotMade."""
        return self._fenced(draw_specimen, style, language)

    def _fenced(self, job: Callable[..., T], *args: object) -> T:
        brand = self._catalog.brand
        try:
            return self._fence.run(job, self._catalog.brand_folder, brand.digest, *args, wall_s=_WALL_S, cpu_s=_WALL_S)
        except FenceError as stopped:
            raise NotMade(stopped) from stopped


def _told(finding: Finding, language: str) -> dict[str, str]:
    return {
        "severity": finding.severity.value,
        "message": finding.message.in_language(language),
        "fix": finding.fix.label.in_language(language) if finding.fix else "",
    }


def verdicts(kept: bytes) -> Mapping[str, Verdict]:
    """Return what `judge_all` told, by the key of the rule."""
    return {key: Verdict(**told) for key, told in json.loads(kept).items()}
