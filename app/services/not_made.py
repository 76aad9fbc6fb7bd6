"""What to tell of a file that the fence had to stop."""

from app.isolation import FenceError, FenceUnavailable, WorkerBusy, WorkerKilled, WorkerTimeout


class NotMade(Exception):
    """A file could not be made, through no fault of the poster; the message says what to do.

    will_pass: whether the same will work a little later.
    """

    def __init__(self, stopped: FenceError) -> None:
        super().__init__(_why(stopped))
        self.will_pass = isinstance(stopped, WorkerBusy)


def _why(stopped: FenceError) -> str:
    match stopped:
        case WorkerTimeout():
            return "making the file took too long; choose a smaller format, or raise AFFICHE_RENDER_SECONDS"
        case WorkerKilled():
            return "making the file took too much memory; choose a smaller format, or raise AFFICHE_WORKER_MEMORY_MB"
        case WorkerBusy():
            return "too many files are being made at this moment; try again in a minute"
        case FenceUnavailable():
            return f"{stopped}; run `affiche doctor`"
    return "the file could not be made because of a fault in this program; please report it"
