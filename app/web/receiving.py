"""How a form comes in. A file that is too large is let go while it arrives; the rest of the form is kept."""

import os
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from flask import Flask, Request, current_app, request
from werkzeug.datastructures import FileStorage

from app.isolation import Parcel
from app.services.sent import SentFile
from app.settings import Settings

MB = 1_000_000
# The largest request that is read is so many times the largest that is wanted: raw photos of phones reach 100 MB. More
# than that is refused unread.
_PATIENCE = 4
# What is larger than this waits on the disk.
_IN_MEMORY_BYTES = 500_000


class ArrivingFile(SpooledTemporaryFile[bytes]):
    """The file of a form while it arrives; nothing is left of one that grows beyond a limit but its weight."""

    def __init__(self, most_bytes: int) -> None:
        super().__init__(max_size=_IN_MEMORY_BYTES, mode="w+b")
        self._most = most_bytes
        self.weight_bytes = 0

    def handed_on(self) -> SentFile:
        """Return what has arrived: what waits on the disk stays there, and is not held while it waits for a worker."""
        if self.weight_bytes <= _IN_MEMORY_BYTES:
            self.seek(0)
            return self.read()
        self.flush()
        return Parcel(os.dup(self.fileno()))

    def write(self, data: Any) -> int:
        """Take in the next bytes, or only count them."""
        fits = self.weight_bytes <= self._most
        self.weight_bytes += len(data)
        if self.weight_bytes <= self._most:
            return super().write(data)
        if fits:
            self.seek(0)
            self.truncate()
        return len(data)


class FormRequest(Request):
    """A request whose files have a limit each, so that one that is too large takes nothing else along."""

    def _get_file_stream(self, *_args: object, **_facts: object) -> IO[bytes]:
        # Werkzeug's own door for this; it asks once for each file.
        return ArrivingFile(_largest_file(_settings()))


def init_app(app: Flask) -> None:
    """Receive forms this way. To be called before whatever reads a form."""
    app.request_class = FormRequest
    app.before_request(_limit)


def weight_of(sent: FileStorage) -> int:
    """Return how many bytes of a file arrived, those that were let go with them."""
    arrived = sent.stream
    return arrived.weight_bytes if isinstance(arrived, ArrivingFile) else 0


def handed_on(sent: FileStorage) -> SentFile:
    """Return what was sent, for who takes it in."""
    arrived = sent.stream
    return arrived.handed_on() if isinstance(arrived, ArrivingFile) else arrived.read()


def _limit() -> None:
    if request.mimetype == "multipart/form-data":
        request.max_content_length = _PATIENCE * _settings().request_mb * MB
    else:
        # Werkzeug counts the text of forms with files only; a form without any is parsed in one piece.
        request.max_content_length = request.max_form_memory_size


def _largest_file(settings: Settings) -> int:
    return MB * max(settings.photo_mb, settings.logo_mb)


def _settings() -> Settings:
    settings: Settings = current_app.extensions["affiche"].settings
    return settings
