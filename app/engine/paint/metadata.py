"""What a file says about itself: XMP and the Info dictionary, in agreement.

Sources: ISO 15930-7, 6.4 and 6.5 (PDF/X-4); ISO 15930-4, 6.3 (PDF/X-1a:2003);
ISO 14289-1, 5 (PDF/UA-1); XMP specification, part 1.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from xml.sax.saxutils import escape

from app.engine.paint.objects import Value, literal, text_string

PRODUCER = "Affichemaker"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"{pdfx}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{producer}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>{uuid}</xmpMM:DocumentID>
<xmpMM:InstanceID>{uuid}</xmpMM:InstanceID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>
{universal}{press}{subject}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

_UNIVERSAL = "<pdfuaid:part>1</pdfuaid:part>\n"
_X4 = "PDF/X-4"

# Files of before PDF/X-4 say what they are in the Info dictionary; Acrobat mirrors it under this name.
_PDFX = ' xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/"'

_SUBJECT = '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Facts about one file. date: with a time zone. content: what is painted, to tell files apart.

    press_version: of PDF/X, empty for other files. subject: what to know before it is printed.
    is_universal: whether it is PDF/UA-1, which forbids the box that stands for a character that the font lacks
    (ISO 14289-1, 7.21.8).
    Raises ValueError for a date without a time zone.
    """

    title: str
    language: str
    date: datetime
    content: bytes
    press_version: str = ""
    subject: str = ""
    is_universal: bool = True

    def __post_init__(self) -> None:
        if self.date.tzinfo is None:
            raise ValueError("the date of a file needs a time zone")

    @property
    def identity(self) -> bytes:
        """16 bytes that differ for every title, date and content."""
        told = f"{self.title}\0{self.language}\0{self._utc.isoformat()}\0{self.press_version}\0{self.subject}\0"
        return sha256(told.encode() + self.content).digest()[:16]

    @property
    def _plain_title(self) -> str:
        """The title on one line, without characters that XML forbids."""
        return " ".join("".join(char if char.isprintable() else " " for char in self.title).split())

    @property
    def _utc(self) -> datetime:
        return self.date.astimezone(UTC).replace(microsecond=0)

    def xmp(self) -> bytes:
        """Return the packet, to be embedded as it is."""
        digits = self.identity.hex()
        uuid = "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
        packet = _PACKET.format(
            title=escape(self._plain_title),
            language=escape(self.language),
            date=f"{self._utc:%Y-%m-%dT%H:%M:%SZ}",
            producer=PRODUCER,
            uuid=f"uuid:{uuid}",
            universal=_UNIVERSAL if self.is_universal else "",
            press=self._press,
            pdfx=_PDFX if self.press_version not in ("", _X4) else "",
            subject=_SUBJECT.format(escape(self.subject)) if self.subject else "",
        )
        return packet.encode()

    @property
    def _press(self) -> str:
        if not self.press_version:
            return ""
        prefix = "pdfxid" if self.press_version == _X4 else "pdfx"
        return f"<{prefix}:GTS_PDFXVersion>{self.press_version}</{prefix}:GTS_PDFXVersion>\n"

    def info(self) -> dict[str, Value]:
        """Return the Info dictionary's entries."""
        date = f"(D:{self._utc:%Y%m%d%H%M%S}Z)"
        return {
            "Title": text_string(self._plain_title),
            "Author": text_string(PRODUCER),
            "Creator": text_string(PRODUCER),
            "Producer": text_string(PRODUCER),
            "CreationDate": date,
            "ModDate": date,
            "Trapped": "/False",
            **({"Subject": text_string(self.subject)} if self.subject else {}),
            **({"GTS_PDFXVersion": literal(self.press_version)} if self.press_version not in ("", _X4) else {}),
        }
