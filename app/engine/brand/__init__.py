"""The brand kit: palette, type, logos and limits, read from `brand.toml` and checked."""

from app.engine.brand.press import RichBlack, Shop
from app.engine.brand.read import check_brand, read_brand, require_illustrations
from app.engine.brand.ready_words import (
    MESSAGES,
    READERS,
    WORDINGS,
    JobWords,
    ReadyText,
    ReadyWords,
    Wording,
    WordLimit,
)
from app.engine.brand.saving import SavingRules
from app.engine.brand.sheet_tables import SheetTable, length, measure
from app.engine.brand.type_styles import Align, Bar, Marker, TypeStyle
from app.engine.brand.values import (
    BrandKit,
    BrandLogo,
    ImprintRules,
    Looks,
    PageLook,
    Pair,
    PartnerLogo,
    PhotoRules,
    PrintRules,
    QrRules,
    Words,
)

__all__ = [
    "MESSAGES",
    "READERS",
    "WORDINGS",
    "Align",
    "Bar",
    "BrandKit",
    "BrandLogo",
    "ImprintRules",
    "JobWords",
    "Looks",
    "Marker",
    "PageLook",
    "Pair",
    "PartnerLogo",
    "PhotoRules",
    "PrintRules",
    "QrRules",
    "ReadyText",
    "ReadyWords",
    "RichBlack",
    "SavingRules",
    "SheetTable",
    "Shop",
    "TypeStyle",
    "WordLimit",
    "Wording",
    "Words",
    "check_brand",
    "length",
    "measure",
    "read_brand",
    "require_illustrations",
]
