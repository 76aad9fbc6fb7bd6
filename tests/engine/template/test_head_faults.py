"""Every rule of template.toml, broken in one place: the fault names file, line, key and cure."""

import pytest

TOML = "template.toml"

# rule, old, new, key, problem, cure
CASES = [
    ("unknown-key", 'message = "community"', 'mesage = "community"', "mesage", "unknown key", '"message"'),
    ("missing-key", 'message = "community"\n', "", "message", "is missing", "add message"),
    ("wrong-type", "version = 3", 'version = "3"', "version", "is not a whole number", "write a whole number"),
    ("out-of-range", "version = 3", "version = 0", "version", "0 is out of range", "use 1 to"),
    ("status", '"published"', '"publishd"', "status", '"publishd" is not known', '"published"'),
    ("audience", '"individual"', '"people"', "audience", '"people" is not known', "institution or individual"),
    ("profession", '"zorgkundige"', '"zorgkunde"', "professions", '"zorgkunde"', '"zorgkundige"'),
    ("professions-word", '["zorgkundige", "logistiek-assistent"]', '"al"', "professions", '"al"', '"all"'),
    ("message", '"community"', '"joy"', "message", '"joy"', "community, security, innovation or dynamic"),
    ("language-not-of-kit", '"en", "ar"]', '"en", "es"]', "languages", '"es"', "use"),
    ("no-languages", '["nl", "fr", "en", "ar"]', "[]", "languages", "is empty", "name at least one"),
    ("twice", '["nl", "fr", "en", "ar"]', '["nl", "fr", "en", "nl"]', "languages", '"nl" stands here twice', "once"),
    ("name-lacks-language", 'fr = "Petit"\n', "", "name", "lacks fr", "say it in nl, fr and en"),
    ("name-of-no-language", 'fr = "Petit"', 'fr = "Petit"\nxx = "?"', "name.xx", "not a language", "use"),
    ("format-unknown", '"a5", "a3", "b2"', '"a5", "a33", "b2"', "artboard[0].formats", '"a33"', '"a3"'),
    ("format-twice", 'formats = ["square"]', 'formats = ["square", "a3"]', "artboard[1].formats", "a3 is also", "one"),
    ("format-shape", '"a5", "a3", "b2"', '"a5", "a3", "mupi"', "artboard[0].formats", "mupi has another shape", "draw"),
    ("file-outside", '"square.svg"', '"../square.svg"', "artboard[1].file", "is not the name of an SVG", "plain name"),
    ("unit", 'unit = "px"', 'unit = "pt"', "artboard[1].unit", '"pt"', "mm or px"),
    ("trim", "[297, 420]", "[297]", "artboard[0].trim", "not as expected", "write 2 numbers"),
    ("trim-empty", "[297, 420]", "[297, 0]", "artboard[0].trim", "without length", "width and height"),
    ("mirror", "mirror = true", "mirror = 1", "artboard[0].mirror", "is not true or false", "write true or false"),
    ("stack-unknown", '["headline", "lead"]', '["headline", "leed"]', "stack.copy.slots", '"leed"', '"lead"'),
    ("stack-twice", '["headline", "lead"]', '["headline", "headline"]', "stack.copy.slots", "twice", "once"),
    ("stack-of-photo", '["headline", "lead"]', '["headline", "photo"]', "stack.copy.slots", "is a photo", "texts only"),
    ("stack-align", '"middle"', '"midle"', "stack.copy.align", '"midle"', '"middle"'),
    ("stack-gap", "gap = 0.5", "gap = -1", "stack.copy.gap", "-1 is out of range", "use 0 to 10"),
    ("stack-key", "gap = 0.5", "gab = 0.5", "stack.copy.gab", "unknown key", '"gap"'),
    ("kind", 'kind = "qr"', 'kind = "qrcode"', "slot.qr.kind", '"qrcode"', "use text, photo, logo, qr"),
    ("slot-key", 'valign = "bottom"', 'vallign = "bottom"', "slot.place.vallign", "unknown key", '"valign"'),
    ("key-of-other-kind", "turn = -90", 'turn = -90\nanchor = "top end"', "slot.imprint.anchor", "unknown key", "use"),
    ("style", 'style = "lead"', 'style = "lede"', "slot.lead.style", '"lede"', '"lead"'),
    ("ink", 'ink = "crème"', 'ink = "creme"', "slot.lead.ink", '"creme"', '"crème"'),
    ("bar", 'bar = "zon"', 'bar = "maan"', "slot.headline.bar", '"maan"', "use"),
    ("bar-missing", 'bar = "zon"', 'on = "zon"', "slot.headline.bar", "draws a bar", "add bar"),
    ("bar-and-on", 'bar = "zon"', 'bar = "zon"\non = "wit"', "slot.headline.on", "beside bar", "keep bar alone"),
    ("bar-on-plain-style", 'on = "bos"', 'bar = "bos"', "slot.place.bar", "draws no bar", "display-bar"),
    (
        "marker",
        'on = "aubergine"\nlabel',
        'on = "aubergine"\nmarker = "maan"\nlabel',
        "slot.lead.marker",
        '"maan"',
        "use",
    ),
    (
        "marker-unseen",
        'on = "aubergine"\nlabel',
        'on = "aubergine"\nmarker = "aubergine"\nlabel',
        "slot.lead.marker",
        "is not seen",
        "another",
    ),
    (
        "marker-at-the-end",
        'on = "aubergine"\nlabel',
        'on = "aubergine"\nalign = "end"\nmarker = "zon"\nlabel',
        "slot.lead.marker",
        "aligned to the end",
        'align = "start"',
    ),
    (
        "marker-of-none",
        'on = "bos"',
        'on = "bos"\nmarker = "zon"',
        "slot.place.marker",
        "has no marker",
        "lead or kicker",
    ),
    (
        "stack-of-filling",
        'style = "lead"',
        'style = "giant"',
        "stack.copy.slots",
        "fills a frame",
        "frame of its own",
    ),
    ("on-missing", 'on = "bos"\n', "", "slot.place.on", "is missing", "add on"),
    ("pair", 'ink = "wit"\non = "bos"', 'ink = "koraal"\non = "bos"', "slot.place.ink", "koraal may not", "on bos use"),
    (
        "pair-large",
        'ink = "wit"\non = "bos"',
        'ink = "zon"\non = "bos"',
        "slot.place.ink",
        "only for large",
        "on bos use",
    ),
    ("imprint-pair", 'ink = "lila"', 'ink = "bos"', "slot.imprint.ink", "bos may not stand", "on aubergine use"),
    ("role", 'role = "P"', 'role = "Title"', "slot.place.role", '"Title"', "use P, H1"),
    ("two-titles", 'role = "P"', 'role = "H1"', "slot.place.role", "headline is H1 already", "use H2 or P"),
    ("no-title", 'role = "H1"', 'role = "H2"', "slot", "no text has the role H1", "required = true"),
    ("title-optional", "required = true", "required = false", "slot.headline.required", "may stay empty", "true"),
    ("skipped-level", 'role = "P"', 'role = "H3"', "slot.place.role", "skips a level", "use H2"),
    ("lines-order", "lines = [1, 3]", "lines = [3, 1]", "slot.headline.lines", "no range", "fewest first"),
    ("lines-type", "lines = [1, 3]", "lines = 3", "slot.headline.lines", "is not a list", "write a list"),
    ("max-chars", "max_chars = 40", "max_chars = 0", "slot.headline.max_chars", "out of range", "use 1 to"),
    ("align", 'valign = "bottom"', 'align = "left"', "slot.place.align", '"left"', "start, center or end"),
    ("label-missing", 'label = { nl = "Zin", fr = "Phrase", en = "Line" }', "", "slot.lead.label", "missing", "nl, fr"),
    ("label-lacks", 'fr = "Phrase", ', "", "slot.lead.label", "lacks fr", "nl, fr and en"),
    ("label-type", 'fr = "Phrase"', "fr = 1", "slot.lead.label.fr", "is not a text", "quotes"),
    ("placeholder-long", '"Jouw titel"', f'"{"a" * 43}"', "slot.headline.placeholder.nl", "43 characters", "by 3"),
    (
        "suggestion-long",
        '["Warm hart, vast contract."]',
        f'["{"é" * 41}"]',
        "slot.headline.suggestions.nl",
        "41",
        "by 1",
    ),
    (
        "suggestion-lines",
        "Warm hart, vast",
        "A\\nB\\nC\\nD",
        "slot.headline.suggestions.nl",
        "4 lines where 3",
        "breaks",
    ),
    (
        "suggestion-type",
        '["Warm hart, vast contract."]',
        '"Warm"',
        "slot.headline.suggestions.nl",
        "not a list",
        "list",
    ),
    ("allow", '"illustration"]', '"drawing"]', "slot.photo.allow", '"drawing"', "photo or illustration"),
    ("treatment", 'allow = ["', 'treatment = "blur"\nallow = ["', "slot.photo.treatment", '"blur"', "duotone"),
    ("anchor", '"bottom end"', '"bottom right"', "slot.logo.anchor", '"bottom right"', "bottom"),
    ("plate", 'plate = "auto"', 'plate = "yes"', "slot.logo.plate", '"yes"', "auto, none or always"),
    ("qr-ink", 'ink = "inkt"\non = "wit"', 'ink = "zon"\non = "wit"', "slot.qr.ink", '"zon"', "use"),
    ("qr-ground", 'ink = "inkt"\non = "wit"', 'ink = "inkt"\non = "bos"', "slot.qr.on", '"bos"', "use"),
    ("qr-address", '"https://care-er.be"', '"ftp://care-er.be"', "slot.qr.default_url", "ftp:", "https, mailto or tel"),
    ("turn", "turn = -90", "turn = 45", "slot.imprint.turn", "45 is no way to read", "0, 90 or -90"),
    (
        "brand-ground",
        'kind = "brand-logo"\non = "aubergine"',
        'kind = "brand-logo"\non = "zwart"',
        "slot.brand.on",
        '"zwart"',
        "use",
    ),
    ("choice-default", 'default = "bos"', 'default = "boss"', "slot.ground.default", '"boss"', '"bos"'),
    (
        "choice-label",
        ', label = { nl = "Groen", fr = "Vert", en = "Green" }',
        "",
        "slot.ground.values[0].label",
        "missing",
        "nl",
    ),
    (
        "choice-key",
        'key = "koraal"',
        'key = "ko raal"',
        "slot.ground.values[1].key",
        "cannot be part of an id",
        "letters",
    ),
    (
        "kind-type",
        "[stack.copy]",
        "[slot.x]\nkind = 1\n\n[stack.copy]",
        "slot.x.kind",
        "is not a text",
        "write a text",
    ),
    ("choice-twice", 'key = "koraal"', 'key = "bos"', "slot.ground.values[1].key", '"bos" stands', "once"),
]


