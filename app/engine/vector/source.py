"""From foreign bytes to a tree: unpacked, decoded, and cleared of whatever could reach out or blow up.

Nothing is fetched and the XML parser never meets a DOCTYPE: it is checked and taken out here, and the few plain
entities that Illustrator declares for its name spaces are written out first.
"""

import re
import zlib
from typing import cast

from lxml import etree

from app.engine.errors import UnreadableFile

MAX_BYTES = 2_000_000
_MAX_ENTITIES = 20
_MAX_ENTITY_BYTES = 1_000

SVG = "{http://www.w3.org/2000/svg}"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_DECLARATION = re.compile(r"^\s*<\?xml\s[^>]*\?>")
# Text encodings only: Python's codec names also reach compressors and the like.
_ENCODINGS = re.compile(
    r"utf-?8|us-ascii|ascii|iso-?8859-?\d{1,2}|latin-?1|windows-?125\d|cp125\d|utf-?16(-?[lb]e)?", re.I
)

_PROLOG_SKIP = re.compile(r"\s+|<!--(?s:.*?)-->|<\?(?s:.*?)\?>")
_DOCTYPE = re.compile(
    r"""<!DOCTYPE\s+(?P<name>[^\s\[>]+)\s*
        (?:PUBLIC\s+(?P<public>"[^"]*"|'[^']*')\s*(?P<dtd>"[^"]*"|'[^']*')?|SYSTEM\s+(?P<system>"[^"]*"|'[^']*'))?\s*
        (?P<open>\[)?""",
    re.X,
)
_W3C_SYSTEM = re.compile(r"https?://www\.w3\.org/(?:TR|Graphics)/[\w./-]*\.dtd")
_ENTITY = re.compile(r"""<!ENTITY\s+([A-Za-z_:][\w.:-]*)\s+(?:"([^"]*)"|'([^']*)')\s*>""")
_SUBSET_SKIP = re.compile(r"\s+|<!--(?s:.*?)-->")
_SUBSET_END = re.compile(r"\]\s*>")
_ENTITY_USE = re.compile(r"&([A-Za-z_:][\w.:-]*);")


def parse(data: bytes) -> etree._Element:
    """Return the root `svg` element, line numbers as in the file.

    data: SVG or gzipped SVG, at most 2 MB unpacked.
    Raises UnreadableFile: svg-too-large, svg-broken, svg-entities, svg-not-svg, svg-too-complex.
    """
    text = _without_doctype(_decoded(unpacked(data)))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as broken:
        if "depth" in str(broken).lower():
            raise UnreadableFile("svg-too-complex") from None
        raise UnreadableFile("svg-broken", line=broken.lineno or 0) from None
    except ValueError:  # lxml's answer to characters that XML does not allow.
        raise UnreadableFile("svg-broken", line=0) from None
    return _as_svg(root)


def line_of(element: etree._Element) -> int:
    """Return the line that an element begins on, 0 when it is not known."""
    return cast("int | None", element.sourceline) or 0


def text_of(element: etree._Element) -> str:
    """Return all the characters in an element."""
    return "".join(str(text) for text in element.itertext())


