"""What users read: complete in three languages, in one voice, for everything that can go wrong."""

import ast
import re
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from app.engine.findings import INTERFACE_LANGUAGES, Sentence, catalogue, hundredths, sentence
from app.engine.vector.problems import _CURES, Kind

APP = Path(__file__).parents[3] / "app"
KEYS = sorted(catalogue())

# Keys whose last part is only known when something goes wrong: they are tested by kind below.
FAMILIES = ("unreadable-file.", "rasterised.", "imprint.part.", "picture-kind.")


def names_in(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@lru_cache
def nodes():
    """Return every node of the program's source."""
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in sorted(APP.rglob("*.py")))
    return [node for tree in trees for node in ast.walk(tree)]


def calls(name):
    """Yield every call of a function in the program; of a method where the name begins with a dot."""
    for node in nodes():
        if isinstance(node, ast.Call):
            function = getattr(node.func, "id", "") or "." + getattr(node.func, "attr", "")
            if function == name:
                yield node


def strings_in(node):
    return {found.value for found in ast.walk(node) if isinstance(found, ast.Constant) and isinstance(found.value, str)}


@pytest.mark.parametrize("key", KEYS)
def test_every_sentence_speaks_three_languages_with_the_same_names(key):
    """What is told in one language is told in all."""
    words = catalogue()[key]

    assert tuple(sorted(words)) == tuple(sorted(INTERFACE_LANGUAGES))
    assert len({frozenset(names_in(text)) for text in words.values()}) == 1


@pytest.mark.parametrize(
    "key", [key for key in KEYS if not key.endswith(".fix") and "part" not in key and not key.startswith("label.")]
)
def test_messages_are_whole_sentences(key):
    """A message begins with a capital or a quotation mark and ends like a sentence; a reason stands inside one."""
    for text in catalogue()[key].values():
        if not key.startswith("rasterised."):
            assert re.match(r"[A-ZÀ-Þ“«]", text), text
            assert text.endswith((".", "?", "{advice}")), text


@pytest.mark.parametrize("key", KEYS)
def test_the_voice_is_friendly(key):
    """Dutch says je, French says vous; no language shouts or blames."""
    words = catalogue()[key]

    assert not re.search(r"\b(u|uw|gelieve|dient)\b", words["nl"], re.IGNORECASE)
    assert not re.search(r"\b(tu|ton|tes|veuillez)\b", words["fr"], re.IGNORECASE)
    assert not re.search(r"!|\b(fout|foute|invalid|illegal|erreur fatale)\b", " ".join(words.values()), re.IGNORECASE)


@pytest.mark.parametrize("key", KEYS)
def test_french_keeps_its_spaces(key):
    """Before a colon, a question mark and inside guillemets stands a space."""
    text = re.sub(r"(https|mailto|tel):", "", catalogue()[key]["fr"])

    assert not re.search(r"\w[:?;](\s|$)|«\S|\S»", text)


def test_every_sentence_is_used_and_every_used_one_exists():
    """No sentence lies about, and none is missing when it is needed."""
    used = {node.value for node in nodes() if isinstance(node, ast.Constant)}
    known = {key for key in KEYS if not key.startswith(FAMILIES)}

    assert known - used == set()
    for function in ("sentence", "finding"):
        asked = {node.args[0].value for node in calls(function) if node.args and isinstance(node.args[0], ast.Constant)}
        assert asked - set(KEYS) == set()


