"""Serving a contact sheet on this machine, and writing it into a folder."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from socket import SO_REUSEADDR, SOL_SOCKET, socket

from flask import Flask, Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from app.engine.findings import Finding
from app.services.contact_sheet import Cell, ContactSheet, State
from app.services.contact_sheet.sheet import is_first_look
from app.web import security
from app.web.workshop.sheet_page import faults_told, rows_of, told

HOST = "127.0.0.1"

# Of pictures that are written into a folder, in px.
_WRITTEN_WIDTH = 480

# A page asks for the findings of so many pictures at a time.
_MOST_ASKED = 60


def create_sheet_app(sheet: ContactSheet, *, watch: bool) -> Flask:
    """Return the application of one sheet. watch: whether its page asks again and again what has changed."""
    app = Flask(__name__, static_folder="static", template_folder="templates")
    # Else a page from elsewhere, under a name that leads here, could read what is drawn.
    app.config["TRUSTED_HOSTS"] = [HOST, "localhost"]
    security.init_app(app, secure=False)

    @app.get("/")
    def page() -> ResponseReturnValue:
        """Show every picture, or what keeps them from being made."""
        state = sheet.look()
        rows = rows_of(state, state.cells, lambda cell: _address(state, cell))
        response = Response(_page(sheet, state, rows=rows, watch=watch, asks=True))
        response.headers["Cache-Control"] = "no-store"
        return response

    @app.get("/state")
    def state_now() -> ResponseReturnValue:
        """Tell what has changed since: faults, and by format a word that changes with its pictures."""
        state = sheet.look()
        return {"plan": state.plan, "marks": dict(state.marks), "faults": faults_told(state.faults)}

    @app.get("/picture/<key>.svg")
    def picture(key: str) -> ResponseReturnValue:
        """Answer with one picture."""
        return Response(sheet.draw(_cell(sheet.look(), key)).svg, mimetype="image/svg+xml")

    @app.get("/findings")
    def findings() -> ResponseReturnValue:
        """Tell what the rules say of some pictures."""
        state, keys = sheet.look(), request.args.getlist("cell")[:_MOST_ASKED]
        return {key: told(sheet.draw(_cell(state, key)).findings) for key in keys}

    return app


def _address(state: State, cell: Cell) -> str:
    return url_for("picture", key=cell.key, v=state.marks[cell.format.key])


def _cell(state: State, key: str) -> Cell:
    found = next((cell for cell in state.cells if cell.key == key), None)
    return found or abort(404)


def _page(sheet: ContactSheet, state: State, **more: object) -> str:
    return render_template("sheet.html", name=sheet.folder.name, state=state, faults=faults_told(state.faults), **more)


class _Quiet(WSGIRequestHandler):
    """Says nothing of every picture that is fetched."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        return


def open_server(app: Flask, port: int) -> BaseWSGIServer:
    """Return a server of this machine alone. Raises OSError where the port is taken."""
    with socket() as probe:
        # werkzeug itself would end the process.
        probe.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        probe.bind((HOST, port))
    return make_server(HOST, port, app, threaded=True, request_handler=_Quiet)


def write_sheet(sheet: ContactSheet, folder: Path, *, every: bool) -> dict[str, tuple[Finding, ...]]:
    """Write a page and its pictures as PNG into a folder; return what is found, by picture.

    every: each content in each language, not in one. Raises OSError.
    """
    state = sheet.look()
    cells = [cell for cell in state.cells if every or is_first_look(cell, state)]
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    found: dict[str, tuple[Finding, ...]] = {}
    for cell in cells:
        data, found[cell.key] = sheet.paint(cell, _WRITTEN_WIDTH)
        (folder / _picture_file(cell)).write_bytes(data)
    for name, text in _written(sheet, state, cells, found):
        (folder / name).write_text(text, encoding="utf-8")
    return found


def _picture_file(cell: Cell) -> str:
    return f"pictures/{cell.key}.png"


def _written(
    sheet: ContactSheet, state: State, cells: Sequence[Cell], found: dict[str, tuple[Finding, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield the page and what it needs, by file name."""
    app = create_sheet_app(sheet, watch=False)
    with app.test_request_context():
        rows = rows_of(state, cells, _picture_file, found)
        yield "index.html", _page(sheet, state, rows=rows, watch=False, asks=False)
    for file in ("sheet.css", "sheet.js"):
        yield file, (Path(str(app.static_folder)) / file).read_text(encoding="utf-8")
