"""Poster templates: a drawing and one text file, read exactly as the contract says."""

from app.engine.template.kinds import (
    Anchor,
    AnySlot,
    BrandLogoSlot,
    ChoiceSlot,
    ImprintSlot,
    Kind,
    LogoSlot,
    PhotoSlot,
    QrSlot,
    Slot,
    TextSlot,
    VAlign,
)
from app.engine.template.reading import faults_of, read_template
from app.engine.template.samples import bilingual_samples, read_sample, sample
from app.engine.template.values import (
    Artboard,
    ArtItem,
    ArtStep,
    ChoiceStep,
    FrameStep,
    PosterTemplate,
    Stack,
    Step,
)

__all__ = [
    "Anchor",
    "AnySlot",
    "ArtItem",
    "ArtStep",
    "Artboard",
    "BrandLogoSlot",
    "ChoiceSlot",
    "ChoiceStep",
    "FrameStep",
    "ImprintSlot",
    "Kind",
    "LogoSlot",
    "PhotoSlot",
    "PosterTemplate",
    "QrSlot",
    "Slot",
    "Stack",
    "Step",
    "TextSlot",
    "VAlign",
    "bilingual_samples",
    "faults_of",
    "read_sample",
    "read_template",
    "sample",
]
