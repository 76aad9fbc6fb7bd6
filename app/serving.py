"""Gunicorn's configuration and the application it serves, for `affiche serve` and for anyone who starts it by hand.

One process with threads: pages and previews are quick, and everything heavy runs in the workers behind the fence.
More processes (WEB_CONCURRENCY) want a shared rate limit: set AFFICHE_REDIS_URL then.
"""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
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


def post_worker_init(worker: Any) -> None:
    """Keep what the privacy page promises: what has had its time goes, without anybody having to think of it.

    And make what many will ask for, once the door is open.
    """
    # Not before: the process that only watches over the others stays small.
    from app.services.housekeeping import purge_every_hour
    from app.web.house_style import warm

    services = worker.wsgi.extensions["affiche"]
    Thread(target=purge_every_hour, args=(services, Event()), daemon=True, name="purge").start()
    Thread(target=warm, args=(worker.wsgi,), daemon=True, name="warm").start()


def application() -> Any:
    """Return the application for these settings."""
    with _loading():
        from app.factory import create_app

        return create_app(_settings)


@contextmanager
def _loading() -> Iterator[None]:
    """Keep the collector from what is loaded now. It stays, 120,000 objects, and a look through them takes 40 ms."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
    gc.collect()
    gc.freeze()
