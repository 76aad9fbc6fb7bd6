"""A real server and a real Chromium. Without Chromium these tests are left out with the reason, in CI they fail."""

import os
import shutil
import threading
from contextlib import ExitStack, contextmanager
from dataclasses import replace

import pytest
from house import HouseOpener, Settings, create_app
from playwright.sync_api import expect
from werkzeug.serving import WSGIRequestHandler, make_server

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# The machine that runs the tests may be busy; nothing here measures time.
expect.set_options(timeout=15_000)


def pytest_collection_modifyitems(items):
    """Mark every test of this folder."""
    for item in items:
        if "/browser/" in str(item.path):
            item.add_marker("browser")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Use the machine's own Chromium."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail("no Chromium on this machine, and REQUIRE_BROWSER asks for one")
        pytest.skip("no Chromium on this machine: browser tests are left out")
    return {**browser_type_launch_args, "executable_path": chromium, "headless": True, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """A visitor from Belgium."""
    size = {"width": 1280, "height": 900}
    return {**browser_context_args, "locale": "nl-BE", "timezone_id": "Europe/Brussels", "viewport": size}


class Quiet(WSGIRequestHandler):
    """Answers without a line on the console."""

    def log(self, *_args):
        """Say nothing."""


@pytest.fixture(scope="session")
def serve(workshop, tmp_path_factory):
    """A function that starts a server and returns its address; budgets are such that a quick robot has enough."""

    @contextmanager
    def running(**rates):
        settings = Settings(data=tmp_path_factory.mktemp("live") / "data", secret_key="only-for-tests")
        enough = {"preview_rate": "1000 per second", "create_rate": "1000 per second"}
        chosen = replace(settings, **enough, **rates)
        house = HouseOpener(workshop)
        server = make_server("127.0.0.1", 0, create_app(chosen, house(chosen)), threaded=True, request_handler=Quiet)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join(5)
        server.server_close()
        house.close()

    with ExitStack() as servers:
        yield lambda **rates: servers.enter_context(running(**rates))


@pytest.fixture(scope="session")
def live_server(serve):
    """The address of a running server."""
    return serve()


@pytest.fixture
def complaints(page):
    """What the browser complains about on its console, the content policy included."""
    heard = []
    page.on("console", lambda message: heard.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    # A page that is left, or a newer key press, breaks off what was still on its way.
    page.on("requestfailed", lambda lost: None if lost.failure == "net::ERR_ABORTED" else heard.append(lost.url))
    return heard


@pytest.fixture
def photo_file(photo_jpeg, tmp_path):
    """A photo as a file, as a visitor has it."""
    file = tmp_path / "me.jpg"
    file.write_bytes(photo_jpeg)
    return file