@pytest.mark.parametrize(("rule", "old", "new", "key", "problem", "cure"), CASES, ids=[case[0] for case in CASES])
def test_a_broken_rule_of_the_text_file_is_named_with_line_key_and_cure(
    edit, faults, folder, rule, old, new, key, problem, cure
):
    """One mistake in template.toml gives a fault with its own line, key, problem and cure."""
    edit(TOML, old, new)

    found = [fault for fault in faults() if fault.where == key and problem in fault.problem]

    assert len(found) == 1, [str(fault) for fault in faults()]
    assert found[0].file == "tiny/template.toml"
    assert cure in found[0].cure
    text = (folder / TOML).read_text(encoding="utf-8").splitlines()
    assert found[0].line > 0 or key in ("message", "slot")
    if found[0].line and "missing" not in problem and rule != "bar-missing":
        assert key.rpartition(".")[2].partition("[")[0] in text[found[0].line - 1]


def test_the_tiny_template_has_no_fault(faults):
    """What all these tests spoil is sound to begin with."""
    assert [str(fault) for fault in faults(gallery=True)] == []


def test_a_template_without_artboards_is_reported(folder, faults):
    """Meaning without a drawing is no poster."""
    text = (folder / TOML).read_text(encoding="utf-8")
    start, end = text.index("[[artboard]]"), text.index("[stack.copy]")
    (folder / TOML).write_text(text[:start] + text[end:], encoding="utf-8")

    assert [(fault.where, fault.problem) for fault in faults()] == [("artboard", "no artboard is named")]


