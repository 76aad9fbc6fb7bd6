"""Addresses of the brand's own site, which a template writes without knowing the brand."""

import pytest

from app.engine.template.addresses import in_full


@pytest.mark.parametrize(
    ("url", "site", "whole"),
    [
        ("brand:", "https://example.be", "https://example.be"),
        ("brand:/jobs?x=1", "https://example.be", "https://example.be/jobs?x=1"),
        ("BRAND:/jobs", "https://example.be/nl", "https://example.be/nl/jobs"),
        ("brand:/jobs", "", ""),
        ("https://brand.be/", "https://example.be", "https://brand.be/"),
        ("mailto:an@linde.be", "https://example.be", "mailto:an@linde.be"),
    ],
)
def test_an_address_is_made_whole(url, site, whole):
    """Without a site nothing is left of it; other addresses are as they were."""
    assert in_full(url, site) == whole
