"""What a browser may do with our pages, as response headers."""

import secrets

from flask import Flask, Response, g, request, session

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' blob: data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        # No script of ours turns text into markup, so no policy may be made either.
        "trusted-types 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

# Scripts, styles and fonts never are a document of their own, to which the rest would apply. A page fetches a dozen of
# them, so what they do not need is left out: over HTTP/1 that is a seventh of a first visit.
_OF_PARTS = ("X-Content-Type-Options", "Cross-Origin-Resource-Policy", "Strict-Transport-Security")

# Two years, as browsers' preload lists ask.
_HSTS = "max-age=63072000; includeSubDomains"


def init_app(app: Flask, secure: bool) -> None:
    """Send the headers with every answer. secure: visitors come over https."""
    headers = {**HEADERS, "Strict-Transport-Security": _HSTS} if secure else HEADERS
    of_parts = {name: value for name, value in headers.items() if name in _OF_PARTS}

    @app.after_request
    def send(response: Response) -> Response:
        response.headers.update(of_parts if request.endpoint == "static" and response.status_code == 200 else headers)
        if g.get("private") or request.method == "POST":
            response.headers.setdefault("Cache-Control", "no-store")
            response.headers["X-Robots-Tag"] = "noindex"
        if g.get("unnamed"):
            response.headers["Referrer-Policy"] = "no-referrer"
        return response


def keep_private() -> None:
    """Mark the answer as one visitor's own: kept by no cache, listed by no search engine."""
    g.private = True


def keep_unnamed() -> None:
    """Let no other page learn the address of this one: who has it sees what it shows."""
    keep_private()
    g.unnamed = True


def known_visitor() -> str | None:
    """Return the key of the visitor's session, where they have one."""
    key: str | None = session.get("key")
    return key


def visitor_key() -> str:
    """Return the key of the visitor's session: 128 bits of chance, made at the first need."""
    if "key" not in session:
        session["key"] = secrets.token_hex(16)
        session.permanent = True
    key: str = session["key"]
    return key
