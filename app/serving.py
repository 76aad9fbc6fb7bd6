"""Gunicorn's configuration and the application it serves, for `affiche serve` and for anyone who starts it by hand.

One process with threads: pages and previews are quick, and everything heavy runs in the workers behind the fence.
More processes (WEB_CONCURRENCY) want a shared rate limit: set AFFICHE_REDIS_URL then.
"""

import os
from typing import Any

from app.settings import Settings

_settings = Settings.from_environment()

bind = f"{_settings.host}:{_settings.port}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
threads = 8
timeout = 120
graceful_timeout = 30
keepalive = 5
control_socket_disable = True


def when_ready(server: Any) -> None:
    """Say where the tool is, once it listens."""
    print(f"Affichemaker: http://{bind}/", flush=True)


def application() -> Any:
    """Return the application for these settings."""
    from app.factory import create_app

    return create_app(_settings)
