"""Photos: taking them in, choosing the part that is shown, and making the master that is printed."""

from app.engine.photo.crop import MAXIMUM_ZOOM, crop_for, effective_ppi
from app.engine.photo.cut import Cut, cut_for
from app.engine.photo.header import Header, media_type
from app.engine.photo.intake import PROOF_SIDE, take_in
from app.engine.photo.limits import PhotoLimits
from app.engine.photo.masters import print_encoded, print_master, proof_encoded, proof_jpeg, proof_master
from app.engine.photo.sniff import sniff
from app.engine.photo.strips import jpeg_pixels
from app.engine.photo.tone import lit_lightness
from app.engine.photo.values import Crop, Encoded, PhotoBytes, PhotoSource, TakenPhoto, Tones, Treatment, Veil

__all__ = [
    "MAXIMUM_ZOOM",
    "PROOF_SIDE",
    "Crop",
    "Cut",
    "Encoded",
    "Header",
    "PhotoBytes",
    "PhotoLimits",
    "PhotoSource",
    "TakenPhoto",
    "Tones",
    "Treatment",
    "Veil",
    "crop_for",
    "cut_for",
    "effective_ppi",
    "jpeg_pixels",
    "lit_lightness",
    "media_type",
    "print_encoded",
    "print_master",
    "proof_encoded",
    "proof_jpeg",
    "proof_master",
    "sniff",
    "take_in",
]
