"""Drawings: reading SVG as outlines, strictly for artboards, warily for other people's logos."""
