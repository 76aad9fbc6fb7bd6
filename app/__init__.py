"""The Affichemaker: posters of a brand from a template, a text, a photo and a logo.

This package is only a roof: importing it, or `app.engine`, loads no web framework and no database.
"""
