"""What the painters need of ReportLab's inside; a new release that changes it is found here."""

from reading import opened
from reportlab.pdfbase import pdfdoc

from app.engine.paint.objects import Document, Stream, array, dictionary, literal, name, text_string


def test_a_document_starts_with_a_dictionary_for_fonts():
    """`Document.fonts` is ReportLab's own, already registered one."""
    model = pdfdoc.PDFDocument(invariant=1, pdfVersion=(1, 6))

    assert list(model.idToObject) == [pdfdoc.BasicFonts]
    assert model.idToObject[pdfdoc.BasicFonts].dict == {}


def test_strings_in_dictionaries_are_written_as_they_are():
    """Literals such as true, names and arrays of numbers are handed over as text."""
    model = pdfdoc.PDFDocument(invariant=1)

    assert b"/Marked true" in dictionary({"Marked": "true"}).format(model)


def test_dictionaries_and_arrays_are_written_as_reportlab_writes_them():
    """Ours are only quicker: numbers, texts, references, lines and all."""
    model = pdfdoc.PDFDocument(invariant=1)
    values = [*range(-3, 20), 0.5, "/Name", "(text)", model.Reference(pdfdoc.PDFDictionary({}))]
    entries = {f"K{number} (": value for number, value in enumerate(values)}

    assert array(*values).format(model) == pdfdoc.PDFArray(values).format(model)
    assert dictionary(entries).format(model) == pdfdoc.PDFDictionary(entries).format(model)
    assert dictionary({"A": array(dictionary({}))}).format(model) == b"<<\n/A [ <<\n\n>> ]\n>>"


def test_streams_end_with_a_line_break():
    """ReportLab leaves it out, which PDF/A forbids and some readers stumble over."""
    model = pdfdoc.PDFDocument(invariant=1)
    stream = Stream(dictionary({}), b"q Q")

    assert stream.format(model).endswith(b"stream\nq Q\nendstream\n")
    assert b"/Length 3" in stream.format(model)


def finished(**entries):
    document = Document()
    page, _ = document.add_page()
    page["MediaBox"] = "[0 0 9 9]"
    return document.finish(catalog=entries, info={"Title": text_string("ē")}, identity=bytes(range(16)))


def test_catalog_info_and_identity_are_ours():
    """Nothing of ReportLab's own catalog, Info or identity is left in the file."""
    data = finished(Lang=literal("nl"))
    pdf = opened(data)

    assert data.startswith(b"%PDF-1.6\n")
    assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/Lang"}
    assert {key: str(value) for key, value in pdf.trailer.Info.items()} == {"/Title": "ē"}
    assert [bytes(part) for part in pdf.trailer.ID] == [bytes(range(16))] * 2
    assert len(pdf.pages) == 1


def test_the_clock_is_not_read(monkeypatch):
    """A document made at another hour is the same."""
    first = finished()
    monkeypatch.setattr("time.time", lambda: 0.0)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")

    assert finished() == first


def test_names_and_literals_are_escaped():
    """Delimiters cannot end a name or a string."""
    assert name("a b(") == "/a#20b#28"
    assert literal("a(b)\\") == "(a\\(b\\)\\\\)"
