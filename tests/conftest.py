"""What tests of the whole application share.

The application is imported only by those who ask for it: tests of the engine run without a web framework.
"""

import io
import shutil

import pytest


def pytest_collection_modifyitems(items):
    """Share tests out by the file, for what a file sets up once; all of Chromium's to one, so that it stays quick."""
    for item in items:
        folder, file = item.path.parts[-2:]
        item.add_marker(pytest.mark.xdist_group("browser" if folder == "browser" else f"{folder}/{file}"))


@pytest.fixture(scope="session")
def workshop(tmp_path_factory):
    """A workshop with the project's own brand and templates; its worker processes serve every test."""
    from house import Settings, open_workshop

    folder = tmp_path_factory.mktemp("workshop")
    shop = open_workshop(Settings(data=folder), folder / "files", workers=2)
    yield shop
    shop.close()


@pytest.fixture
def settings(tmp_path):
    """Settings of a fresh installation."""
    from house import Settings

    return Settings(data=tmp_path / "data", secret_key="only-for-tests")


@pytest.fixture
def open_house(workshop):
    """A function that opens the services for settings, closed after the test."""
    from house import HouseOpener

    opener = HouseOpener(workshop)
    yield opener
    opener.close()


@pytest.fixture
def services(settings, open_house):
    """The services of a fresh installation."""
    return open_house(settings)


@pytest.fixture
def app(settings, services):
    """A fresh application."""
    from house import create_app

    return create_app(settings, services)


@pytest.fixture
def client(app):
    """A visitor."""
    return app.test_client()


@pytest.fixture
def tiny_folder(tmp_path):
    """A copy of the tiny template, to be changed."""
    from makers import TINY

    return shutil.copytree(TINY, tmp_path / "tiny")


@pytest.fixture
def sheet(workshop, tiny_folder):
    """The contact sheet of that copy."""
    from app.services.contact_sheet import ContactSheet

    return ContactSheet(workshop, tiny_folder)


@pytest.fixture(scope="session")
def photo_jpeg():
    """A photo of 2,000 × 3,000 px with a little to see on it."""
    from PIL import Image

    picture = Image.radial_gradient("L").resize((2000, 3000)).convert("RGB")
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=80)
    return file.getvalue()
