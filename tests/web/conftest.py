"""A visitor who fills in the form as a browser would."""

import re
from html import unescape

import pytest

COMPLETE = {
    "language": "nl",
    "format": "a3",
    "text.headline": "Warm hart,\r\nvast contract.",
    "text.lead": "Word verpleegkundige in Dendermonde.",
    "photo.photo.file": "brand:verpleegkundige-1",
    "photo.photo.zoom": "1",
    "photo.photo.focus.x": "0.5",
    "photo.photo.focus.y": "0.4",
    "photo.photo.alt": "Verpleegkundige met een haarband lacht breed",
    "logo.logo.file": "",
    "logo.logo.plate": "auto",
    "qr.qr.url": "https://care-er.be",
    "imprint.name": "An Peeters",
    "imprint.street": "Lindestraat 12",
    "imprint.postcode": "9200",
    "imprint.town": "Dendermonde",
}


class Visitor:
    """Somebody with a browser and one poster in the making."""

    def __init__(self, client):
        self.client = client
        self.address = ""

    def token(self, address="/sjablonen/portret"):
        """The token against forgery that a page's form holds."""
        return re.search(r'name="csrf_token" value="([^"]+)"', self.client.get(address).text)[1]

    def begin(self, template="portret"):
        """Start a poster and return its address."""
        data = {"template": template, "csrf_token": self.token(f"/sjablonen/{template}")}
        answer = self.client.post("/affiche", data=data)
        assert answer.status_code == 303, answer.text
        self.address = answer.location
        return self.address

    def revision(self):
        """The revision that the form was made from."""
        return re.search(r'name="revision" value="(\d+)"', self.client.get(self.address).text)[1]

    def send(self, do="save", *, path="", revision=None, accept="text/html", **changes):
        """Send the form with a pressed button; names with dots are given as `text__headline`."""
        named = {key.replace("__", "."): value for key, value in changes.items()}
        data = {
            **COMPLETE,
            "csrf_token": self.token(self.address),
            "revision": self.revision() if revision is None else revision,
            "do": do,
            **named,
        }
        return self.client.post(self.address + path, data=data, headers={"Accept": accept})

    def typed(self, name):
        """What stands in a field of the page."""
        page = self.client.get(self.address).text
        found = re.search(rf'<(?:input|textarea)[^>]* name="{re.escape(name)}"[^>]*>', page)
        if found[0].startswith("<textarea"):
            return unescape(page[found.end() : page.index("</textarea>", found.end())]).removeprefix("\r\n")
        return unescape(re.search(r'value="([^"]*)"', found[0])[1])


@pytest.fixture
def visitor(client):
    """A visitor who has not begun yet."""
    return Visitor(client)


@pytest.fixture
def maker(visitor):
    """A visitor with a poster in the making."""
    visitor.begin()
    return visitor


@pytest.fixture
def stranger(app):
    """Somebody else, with a session of their own."""
    return Visitor(app.test_client())


@pytest.fixture(scope="session")
def visit():
    """A function that sends somebody to an application of the test's own."""
    return lambda app: Visitor(app.test_client())