def test_a_template_without_slots_is_reported(folder, faults):
    """A drawing without meaning is none either; its frames are told too."""
    text = (folder / TOML).read_text(encoding="utf-8")
    head = text[: text.index("[stack.copy]")]
    (folder / TOML).write_text(head, encoding="utf-8")

    found = [(fault.where, fault.problem) for fault in faults()]

    assert ("slot", "no slot is named") in found
    assert ("slot-qr", "there is no [slot.qr]") in found


def test_a_slot_in_two_stacks_is_reported(edit, faults):
    """A text flows in one column only."""
    edit(TOML, "[slot.headline]", '[stack.more]\nslots = ["lead"]\n\n[slot.headline]')

    assert ("stack.more.slots", "lead also flows in stack copy") in [(f.where, f.problem) for f in faults()]


def test_drawings_and_samples_are_judged_beside_a_file_that_is_no_toml(edit, faults, folder):
    """All faults are told at once; only what the broken file would have said is left open."""
    edit(TOML, 'message = "community"', "message = community")
    edit("a3.svg", 'fill="#feca34"', 'fill="#fecb35"')
    edit("a3.svg", 'id="slot-place"', 'id="slot-qr"')
    (folder / "sample.toml").write_text('language = "nl"\n[text]\nheadline = 3\n', encoding="utf-8")
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', encoding="utf-8")
    found = [(fault.file, fault.where) for fault in faults()]

    assert found[0] == ("tiny/template.toml", "toml")
    assert found[1:] == [("tiny/a3.svg", "#rule"), ("tiny/a3.svg", "slot-qr"), ("tiny/sample.toml", "text.headline")]

    (folder / TOML).unlink()
    assert [fault.where for fault in faults()] == [TOML, "#rule", "slot-qr", "text.headline"]


