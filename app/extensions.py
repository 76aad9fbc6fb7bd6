"""Flask's extensions, made once and bound by the factory. Rate budgets are counted for each address."""

import ipaddress
import math
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from flask import current_app, request
from flask_babel import Babel
from flask_caching import Cache
from flask_compress import Compress
from flask_limiter import Limiter
from flask_wtf.csrf import CSRFProtect

from app.single_flight import SingleFlight, alone

csrf = CSRFProtect()
babel = Babel()
compress = Compress()
cache = Cache()
"""Holds bytes only, see `app.byte_cache`."""


_flights: SingleFlight[bytes] = SingleFlight()


def remembered(key: str, make: Callable[[], bytes]) -> bytes:
    """Return the bytes that the cache holds under a key, else make and keep them. Without a cache it works too.

    Of all who ask meanwhile, in whatever process of this machine, one makes them and the others wait.
    """
    kept = _kept(key)
    if kept is not None:
        return kept
    locks: Path = current_app.extensions["affiche"].settings.data / "locks"
    return _flights.get((locks, key), lambda: _made(key, make, locks))


def _made(key: str, make: Callable[[], bytes], locks: Path) -> bytes:
    with alone(locks, key):
        kept = _kept(key)
        if kept is None:
            kept = make()
            with suppress(Exception):
                cache.set(key, kept)
        return kept


def _kept(key: str) -> bytes | None:
    with suppress(Exception):  # each kind of cache has errors of its own
        kept: bytes | None = cache.get(key)
        return kept
    return None


def visitor_address() -> str:
    """Return the address that a rate budget is counted for; of IPv6 the /64, which is one household or one host."""
    try:
        found = ipaddress.ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network((found, 64), strict=False)) if found.version == 6 else str(found)


# Without its store each process counts for itself until the store is back.
limiter = Limiter(key_func=visitor_address, strategy="moving-window", in_memory_fallback_enabled=True)


def retry_seconds() -> int:
    """Return after how many seconds the budget that was used up has room again; 60 where that is not known."""
    used_up = limiter.current_limit
    return max(1, math.ceil(used_up.reset_at - time.time())) if used_up else 60


def _rate(setting: str) -> str:
    rate: str = getattr(current_app.extensions["affiche"].settings, setting)
    return rate


# Each budget is shared by all pages that draw on it; live previews never eat up the budget for files.
page_budget = limiter.shared_limit(lambda: _rate("page_rate"), scope="pages")
preview_budget = limiter.shared_limit(lambda: _rate("preview_rate"), scope="previews")
picture_budget = limiter.shared_limit(lambda: _rate("picture_rate"), scope="pictures")
render_budget = limiter.shared_limit(lambda: _rate("render_rate"), scope="renders")
upload_budget = limiter.shared_limit(
    lambda: _rate("upload_rate"), scope="uploads", exempt_when=lambda: not any(map(bool, request.files.values()))
)
create_budget = limiter.shared_limit(lambda: _rate("create_rate"), scope="posters")
copy_budget = limiter.shared_limit(
    lambda: _rate("create_rate"), scope="posters", exempt_when=lambda: request.form.get("do") != "copy"
)
# Small pictures of all shapes never eat up the budget for the large one.
shapes_budget = limiter.shared_limit(lambda: _rate("preview_rate"), scope="shapes")
