"""The address under which visitors know the tool."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


class PublicAddress:
    """Lets an application see one address of its own, whatever name a request gives in its Host header.

    Whoever forges that header could otherwise have links made that lead to a host of their own.
    """

    def __init__(self, app: "WSGIApplication", base_url: str) -> None:
        """Stand before an application. base_url: scheme and host, as in https://affiche.example.be."""
        parts = urlsplit(base_url)
        self._app, self._known = app, {"wsgi.url_scheme": parts.scheme, "HTTP_HOST": parts.netloc}

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        return self._app({**environ, **self._known}, start_response)