def test_a_file_that_is_no_toml_is_reported_with_its_line(edit, faults, line_of):
    """A typing error in the syntax is one fault on its line."""
    edit(TOML, 'message = "community"', "message = community")

    found = faults()

    assert [(fault.where, fault.line) for fault in found] == [("toml", line_of(TOML, "message ="))]


def test_a_folder_without_a_text_file_is_reported(folder, faults):
    """A folder that holds only drawings is not a template yet."""
    (folder / TOML).unlink()

    assert [str(fault) for fault in faults()] == [
        "tiny/template.toml:1: template.toml: the file is not there; add it: it says what the frames mean"
    ]


def test_all_faults_of_a_folder_are_listed_at_once(edit, faults):
    """Mistakes in the text file and in two drawings are told together, by file and line."""
    edit(TOML, 'message = "community"', 'message = "joy"')
    edit(TOML, 'style = "lead"', 'style = "lede"')
    edit("a3.svg", 'fill="#feca34"', 'fill="#feca35"')
    edit("square.svg", 'id="slot-qr"', 'id="slot-qqr"')

    found = [(fault.file, fault.where) for fault in faults()]

    assert found == [
        ("tiny/template.toml", "message"),
        ("tiny/template.toml", "slot.lead.style"),
        ("tiny/a3.svg", "#rule"),
        ("tiny/square.svg", "slot-qqr"),
        ("tiny/square.svg", "slot-qr"),
    ]


def test_a_file_nested_beyond_reason_is_reported(edit, faults):
    """What no author writes is one fault, not a crash."""
    edit(TOML, 'message = "community"', f"message = {'[' * 5000}{']' * 5000}")

    assert [fault.where for fault in faults()] == ["toml"]


def test_a_byte_order_mark_is_no_mistake(folder, faults):
    """Some editors put one before the first key."""
    (folder / TOML).write_bytes(b"\xef\xbb\xbf" + (folder / TOML).read_bytes())

    assert faults() == []
