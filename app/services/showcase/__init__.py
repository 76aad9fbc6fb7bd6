"""What the page about the house style shows: every rule with a wrong and a right rendering, made by the engine."""

from app.services.showcase.rules import CHAPTERS, ShownRule, shown_rules
from app.services.showcase.showcase import SIDES, Showcase, Side, Verdict, verdicts

__all__ = ["CHAPTERS", "SIDES", "Showcase", "ShownRule", "Side", "Verdict", "shown_rules", "verdicts"]
