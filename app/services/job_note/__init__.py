"""The note for the print shop, as text and as a page."""

from app.services.job_note.note import JobNote, PressFile, job_note

__all__ = ["JobNote", "PressFile", "job_note"]
