"""The application, assembled. Nothing is decided here: every part stands in its own room."""

from datetime import timedelta
from pathlib import Path

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from app import extensions, web
from app.byte_cache import ByteFiles, PlainBytes
from app.services import Services, open_services
from app.settings import Settings
from app.store import upgrade_apart
from app.web import errors, language, logs, receiving, security
from app.web.address import PublicAddress
from app.web.tokens import token_css

_WEB = Path(web.__file__).parent
MB = 1_000_000
KB = 1_000


def create_app(settings: Settings | None = None, services: Services | None = None) -> Flask:
    """Return an application for these settings, else for those of the environment.

    services: those that are open already, for tests; else they are opened here. Raises SettingError.
    """
    settings = settings or Settings.from_environment()
    app = Flask("app.web", template_folder="templates", static_folder=None, root_path=str(_WEB))
    app.config.update(_flask_settings(settings))
    if services is None:
        upgrade_apart(settings.database)
        services = open_services(settings)
    app.extensions["affiche"] = services
    app.extensions["affiche-tokens"] = token_css(services.catalog.brand)
    if settings.base_url:
        app.wsgi_app = PublicAddress(app.wsgi_app, settings.base_url)  # type: ignore[method-assign]
    if settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=settings.proxies
        )
    logs.init_app(app, settings.data / "logs")
    security.init_app(app, settings.secure)
    receiving.init_app(app)
    _bind_extensions(app)
    errors.init_app(app)
    web.init_app(app)
    return app


def _bind_extensions(app: Flask) -> None:
    language.init_app(app, extensions.babel)
    extensions.csrf.init_app(app)
    extensions.limiter.init_app(app)
    extensions.cache.init_app(app)
    extensions.compress.init_app(app)


def _flask_settings(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.signing_key(),
        "SESSION_COOKIE_NAME": "__Host-affiche" if settings.secure else "affiche",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.secure,
        # Never with every answer: pictures that any cache may keep must not carry somebody's session.
        "SESSION_REFRESH_EACH_REQUEST": False,
        "PERMANENT_SESSION_LIFETIME": timedelta(days=settings.draft_days),
        "PREFERRED_URL_SCHEME": "https" if settings.secure else "http",
        "MAX_CONTENT_LENGTH": settings.request_mb * MB,
        "MAX_FORM_PARTS": settings.request_parts,
        "MAX_FORM_MEMORY_SIZE": settings.field_kb * KB,
        # A tab may stay open as long as its poster is kept.
        "WTF_CSRF_TIME_LIMIT": settings.draft_days * 24 * 3600,
        "WTF_CSRF_SSL_STRICT": False,
        "RATELIMIT_STORAGE_URI": settings.redis_url or "memory://",
        # Text only: pictures, fonts and finished files are as small as they get, and a ZIP leaves as it is made.
        "COMPRESS_MIMETYPES": [
            "text/html",
            "text/css",
            "text/javascript",
            "application/json",
            "application/xml",
            "image/svg+xml",
        ],
        "COMPRESS_ALGORITHM": ["br", "gzip"],
        "COMPRESS_ALGORITHM_STREAMING": ["br", "gzip"],
        # 2^18 bytes hold the largest page; the usual 2^22 would cost each answer 16 MB for a moment.
        "COMPRESS_BR_WINDOW": 18,
        # A tenth less than the usual 4 for half a millisecond more; what comes after 5 gains next to nothing.
        "COMPRESS_BR_LEVEL": 5,
        **_cache_settings(settings),
    }


def _cache_settings(settings: Settings) -> dict[str, object]:
    common: dict[str, object] = {
        "CACHE_DEFAULT_TIMEOUT": 7 * 24 * 3600,
        "CACHE_KEY_PREFIX": "affiche:",
        "CACHE_SERIALIZER": PlainBytes,
    }
    if settings.redis_url:
        return {**common, "CACHE_TYPE": "RedisCache", "CACHE_REDIS_URL": settings.redis_url}
    folder = str(settings.data / "cache")
    files = f"{ByteFiles.__module__}.{ByteFiles.__name__}"
    return {**common, "CACHE_TYPE": files, "CACHE_DIR": folder, "CACHE_THRESHOLD": settings.cache_items}
