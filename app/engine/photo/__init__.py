"""Photos: taking them in, choosing the part that is shown, and making the master that is printed."""

from app.engine.photo.values import Crop, Encoded, PhotoBytes, PhotoSource, Treatment

__all__ = ["Crop", "Encoded", "PhotoBytes", "PhotoSource", "Treatment"]
