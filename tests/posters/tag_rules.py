"""What PDF/UA-1 asks of a poster. Sources: ISO 14289-1, clauses beside the rules; ISO 32000-1, 14.7–14.9."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
from page_walk import walked
from press_rules import xmp_values

_ROLES = {"/H1", "/H2", "/H3", "/P", "/BlockQuote", "/Quote", "/Figure", "/Link", "/Caption", "/Note", "/Span"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


@dataclass(frozen=True, slots=True)
class Element:
    """One element of the structure, with the pieces of the page that are directly in it."""

    object: Any
    role: str
    pieces: tuple[int, ...]
    alt: str
    actual: str
    language: str


def elements(pdf: pikepdf.Pdf) -> list[Element]:
    """Return all elements below the document, in reading order."""
    (document,) = _kids(pdf.Root.StructTreeRoot)
    return [found for kid in _kids(document) for found in _below(kid)]


def _below(element: Any) -> Iterator[Element]:
    kids = _kids(element)
    yield Element(
        object=element,
        role=str(element.S),
        pieces=tuple(int(kid) for kid in kids if not isinstance(kid, pikepdf.Dictionary)),
        alt=str(element.get("/Alt", "")),
        actual=str(element.get("/ActualText", "")),
        language=str(element.get("/Lang", "")),
    )
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield from _below(kid)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def faults(pdf: pikepdf.Pdf, language: str) -> list[str]:
    """Return all that is wrong with the tags of a poster."""
    found = elements(pdf)
    pages = [fault for page in pdf.pages for fault in _page(pdf, page, found)]
    return [*_document(pdf, language), *pages, *_order(pdf, found), *_figures(pdf, found)]


def _document(pdf: pikepdf.Pdf, language: str) -> Iterator[str]:
    root = pdf.Root
    if not root.MarkInfo.get("/Marked") or root.MarkInfo.get("/Suspects"):
        yield "7.1: not marked"
    if str(root.get("/Lang", "")) != language or not _LANGUAGE.fullmatch(language):
        yield f"7.2: language {root.get('/Lang')}"
    if xmp_values(pdf).get("pdfuaid:part") != "1":
        yield "5: does not say that it is PDF/UA-1"
    if not root.ViewerPreferences.get("/DisplayDocTitle") or not xmp_values(pdf).get("dc:title"):
        yield "7.1: the title is not shown"
    (document,) = _kids(root.StructTreeRoot)
    if document.S != "/Document" or "/RoleMap" in root.StructTreeRoot:
        yield f"7.1: the outermost element is {document.S}"


def _page(pdf: pikepdf.Pdf, shown: pikepdf.Page, found: list[Element]) -> Iterator[str]:
    """7.1 and 14.7.4.4: all that is painted is tagged or an artifact; tree and page tell the same."""
    page = shown.obj
    painted = {}
    for mark in walked(shown):
        number, artifact = mark.mcid, mark.is_artifact
        if (number is None) == (not artifact):
            yield f"7.1: {mark.kind} is {'both' if artifact else 'neither'} tagged and artifact"
        elif number is not None:
            tag = next(tag for tag, properties in mark.marks if properties is not None and "/MCID" in properties)
            painted.setdefault(number, set()).add(tag)
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    owners = list(parents[int(page.StructParents)])
    here = [element for element in found if element.pieces and element.object.Pg.objgen == page.objgen]
    held = {piece: element for element in here for piece in element.pieces}
    if sorted(held) != list(range(len(owners))) or not set(painted) <= set(held):
        yield f"14.7.4.4: elements hold {sorted(held)}, the page has {sorted(painted)}, parents {len(owners)}"
    for piece, element in held.items():
        if owners[piece].objgen != element.object.objgen:
            yield f"14.7.4.4: piece {piece} has another parent in the tree"
        if element.role != "/Link" and not painted.get(piece, {element.role}) <= {element.role}:
            yield f"piece {piece} is {painted[piece]} on the page and {element.role} in the tree"
    if page.get("/Tabs") != "/S":
        yield "7.18.3: no order of tabs"


def _order(pdf: pikepdf.Pdf, found: list[Element]) -> Iterator[str]:
    """7.4: known roles, one H1, no level left out."""
    roles = [element.role for element in found]
    if set(roles) - _ROLES:
        yield f"7.1: roles {sorted(set(roles) - _ROLES)}"
    if roles.count("/H1") != 1:
        yield f"7.4: {roles.count('/H1')} first headings"
    headings = [int(role[2]) for role in roles if re.fullmatch("/H[1-6]", role)]
    if any(after > before + 1 for before, after in zip([0, *headings], headings, strict=False)):
        yield f"7.4.2: headings {headings}"
    for element in found:
        if element.language and not _LANGUAGE.fullmatch(element.language):
            yield f"7.2: language {element.language}"


def _figures(pdf: pikepdf.Pdf, found: list[Element]) -> Iterator[str]:
    """7.3: a figure says what it shows, and where."""
    for element in found:
        if element.role != "/Figure":
            continue
        media = [float(edge) for edge in element.object.get("/Pg", pdf.pages[0].obj).MediaBox]
        if not element.alt.strip():
            yield "7.3: a figure without words"
        left, bottom, right, top = (float(edge) for edge in element.object.A.BBox)
        if not (media[0] - 1 <= left < right <= media[2] + 1 and media[1] - 1 <= bottom < top <= media[3] + 1):
            yield f"14.8.5.4.5: a figure at {left, bottom, right, top}"
