"""What the engine keeps is bounded: a server runs for weeks, on texts that nobody has typed before."""

import ast
from collections.abc import Iterator
from pathlib import Path

ENGINE = Path(__file__).parents[2] / "app" / "engine"

UNBOUNDED = ("cache", "functools.cache", "lru_cache", "functools.lru_cache")


def cached_functions() -> Iterator[tuple[str, list[str]]]:
    """Yield each function of the engine that is cached, by file and name, with its caches as they are written."""
    for file in sorted(ENGINE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                written = [ast.unparse(decorator) for decorator in node.decorator_list]
                caches = [text for text in written if text.split("(")[0] in UNBOUNDED]
                if caches:
                    yield f"{file.relative_to(ENGINE)}:{node.name}", caches


def test_every_cache_has_a_bound_and_stands_once():
    """A cache without a size grows with what visitors type; a second one in front of a first is never asked."""
    found = dict(cached_functions())

    assert len(found) > 20
    assert [name for name, caches in found.items() if len(caches) > 1] == []
    assert [name for name, (cache, *_) in found.items() if not cache.split("maxsize=")[-1].rstrip(")").isdigit()] == []