def unpacked(data: bytes) -> bytes:
    """Return SVG bytes, unzipped when they were gzipped. Raises UnreadableFile beyond 2 MB."""
    if data[:2] == b"\x1f\x8b":
        try:
            data = zlib.decompressobj(wbits=31).decompress(data, MAX_BYTES + 1)
        except zlib.error:
            raise UnreadableFile("svg-broken", line=0) from None
    if len(data) > MAX_BYTES:
        raise UnreadableFile("svg-too-large", megabytes=MAX_BYTES // 1_000_000)
    return data


def _decoded(data: bytes) -> str:
    """Return the text behind the bytes, by byte order mark, else by XML declaration, else as UTF-8."""
    try:
        for mark, encoding in _BOMS:
            if data.startswith(mark):
                return data[len(mark) :].decode(encoding)
        if data[:4] in (b"<\x00?\x00", b"<\x00s\x00"):
            return data.decode("utf-16-le")
        if data[:4] in (b"\x00<\x00?", b"\x00<\x00s"):
            return data.decode("utf-16-be")
        declared = _DECLARED.match(data[:400])
        encoding = declared[1].decode() if declared else "utf-8"
        if not _ENCODINGS.fullmatch(encoding):
            raise UnreadableFile("svg-broken", line=1)
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise UnreadableFile("svg-broken", line=1) from None


def _without_doctype(text: str) -> str:
    """Return the document without XML declaration and DOCTYPE, entities written out, lines kept."""
    declaration = _DECLARATION.match(text)
    at = declaration.end() if declaration else 0
    head = "\n" * text.count("\n", 0, at)
    here = at
    while skipped := _PROLOG_SKIP.match(text, here):
        here = skipped.end()
    doctype = _DOCTYPE.match(text, here)
    if not doctype:
        return head + text[at:]
    _check_identifier(doctype, _line_at(text, here))
    entities, end = _subset(text, doctype.end()) if doctype["open"] else ({}, doctype.end())
    if not doctype["open"]:
        if text[end : end + 1] != ">":
            raise UnreadableFile("svg-broken", line=_line_at(text, end))
        end += 1
    kept = text[at:here] + "\n" * text.count("\n", here, end)
    return head + kept + _written_out(text[end:], entities)


def _line_at(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _check_identifier(doctype: re.Match[str], line: int) -> None:
    """Accept the W3C's own SVG types and a bare `svg`; refuse a DTD from anywhere else."""
    public, system = (doctype["public"] or "")[1:-1], (doctype["system"] or "")[1:-1]
    if (public and not public.startswith("-//W3C//DTD SVG")) or (system and not _W3C_SYSTEM.fullmatch(system)):
        raise UnreadableFile("svg-entities", line=line)


def _subset(text: str, at: int) -> tuple[dict[str, str], int]:
    """Return the plain entities of an internal subset and where the DOCTYPE ends."""
    entities: dict[str, str] = {}
    while not (end := _SUBSET_END.match(text, at)):
        if skipped := _SUBSET_SKIP.match(text, at):
            at = skipped.end()
            continue
        entity = _ENTITY.match(text, at)
        if not entity:  # Parameter and external entities, attribute defaults, and whatever else a DTD may hold.
            raise UnreadableFile("svg-entities", line=_line_at(text, at))
        value = entity[2] if entity[2] is not None else entity[3]
        if len(value.encode()) > _MAX_ENTITY_BYTES or re.search("[&%<]", value) or len(entities) == _MAX_ENTITIES:
            raise UnreadableFile("svg-entities", line=_line_at(text, at))
        entities.setdefault(entity[1], value)
        at = entity.end()
    return entities, end.end()


def _written_out(text: str, entities: dict[str, str]) -> str:
    """Return the text with declared entities replaced. Raises UnreadableFile when it would grow beyond 2 MB."""
    if not entities:
        return text
    grown = len(text) + sum(len(entities.get(used[1], "")) for used in _ENTITY_USE.finditer(text))
    if grown > MAX_BYTES:
        raise UnreadableFile("svg-entities")

    def value(used: re.Match[str]) -> str:
        plain = entities.get(used[1])
        return used[0] if plain is None else plain.replace('"', "&quot;").replace("'", "&apos;").replace(">", "&gt;")

    return _ENTITY_USE.sub(value, text)


def _as_svg(root: etree._Element) -> etree._Element:
    """Return the root, its elements in SVG's name space even where a file copied out of a web page has none."""
    if root.tag == "svg":
        for element in root.iter():
            if isinstance(element.tag, str) and not element.tag.startswith("{"):
                element.tag = SVG + element.tag
    if root.tag != f"{SVG}svg":
        raise UnreadableFile("svg-not-svg")
    return root
