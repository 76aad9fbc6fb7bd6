"""The contact sheet of a template for who draws it: on this machine alone, begun by `affiche preview-template`."""
