"""The same A3 poster made by other programs, in the same run: WeasyPrint, Chromium with Ghostscript, Typst.

They get the headline, the lead, the bars, the photo, the QR code and the imprint; fonts and sizes as ours. None of
them fits type, checks rules or limits ink, so the comparison leans their way.
"""

import html
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import segno
from chromium import FLAGS, executable
from samples import ROOT

FONTS = ROOT / "brand_assets/career/fonts"
PROFILE = ROOT / "brand_assets/career/profiles/FOGRA39L_coated.icc"

_PAGE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title><style>
@font-face {{ font-family: Rubik; font-weight: 900; src: url("{fonts}/Rubik_900Black.ttf") }}
@font-face {{ font-family: Rubik; font-weight: 500; src: url("{fonts}/Rubik_500Medium.ttf") }}
@page {{ size: 297mm 420mm; margin: 0; bleed: 3mm }}
* {{ margin: 0; box-sizing: border-box; -webkit-print-color-adjust: exact }}
html, body {{ width: 297mm; height: 420mm; font-family: Rubik; overflow: hidden }}
body {{ position: relative; background: #582858 }}
img.photo {{ position: absolute; left: 0; top: 0; width: 297mm; height: 300mm; object-fit: cover }}
h1 {{ position: absolute; left: 20mm; top: 215mm; font: 900 100pt/1.3 Rubik; color: #2c1c2f }}
h1 span {{ background: #feca34; padding: 0 .2em; display: inline-block }}
p.lead {{ position: absolute; left: 20mm; top: 322mm; width: 230mm; font: 500 28pt/1.3 Rubik; color: #fbf5e8 }}
img.qr {{ position: absolute; left: 246mm; top: 370mm; width: 34mm; height: 34mm }}
p.imprint {{ position: absolute; left: 20mm; top: 408mm; font: 500 7pt Rubik; color: #cdbede }}
</style></head><body><img class="photo" alt="Een lachende verpleegkundige" src="{photo}">
<h1>{lines}</h1><p class="lead">Word verpleegkundige in Wevelgem. Vlak bij huis, in een team dat je opvangt.</p>
<img class="qr" alt="QR" src="{qr}"><p class="imprint">V.U.: An Peeters, Kerkstraat 1, 8560 Wevelgem</p>
</body></html>"""

_TYPST = """
#set page(width: 297mm, height: 420mm, margin: 0mm, fill: rgb("#582858"))
#set text(font: "Rubik")
#place(top + left, image("photo.jpg", width: 297mm, height: 300mm, fit: "cover"))
#place(top + left, dx: 20mm, dy: 215mm, text(weight: 900, size: 100pt, fill: rgb("#2c1c2f"))[
  #highlight(fill: rgb("#feca34"))[{headline}]])
#place(top + left, dx: 20mm, dy: 322mm, box(width: 230mm, text(weight: 500, size: 28pt, fill: rgb("#fbf5e8"))[
  Word verpleegkundige in Wevelgem. Vlak bij huis, in een team dat je opvangt.]))
#place(top + left, dx: 246mm, dy: 370mm, image("qr.svg", width: 34mm))
#place(top + left, dx: 20mm, dy: 408mm, text(weight: 500, size: 7pt, fill: rgb("#cdbede"))[
  V.U.: An Peeters, Kerkstraat 1, 8560 Wevelgem])
"""

# How Ghostscript is told to make PDF/X: an output intent with the profile. Source: its VectorDevices guide.
_PDFX = """%!
[/GTS_PDFXVersion (PDF/X-3:2002) /Title (Poster) /Trapped /False /DOCINFO pdfmark
[/_objdef {{icc}} /type /stream /OBJ pdfmark
[{{icc}} <</N 4>> /PUT pdfmark
[{{icc}} ({profile}) (r) file /PUT pdfmark
[/_objdef {{intent}} /type /dict /OBJ pdfmark
[{{intent}} <</Type /OutputIntent /S /GTS_PDFX /OutputCondition (FOGRA39) /Info (FOGRA39)
/OutputConditionIdentifier (FOGRA39) /RegistryName (http://www.color.org) /DestOutputProfile {{icc}}>> /PUT pdfmark
[{{Catalog}} <</OutputIntents [{{intent}}]>> /PUT pdfmark
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A way to make the poster. make: given a headline, returns the file's bytes."""

    name: str
    make: Callable[[str], bytes]


def _page(photo: Path, qr: Path, headline: str) -> str:
    lines = " ".join(f"<span>{html.escape(part)}</span>" for part in headline.split(" ", 1))
    return _PAGE.format(title=headline, fonts=FONTS.as_uri(), photo=photo.as_uri(), qr=qr.as_uri(), lines=lines)


def _files(folder: Path, photo: bytes) -> tuple[Path, Path]:
    (folder / "photo.jpg").write_bytes(photo)
    segno.make("https://care-er.be/jobs", error="m").save(str(folder / "qr.svg"), scale=4, border=4, light="#fff")
    return folder / "photo.jpg", folder / "qr.svg"


def weasyprint(folder: Path, photo: bytes) -> Peer:
    """WeasyPrint's PDF/X-4, warm: fonts and pictures kept between posters; no conversion to CMYK."""
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    files = _files(folder, photo)
    fonts, pictures = FontConfiguration(), {}

    def make(headline: str) -> bytes:
        page = HTML(string=_page(*files, headline), base_url=str(folder))
        return page.write_pdf(pdf_variant="pdf/x-4", font_config=fonts, cache=pictures)

    return Peer(name="WeasyPrint, PDF/X-4 without CMYK", make=make)


class Chromium:
    """A warm Chromium that prints to PDF, and Ghostscript that turns the print into CMYK PDF/X."""

    def __init__(self, folder: Path, photo: bytes) -> None:
        from playwright.sync_api import sync_playwright

        self._folder, self._files = folder, _files(folder, photo)
        self._playwright = sync_playwright().start()
        self._browser = self._playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        self._tab = self._browser.new_page()

    def close(self) -> None:
        self._browser.close()
        self._playwright.stop()

    def print_page(self, headline: str) -> bytes:
        page = self._folder / "page.html"
        page.write_text(_page(*self._files, headline), encoding="utf-8")
        self._tab.goto(page.as_uri())
        self._tab.evaluate("document.fonts.ready.then(() => true)")
        return self._tab.pdf(width="297mm", height="420mm", print_background=True, tagged=True)

    def convert(self, printed: bytes) -> bytes:
        source, target, intent = (self._folder / name for name in ("rgb.pdf", "cmyk.pdf", "pdfx.ps"))
        source.write_bytes(printed)
        intent.write_text(_PDFX.format(profile=PROFILE))
        subprocess.run(
            [
                "gs",
                "-q",
                "-dBATCH",
                "-dNOPAUSE",
                "-dPDFX",
                "-sDEVICE=pdfwrite",
                "-sProcessColorModel=DeviceCMYK",
                "-sColorConversionStrategy=CMYK",
                f"-sOutputICCProfile={PROFILE}",
                f"--permit-file-read={PROFILE}",
                f"-sOutputFile={target}",
                str(intent),
                str(source),
            ],
            check=True,
            capture_output=True,
        )
        return target.read_bytes()

    def make(self, headline: str) -> bytes:
        return self.convert(self.print_page(headline))


def typst(folder: Path, photo: bytes) -> Peer:
    """Typst's RGB PDF with its compiler kept warm: the record to chase."""
    import typst as library

    _files(folder, photo)
    source = folder / "poster.typ"
    source.write_text(_TYPST.format(headline="Begin"), encoding="utf-8")
    compiler = library.Compiler(str(source), root=str(folder), font_paths=[str(FONTS)])

    def make(headline: str) -> bytes:
        source.write_text(_TYPST.format(headline=headline), encoding="utf-8")
        return compiler.compile(str(source))

    return Peer(name="Typst, RGB, warm", make=make)


def scratch() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="affiche-bench-")