def reasons():
    """Return every reason why a file cannot be used, with the details that come along, as the program names them."""
    found: dict[str, list[set[str]]] = {}
    for node in calls("UnreadableFile"):
        details = {keyword.arg for keyword in node.keywords if keyword.arg}
        for reason in set().union(*map(strings_in, node.args)):
            found.setdefault(reason, []).append(details)
    for name in (".complain", ".report", ".add", "_Cure"):
        for node in calls(name):
            given = [keyword.value for keyword in node.keywords if keyword.arg == "refusal"]
            given += node.args[1:2] if name == "_Cure" else []
            for reason in set().union(*map(strings_in, given)) - {""}:
                found.setdefault(reason, []).append(set())
    decode = ast.parse((APP / "engine" / "photo" / "decode.py").read_text(encoding="utf-8"))
    for function in ast.walk(decode):
        if isinstance(function, ast.FunctionDef) and function.name == "_reason":
            returned = [node for node in ast.walk(function) if isinstance(node, ast.Return) and node.value]
            for reason in set().union(*(strings_of_choice(node.value) for node in returned)):
                found.setdefault(reason, []).append(set())
    return found


def strings_of_choice(node):
    if isinstance(node, ast.IfExp):
        return strings_of_choice(node.body) | strings_of_choice(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) else set()


def test_every_reason_has_its_sentence_with_the_right_names():
    """Whatever a stranger's file does, the user reads what to do about it."""
    found = reasons()

    assert len(found) > 25
    for reason, sites in found.items():
        key = f"unreadable-file.{reason}"
        assert key in catalogue(), f"{reason} has no sentence"
        for details in sites:
            assert names_in(catalogue()[key]["nl"]) <= details, f"{reason} is raised with {details}"


def test_no_sentence_waits_for_a_reason_that_is_never_given():
    """Reasons that went leave no sentence behind."""
    told = {key.removeprefix("unreadable-file.") for key in KEYS if key.startswith("unreadable-file.")}

    assert told - set(reasons()) == set()


def test_everything_that_makes_pixels_of_a_logo_has_its_words():
    """Each kind of problem that a renderer can show has a reason that fits into the sentence. Logos have no frames."""
    told = {key.removeprefix("rasterised.") for key in KEYS if key.startswith("rasterised.")}
    shown = {kind for kind, cure in _CURES.items() if not cure.refusal and not kind.startswith("frame")}

    assert shown | {"pdf"} <= told <= {*get_args(Kind), "pdf"}


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [
        (3.04, "3", "3"),
        (3.14, "3,1", "3.1"),
        (123.4, "123", "123"),
        (7, "7", "7"),
        ("x", "x", "x"),
        (hundredths(0.55), "0,55", "0.55"),
        (hundredths(1.4), "1,4", "1.4"),
        (hundredths(20.0), "20", "20"),
        (hundredths(0.7489), "0,74", "0.74"),
    ],
)
def test_numbers_are_written_as_each_language_does(value, nl, en):
    """A decimal comma in Dutch and French, a point in English; no digits that mean nothing."""
    made = sentence("logo-unreadable", size="A5", found=value, limit=6, unit="mm")

    assert f"A5: {nl}\u00a0mm" in made.nl
    assert f"A5: {en}\u00a0mm" in made.en


@pytest.mark.parametrize("room", ["check", "preflight"])
def test_no_rule_writes_a_number_by_itself(room):
    """A number that comes as text cannot get the decimal sign of its reader."""
    rules = [ast.parse(file.read_text(encoding="utf-8")) for file in sorted((APP / "engine" / room).glob("*.py"))]
    written = [node for tree in rules for node in ast.walk(tree) if isinstance(node, ast.FormattedValue)]

    assert len(rules) > 5
    assert [ast.unparse(node) for node in written if node.format_spec is not None] == []


def test_sentences_and_lists_are_put_in_their_own_language():
    """A label comes in three languages, a list with commas between."""
    name, town = sentence("imprint.part.name"), sentence("imprint.part.town")

    assert "naam, gemeente" in sentence("imprint", parts=(name, town)).nl
    assert "nom, commune" in sentence("imprint", parts=(name, town)).fr


def test_a_language_that_the_interface_does_not_speak_reads_dutch():
    """A poster may be Arabic; its findings are not."""
    words = Sentence(nl="ja", fr="oui", en="yes")

    assert [words.in_language(language) for language in ("nl", "fr", "en", "ar")] == ["ja", "oui", "yes", "ja"]
