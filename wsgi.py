"""For a WSGI server: `gunicorn wsgi:application`. Settings come from the environment, names in docs/development.md."""

from app.factory import create_app

application = app = create_app()
