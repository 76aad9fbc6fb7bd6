"""The page about the house style: what the brand is made of, and every rule with a wrong and a right example."""

from app.web.house_style.views import bp, warm

__all__ = ["bp", "warm"]
