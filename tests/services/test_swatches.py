"""What each value of a choice looks like."""

from app.services.swatches import swatches_of


def test_a_colour_is_seen_as_its_drawing_paints_it(workshop):
    """Ground and disc of each value, in the palette's own colours."""
    template, brand = workshop.catalog.get("trots"), workshop.catalog.brand

    swatches = swatches_of(template, "colour", "a4")

    assert set(swatches) == {"koraal", "zon", "munt", "lila"}
    for value, swatch in swatches.items():
        assert swatch.areas[0].color == brand.palette[value].srgb
        assert swatch.areas[0].outline.startswith("M")
        assert swatch.trim == template.artboard("a4").trim


def test_what_is_no_choice_has_no_swatches(workshop):
    """A template may have choices that change no colour."""
    assert swatches_of(workshop.catalog.get("trots"), "headline", "a4") == {}
