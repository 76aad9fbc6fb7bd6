"""A contact sheet: one template in every format and language, with contents that put it to the test."""

from app.services.contact_sheet.sheet import Cell, ContactSheet, Drawn, State, is_first_look
from app.services.contact_sheet.trials import Trial

__all__ = ["Cell", "ContactSheet", "Drawn", "State", "Trial", "is_first_look"]
