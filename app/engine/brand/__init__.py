"""The brand kit: palette, type, logos and limits, read from `brand.toml` and checked."""

from app.engine.brand.read import check_brand, read_brand
from app.engine.brand.values import (
    Align,
    Bar,
    BrandKit,
    BrandLogo,
    ImprintRules,
    Marker,
    Pair,
    PartnerLogo,
    PhotoRules,
    PrintRules,
    QrRules,
    SheetTable,
    TypeStyle,
    Words,
    length,
    measure,
)

__all__ = [
    "Align",
    "Bar",
    "BrandKit",
    "BrandLogo",
    "ImprintRules",
    "Marker",
    "Pair",
    "PartnerLogo",
    "PhotoRules",
    "PrintRules",
    "QrRules",
    "SheetTable",
    "TypeStyle",
    "Words",
    "check_brand",
    "length",
    "measure",
    "read_brand",
]
