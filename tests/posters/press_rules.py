"""What a print shop's check asks of a PDF/X-4 file, read from the file alone. Each rule yields what is wrong.

Sources: ISO 15930-7 (PDF/X-4), ISO 32000-1; the clauses stand beside the rules.
"""

import io
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

import pikepdf
from page_walk import Painted, walked

MM = 72 / 25.4

_XMP = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}
_ACTIVE = ("/AA", "/OpenAction", "/AcroForm", "/OCProperties", "/Names", "/Collection", "/Perms")


@lru_cache(maxsize=8)
def opened(data: bytes) -> pikepdf.Pdf:
    """Return a file, kept open: its objects die with it."""
    return pikepdf.open(io.BytesIO(data))


def xmp_values(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return the properties of the metadata packet as `prefix:name`."""
    packet = pdf.Root.Metadata.read_bytes()
    tree = ElementTree.fromstring(re.sub(rb"<\?xpacket[^>]*\?>", b"", packet).strip())  # noqa: S314 - written a moment ago
    prefixes = {uri: prefix for prefix, uri in _XMP.items()}
    found = {}
    for description in tree.iter(f"{{{_XMP['rdf']}}}Description"):
        for child in [*description, *_attributes(description)]:
            uri, _, name = child.tag[1:].partition("}")
            found[f"{prefixes.get(uri, uri)}:{name}"] = "".join(child.itertext()).strip()
    return found


def _attributes(description: ElementTree.Element) -> Iterator[ElementTree.Element]:
    for key, value in description.attrib.items():
        child = ElementTree.Element(key)
        child.text = value
        yield child


def faults(data: bytes, *, trim_mm: tuple[float, float], bleed_mm: float = 3, condition: str = "FOGRA39") -> list[str]:
    """Return all that is wrong with a file for the press."""
    pdf = opened(data)
    return [
        *_head(data, pdf),
        *_identification(pdf),
        *_output_intent(pdf, condition),
        *_boxes(pdf, trim_mm, bleed_mm),
        *_nothing_active(pdf),
        *_colors(pdf),
        *_groups(pdf),
    ]


def _head(data: bytes, pdf: pikepdf.Pdf) -> Iterator[str]:
    if data[:8] != b"%PDF-1.6":
        yield f"6.1: the file says {data[:8]!r}"
    if sum(byte > 127 for byte in data[9:20]) < 4:
        yield "ISO 32000-1, 7.5.2: no binary comment"
    if pdf.is_encrypted:
        yield "6.2: encrypted"
    marks = [bytes(mark) for mark in pdf.trailer.get("/ID", [])]
    if len(marks) != 2 or any(len(mark) != 16 for mark in marks):
        yield f"6.1: identity {marks}"
    if len(pdf.pages) != 1:
        yield f"{len(pdf.pages)} pages"


def _identification(pdf: pikepdf.Pdf) -> Iterator[str]:
    """6.4 and 6.5: what kind of file it is, and the same facts in both places."""
    xmp, info = xmp_values(pdf), {key: str(value) for key, value in pdf.docinfo.items()}
    if xmp.get("pdfxid:GTS_PDFXVersion") != "PDF/X-4":
        yield f"6.4: {xmp.get('pdfxid:GTS_PDFXVersion')}"
    for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID", "xmpMM:RenditionClass"):
        if not xmp.get(key):
            yield f"6.4: no {key}"
    for key, other in (("/Title", "dc:title"), ("/Producer", "pdf:Producer"), ("/Creator", "xmp:CreatorTool")):
        if not info.get(key) or info[key] != xmp.get(other):
            yield f"6.4: {key} is {info.get(key)!r}, {other} is {xmp.get(other)!r}"
    for key, other in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        if re.sub(r"\D", "", info.get(key, ""))[:14] != re.sub(r"\D", "", xmp.get(other, ""))[:14]:
            yield f"6.4: {key} is {info.get(key)!r}, {other} is {xmp.get(other)!r}"
    if info.get("/Trapped") != "/False" or xmp.get("pdf:Trapped") != "False":
        yield f"6.5: trapped {info.get('/Trapped')}, {xmp.get('pdf:Trapped')}"
    if pdf.Root.Metadata.get("/Filter") is not None:
        yield "6.4: the packet is compressed"


def _output_intent(pdf: pikepdf.Pdf, condition: str) -> Iterator[str]:
    """6.2.2: one output intent, its profile embedded."""
    intents = [intent for intent in pdf.Root.get("/OutputIntents", []) if intent.S == "/GTS_PDFX"]
    if len(intents) != 1:
        yield f"6.2.2: {len(intents)} output intents"
        return
    (intent,) = intents
    if str(intent.OutputConditionIdentifier) != condition or not str(intent.get("/RegistryName", "")):
        yield f"6.2.2: condition {intent.OutputConditionIdentifier} of {intent.get('/RegistryName')}"
    profile = intent.DestOutputProfile.read_bytes()
    facts = profile[36:40], profile[12:16], profile[16:20], int.from_bytes(profile[:4], "big")
    if facts != (b"acsp", b"prtr", b"CMYK", len(profile)) or int(intent.DestOutputProfile.N) != 4:
        yield f"6.2.2: profile {facts}"


def _boxes(pdf: pikepdf.Pdf, trim_mm: tuple[float, float], bleed_mm: float) -> Iterator[str]:
    """6.3: boxes in each other, and of the size that was ordered, to 0.01 mm."""
    page = pdf.pages[0]
    media, bleed, trim = ([float(edge) for edge in page.obj[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
    size = (trim[2] - trim[0]) / MM, (trim[3] - trim[1]) / MM
    if any(abs(found - wanted) > 0.01 for found, wanted in zip(size, trim_mm, strict=True)):
        yield f"trim of {size[0]:.3f} × {size[1]:.3f} mm"
    edges = [(inner - outer) / MM for outer, inner in zip(bleed[:2], trim[:2], strict=True)]
    edges += [(outer - inner) / MM for outer, inner in zip(bleed[2:], trim[2:], strict=True)]
    if any(abs(edge - bleed_mm) > 0.01 for edge in edges):
        yield f"bleed of {edges} mm"
    if not (all(map(_reaches, media[:2], bleed[:2])) and all(map(_reaches, bleed[2:], media[2:]))):
        yield f"6.3: the bleed {bleed} reaches out of the medium {media}"
    if "/ArtBox" in page.obj or page.obj.get("/UserUnit", 1) != 1 or page.obj.get("/Rotate", 0) != 0:
        yield "6.3: art box, unit or turn"


def _reaches(outer: float, inner: float) -> bool:
    return outer <= inner + 1e-6


def _nothing_active(pdf: pikepdf.Pdf) -> Iterator[str]:
    for key in _ACTIVE:
        if key in pdf.Root:
            yield f"{key} in the catalogue"
    if len(pdf.pages[0].obj.get("/Annots", [])):
        yield "annotations in a file for the press"
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            yield from _not_for_press(found)


def _not_for_press(found: Any) -> Iterator[str]:
    """6.2.x: what may not be in the file at all."""
    if found.get("/S") in ("/JavaScript", "/Launch", "/URI", "/GoToR", "/SubmitForm"):
        yield f"action {found.S}"
    if isinstance(found, pikepdf.Stream):
        filters = found.get("/Filter", pikepdf.Array())
        names = [str(name) for name in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
        if {"/LZWDecode", "/Crypt", "/JPXDecode"} & set(names) or "/F" in found or "/OPI" in found or "/Ref" in found:
            yield f"stream with {names}, or data elsewhere"
        if found.get("/Subtype") == "/PS" or found.get("/Interpolate") or "/Alternates" in found:
            yield "PostScript, interpolation or alternate images"


def _colors(pdf: pikepdf.Pdf) -> Iterator[str]:
    """6.2.3 and 6.2.4: everything that is painted, painted in the inks of the output intent."""
    seen = set()
    for painted in walked(pdf.pages[0]):
        spaces = [painted.color.space]
        if painted.color.pattern is not None:
            spaces = [painted.color.pattern.Shading.ColorSpace]
        for space in spaces:
            if space not in ("/DeviceCMYK", "/DeviceGray"):
                seen.add(f"6.2.4: {painted.kind} in {_named(space)}")
        seen.update(_image(painted) if painted.kind == "image" else ())
    yield from sorted(seen)


def _image(painted: Painted) -> Iterator[str]:
    mask = painted.source.get("/SMask")
    if mask is not None and mask.ColorSpace != "/DeviceGray":
        yield f"6.2.4: mask in {_named(mask.ColorSpace)}"
    if painted.source.get("/Mask") is not None or painted.source.get("/ImageMask"):
        yield "an image with a mask of another kind"
    if int(painted.source.BitsPerComponent) != 8:
        yield f"{painted.source.BitsPerComponent} bits"


def _named(space: object) -> str:
    return str(space[0]) if isinstance(space, pikepdf.Array) else str(space)


def _groups(pdf: pikepdf.Pdf) -> Iterator[str]:
    """6.2.8: page and forms blend in the inks of the output intent, by no other rule than the plainest."""
    page_group = pdf.pages[0].obj.get("/Group")
    if page_group is None or page_group.CS != "/DeviceCMYK":
        yield "the page has no space to blend in"
    for found in pdf.objects:
        if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            continue
        group = found.get("/Group")
        if isinstance(group, pikepdf.Dictionary) and group.get("/CS", "/DeviceCMYK") != "/DeviceCMYK":
            yield f"6.2.8: a group blends in {_named(group.CS)}"
        if found.get("/Type") == "/ExtGState":
            yield from _settings(found)


def _settings(found: Any) -> Iterator[str]:
    if str(found.get("/BM", "/Normal")) not in ("/Normal", "/Compatible"):
        yield f"blend mode {found.BM}"
    if any(key in found for key in ("/TR", "/TR2", "/HTP", "/HT", "/BG", "/BG2", "/UCR", "/UCR2")):
        yield "6.2.5: a transfer function, halftone or black generation"
