"""Rows about the served application: its start, previews, uploads, its memory, and what a person at a browser waits."""

import http.cookiejar
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path

from chromium import FLAGS, executable
from measure import Times, descendants, peak_mb, timed
from samples import HEADLINES
from table import Row

_BUDGETS = {
    f"AFFICHE_{what}_RATE": "1000 per second" for what in ("PREVIEW", "RENDER", "UPLOAD", "CREATE", "PAGE", "PICTURE")
}


def rows(photo: bytes) -> Iterator[Row]:
    """Yield every row; the server runs as people run it, with `affiche serve`."""
    with tempfile.TemporaryDirectory(prefix="affiche-bench-") as folder:
        _served_once(Path(folder))  # the database is there after the first start
        with served(Path(folder)) as (pid, base, seconds):
            yield Row.seconds("start of the server to its first page", seconds, target_s=2.0)
            yield from _previews(base)
            yield from _uploads(base, photo)
            yield from _browser(base)
            yield from _memory(pid)


def _served_once(folder: Path) -> None:
    with served(folder):
        pass


@contextmanager
def served(folder: Path, *, processes: int = 1) -> Iterator[tuple[int, str, float]]:
    """Serve on a free port; yield the process, the address and the seconds until the first page.

    processes: that answer.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {"AFFICHE_DATA": str(folder), "AFFICHE_PORT": str(port), "WEB_CONCURRENCY": str(processes), **_BUDGETS}
    base = f"http://127.0.0.1:{port}"
    start = time.perf_counter()
    command = [sys.executable, "-m", "app.cli", "serve"]
    with subprocess.Popen(
        command, env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait_for(base)
            yield server.pid, base, time.perf_counter() - start
        finally:
            server.terminate()


def _wait_for(base: str) -> None:
    for _ in range(600):
        try:
            with urllib.request.urlopen(base) as page:
                page.read()
            return
        except OSError:
            time.sleep(0.02)
    raise TimeoutError(f"nothing answers at {base}")


class Visitor:
    """Somebody with a cookie jar and one poster."""

    def __init__(self, base: str) -> None:
        self._jar = http.cookiejar.CookieJar()
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._jar)).open
        page = self._open(f"{base}/sjablonen/portret").read().decode()
        begun = self._open(f"{base}/affiche", _form({"csrf_token": _token(page), "template": "portret"}))
        self.address, page = begun.url.partition("?")[0], begun.read().decode()
        self.fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
        self.fields |= {"csrf_token": _token(page), "revision": "0", "language": "nl"}

    @property
    def cookies(self) -> str:
        """The header that lets another browser in as the same person."""
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self._jar)

    def open(self, path: str = "", fields: Mapping[str, str] | None = None) -> HTTPResponse:
        """Return an answer, to be read and closed. path: below the poster's address. fields: of a form that is sent."""
        answer: HTTPResponse = self._open(self.address + path, _form(fields) if fields is not None else None)
        return answer

    def save_sample(self, **changes: str) -> None:
        """Save a poster that is ready to be taken away. changes: other fields of its form."""
        imprint = {"name": "An Peeters", "street": "Lindestraat 12", "postcode": "9200", "town": "Dendermonde"}
        texts = {"text.headline": HEADLINES[0], "photo.photo.file": "brand:verpleegkundige-2", "do": "save"}
        publisher = {f"imprint.{part}": words for part, words in imprint.items()}
        self.open(fields={**self.fields, **texts, **publisher, **changes}).read()

    def preview(self, headline: str) -> bytes:
        fields = {**self.fields, "text.headline": headline, "photo.photo.file": "brand:verpleegkundige-2"}
        return self.open("/voorbeeld", fields).read()

    def upload(self, data: bytes) -> bytes:
        """Send a photo and fetch its preview picture."""
        edge = "affiche-bench-edge"
        head = "".join(
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in (("csrf_token", self.fields["csrf_token"]), ("slot", "photo"))
        )
        file = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="p.jpg"\r\n\r\n'
        body = head.encode() + file.encode() + data + f"\r\n--{edge}--\r\n".encode()
        request = urllib.request.Request(
            f"{self.address}/bestand", body, {"Content-Type": f"multipart/form-data; boundary={edge}"}
        )
        answer = self._open(request).read().decode()
        found = re.search(r'"picture":\s*"([^"]+)"', answer)
        if found is None:
            raise ValueError(f"no picture in {answer[:200]}")
        picture: bytes = self._open(urllib.parse.urljoin(self.address, found[1])).read()
        return picture


def _form(fields: Mapping[str, str]) -> bytes:
    return urllib.parse.urlencode(fields).encode()


def _token(page: str) -> str:
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    if found is None:
        raise ValueError("the page has no CSRF token")
    return found[1]


def _previews(base: str) -> Iterator[Row]:
    visitor = Visitor(base)
    times = timed(lambda n: visitor.preview(f"{HEADLINES[n % 5]} {n}"), 100, warm=10)
    yield Row.time("live preview over HTTP, changed text: median", times, target_s=0.010)
    yield Row.seconds("live preview over HTTP, changed text: p95", times.p95, target_s=0.030)


def _uploads(base: str, photo: bytes) -> Iterator[Row]:
    visitor = Visitor(base)
    # A few bytes after the end make each file a new one; decoders pass them over.
    times = timed(lambda n: visitor.upload(photo + bytes([n % 250])), 7)
    yield Row.time("upload of the 12-MP photo to its preview", times, target_s=0.6)


def _browser(base: str) -> Iterator[Row]:
    """Yield what a person waits from a key press to the new picture, in a real browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        page = browser.new_page()
        page.goto(f"{base}/sjablonen/portret")
        page.locator("main form button").first.click()
        page.wait_for_selector("#stage svg")
        field = page.locator('[name="text.headline"]')
        field.focus()
        seconds = [page.evaluate(_KEY_PRESS, letter) for letter in "Elke dag telt, jij ook"]
        browser.close()
    times = Times(runs=tuple(found / 1000 for found in seconds[2:]))
    yield Row.time("key press to new picture in the browser, debounce included", times, target_s=0.25)


# Types one letter as a person does, and waits until the picture on the stage is another one and has been painted.
_KEY_PRESS = """letter => new Promise(done => {
    const field = document.activeElement, stage = document.querySelector("#stage"), start = performance.now();
    const watcher = new MutationObserver(() => {
        if (!stage.querySelector("svg")) return;
        watcher.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
    });
    watcher.observe(stage, { childList: true, subtree: true });
    field.value += letter;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
})"""


def _memory(pid: int) -> Iterator[Row]:
    """Yield the peaks of the process that answers and of the largest worker."""
    fenced = [found for found in descendants(pid) if not _is_web(found)]
    yield Row.size("memory of a web process, peak", web_peak_mb(pid), target_mb=150)
    yield Row.size("memory of a worker after uploads, peak", max(map(peak_mb, fenced), default=0.0), target_mb=450)


def web_peak_mb(pid: int) -> float:
    """Return the largest memory of a process that answers. pid: of the server that started it."""
    return max(map(peak_mb, answering(pid)))


def answering(server: int) -> list[int]:
    """Return the processes that answer requests: those of the server below which there is none of it."""
    found = [pid for pid in descendants(server) if _is_web(pid)]
    return [pid for pid in found if not any(map(_is_web, descendants(pid)))]


def _is_web(pid: int) -> bool:
    return b"gunicorn" in Path(f"/proc/{pid}/cmdline").read_bytes()
