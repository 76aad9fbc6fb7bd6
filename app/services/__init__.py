"""Use cases: what the web and the command line ask for. They know the engine and the store, no request and no HTML."""

from app.services.house import Services, Workshop, open_services, open_workshop

__all__ = ["Services", "Workshop", "open_services", "open_workshop"]
