"""Where the kits stand that these tests read."""

from pathlib import Path

_ROOT = Path(__file__).parents[3]

CAREER = _ROOT / "brand_assets" / "career"
OTHER = _ROOT / "tests" / "resources" / "brand-other"
