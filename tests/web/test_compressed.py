"""What is sent is as small as the browser can read it."""

import gzip

import brotli
import pytest


@pytest.mark.parametrize(("accepted", "read"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_a_page_is_sent_compressed_as_the_browser_asks(client, accepted, read):
    """A page leaves at less than half its size, and caches know that it comes in several codings."""
    plain = client.get("/", headers={"Accept-Encoding": "identity"})
    sent = client.get("/", headers={"Accept-Encoding": accepted})
    assert sent.headers["Content-Encoding"] == accepted
    assert "Accept-Encoding" in sent.headers["Vary"]
    assert len(sent.data) < len(plain.data) / 2
    assert "Kies je sjabloon" in read(sent.data).decode()


def test_pictures_leave_as_they_are(client):
    """A picture is as small as it gets and is not pressed again."""
    page = client.get("/", headers={"Accept-Encoding": "identity"}).get_data(as_text=True)
    address = page.split('src="')[1:]
    picture = next(found.split('"')[0] for found in address if "/beeld/" in found.split('"')[0])
    sent = client.get(picture.replace("&amp;", "&"), headers={"Accept-Encoding": "br, gzip"})
    assert sent.mimetype.startswith("image/")
    assert "Content-Encoding" not in sent.headers
