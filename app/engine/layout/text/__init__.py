"""Setting text: lines, sizes, stacks, and the glyphs where they stand.

    block = fit_text(request, frame.size, sheet)
    placed = place(block, frame, valign="bottom")

A text is shaped once on an endless line and measured; only the lines that were chosen are shaped again.
"""

from app.engine.layout.text.fit import fit_stack, fit_text, stack_height
from app.engine.layout.text.place import place, place_stack
from app.engine.layout.text.values import PlacedText, SetLine, TextBlock, TextRequest

__all__ = [
    "PlacedText",
    "SetLine",
    "TextBlock",
    "TextRequest",
    "fit_stack",
    "fit_text",
    "place",
    "place_stack",
    "stack_height",
]
