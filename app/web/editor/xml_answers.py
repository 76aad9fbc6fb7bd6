"""Answers for scripts as XML: a browser makes nodes of it by itself, so that no script makes markup."""

import json
from html import escape

from flask import Response, make_response


def xml_answer(name: str, *parts: str) -> Response:
    """Return an answer whose root has a name. parts: of markup, one after the other."""
    response = make_response(f"<{name}>{''.join(parts)}</{name}>")
    response.mimetype = "application/xml"
    return response


def json_part(name: str, value: object, attributes: str = "") -> str:
    """Return an element that holds a value as JSON. attributes: as they stand in its tag."""
    return f"<{name}{attributes and f' {attributes}'}>{escape(json.dumps(value), quote=False)}</{name}>"
