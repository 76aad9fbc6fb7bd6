"""Postcodes of the imprint: Belgian, or of a country beside it."""

import pytest
from makers import PUBLISHER, checked, codes, imprint_slot, make_content, make_template, one

TEMPLATE = make_template(imprint_slot())


def found_for(postcode):
    parts = {key: getattr(PUBLISHER, key) for key in ("name", "street", "town")}
    imprint = type(PUBLISHER)(**parts, postcode=postcode)
    return checked(TEMPLATE, make_content(imprint=imprint), "a3").findings


@pytest.mark.parametrize(
    "postcode",
    [
        *("1000", "9200", "9992", " 9200 ", "B-9200", "BE 9200", "b–9200", "٩٢٠٠"),
        *("L-1009", "LU-4010", "1855"),
        *("6211 AB", "6211ab", "NL-4501 CA"),
        *("59000", "F-02100", "97400", "FR 75012"),
        *("52062", "D-99998", "DE-01067"),
    ],
)
def test_a_postcode_of_here_or_next_door_is_fine(postcode):
    """Belgium, Luxembourg, the Netherlands, France, Germany; with the sign of the country or without."""
    assert "postcode" not in codes(found_for(postcode))


@pytest.mark.parametrize(
    "postcode", ["99999", "00100", "0999", "920", "920O", "9 200", "B-59000", "0123 AB", "9200 Dendermonde", "SW1A 1AA"]
)
def test_what_is_no_postcode_here_is_pointed_out_with_its_cure(postcode):
    """It only warns: a publisher may live further away."""
    found = one(found_for(postcode), "postcode")

    assert (found.severity, found.slot, found.field) == ("warning", "imprint", "imprint.postcode")
    assert f"“{postcode}”" in found.message.nl
    assert "1000" in found.message.nl


@pytest.mark.parametrize("postcode", ["", "0000", "abcd"])
def test_what_is_missing_or_unreal_is_told_once(postcode):
    """The rule of the imprint speaks of it already."""
    assert codes(found_for(postcode)).count("postcode") == 0
    assert "imprint" in codes(found_for(postcode))
