"""Flask's extensions, made once and bound by the factory. Rate budgets are counted for each address."""

import math
import time

from flask import current_app, request
from flask_babel import Babel
from flask_caching import Cache
from flask_limiter import Limiter
from flask_wtf.csrf import CSRFProtect

csrf = CSRFProtect()
babel = Babel()
cache = Cache()
"""Holds bytes only: whatever is unpickled from a shared cache must never be more than a string of bytes."""


def visitor_address() -> str:
    """Return the address that a rate budget is counted for."""
    return request.remote_addr or "unknown"


limiter = Limiter(key_func=visitor_address, strategy="moving-window")


def retry_seconds() -> int:
    """Return after how many seconds the budget that was used up has room again; 60 where that is not known."""
    used_up = limiter.current_limit
    return max(1, math.ceil(used_up.reset_at - time.time())) if used_up else 60


def _rate(setting: str) -> str:
    rate: str = getattr(current_app.extensions["affiche"].settings, setting)
    return rate


# Each budget is shared by all pages that draw on it; live previews never eat up the budget for files.
preview_budget = limiter.shared_limit(lambda: _rate("preview_rate"), scope="previews")
render_budget = limiter.shared_limit(lambda: _rate("render_rate"), scope="renders")
upload_budget = limiter.shared_limit(
    lambda: _rate("upload_rate"), scope="uploads", exempt_when=lambda: not any(map(bool, request.files.values()))
)
create_budget = limiter.shared_limit(lambda: _rate("create_rate"), scope="posters")
