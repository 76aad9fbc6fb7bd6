"""One line for each request: no text, no form values, no names, and only the beginning of an address."""

import ipaddress
import json
import logging
import re
import secrets
import time
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask, Response, g, request

_LOGGER = logging.getLogger("affiche.requests")


class DayFile(logging.Handler):
    """Appends each record to a file of its day, so that old days can be removed whole."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            day = datetime.fromtimestamp(record.created, UTC).date().isoformat()
            with (self._folder / f"{day}.log").open("a", encoding="utf-8") as file:
                file.write(self.format(record) + "\n")
        except OSError:
            self.handleError(record)


def init_app(app: Flask, folder: Path) -> None:
    """Write the log of the application's requests into a folder."""
    _LOGGER.setLevel(logging.INFO)
    _LOGGER.propagate = False
    _LOGGER.handlers = [DayFile(folder)]
    app.before_request(_begin)
    app.after_request(_note)


def request_id() -> str:
    """Return the reference number of this request, as error pages show it."""
    found: str = g.get("request_id", "")
    return found


def short_address(address: str | None) -> str:
    """Return an address cut to /24 (IPv4) or /48 (IPv6), empty for none."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    return str(ipaddress.ip_network((found, 24 if found.version == 4 else 48), strict=False))


def note_crash(error: BaseException) -> None:
    """Log where an unexpected error came from; its message might hold what somebody typed."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else ""
    _LOGGER.error(json.dumps({"id": request_id(), "crash": type(error).__name__, "at": place}))


def _begin() -> None:
    g.request_id = secrets.token_hex(4)
    g.begun = time.perf_counter()


def _note(response: Response) -> Response:
    response.headers["X-Request-Id"] = request_id()
    _LOGGER.info(
        json.dumps(
            {
                "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
                "id": request_id(),
                "from": short_address(request.remote_addr),
                "method": request.method if re.fullmatch("[A-Z]{3,7}", request.method) else "?",
                # The rule, not the path: a path may hold the id of somebody's poster.
                "page": request.url_rule.rule if request.url_rule else "",
                "status": response.status_code,
                "ms": round(1000 * (time.perf_counter() - g.get("begun", time.perf_counter())), 1),
            }
        )
    )
    return response
