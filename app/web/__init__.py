"""The pages. A view reads the request, calls one service, answers. One folder a feature."""

from flask import Flask

from app.web import downloads, editor, gallery, house_style, media, pages, share, shell


def init_app(app: Flask) -> None:
    """Bind every feature to the application."""
    shell.init_app(app)
    for feature in (gallery, editor, downloads, media, pages, house_style, share):
        app.register_blueprint(feature.bp)
