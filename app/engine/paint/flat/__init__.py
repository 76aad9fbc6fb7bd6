"""A scene without live transparency: what was see-through becomes opaque ink that looks the same."""

from app.engine.paint.flat.flattening import Flattened, flattened, flattened_outlines

__all__ = ["Flattened", "flattened", "flattened_outlines"]
