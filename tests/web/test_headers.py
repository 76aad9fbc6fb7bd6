"""What a browser may do with our pages."""

import re
from dataclasses import replace

import pytest
from house import create_app

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


@pytest.mark.parametrize("address", ["/", "/hulp", "/nergens", "/healthz", "/favicon.ico"])
def test_every_answer_carries_the_same_strict_policy(client, address):
    """No page, error or picture of ours may load or run anything from elsewhere."""
    headers = client.get(address).headers

    assert headers["Content-Security-Policy"] == CSP
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "Strict-Transport-Security" not in headers


def test_a_script_carries_only_what_a_script_needs(client):
    """What is no document of its own carries no policy for documents, and is still never taken for another kind."""
    address = re.search(r'src="([^"]+\.js)"', client.get("/").text)[1]

    headers = client.get(address).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Content-Security-Policy" not in headers


def test_over_https_cookies_are_secure_and_plain_http_is_ruled_out(settings, services):
    """With an https address the cookie is bound to it and browsers remember to use nothing else."""
    client = create_app(replace(settings, base_url="https://affiche.example.be"), services).test_client()

    answer = client.get("/sjablonen/portret", base_url="https://affiche.example.be")

    assert answer.headers["Strict-Transport-Security"].startswith("max-age=63072000")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-affiche=")
    assert all(part in cookie for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))


def test_the_only_cookie_is_the_session(client):
    """A page to read sets no cookie; a page with a form sets one, closed to scripts."""
    assert "Set-Cookie" not in client.get("/hulp").headers

    cookies = client.get("/sjablonen/portret").headers.getlist("Set-Cookie")

    assert len(cookies) == 1
    assert cookies[0].startswith("affiche=")
    assert "HttpOnly" in cookies[0]
    assert "SameSite=Lax" in cookies[0]


@pytest.mark.parametrize("path", ["", "/download"])
def test_private_pages_are_kept_by_no_cache_and_no_search_engine(maker, path):
    """A poster in the making is its maker's alone."""
    headers = maker.client.get(maker.address + path).headers

    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Robots-Tag"] == "noindex"


def test_robots_are_kept_from_posters(client):
    """Search engines are told where they have no business."""
    assert "Disallow: /affiche" in client.get("/robots.txt").text


def test_behind_a_proxy_the_visitor_is_whom_the_proxy_names(settings, services):
    """Only with the setting for it does a forwarded address count."""
    from flask import request

    def named(proxies):
        app = create_app(replace(settings, proxies=proxies), services)
        app.add_url_rule("/wie", "who", lambda: request.remote_addr)
        return app.test_client().get("/wie", headers={"X-Forwarded-For": "203.0.113.9"}).text

    assert named(0) == "127.0.0.1"
    assert named(1) == "203.0.113.9"
