"""How a job behind the fence can end badly."""


class FenceError(Exception):
    """Base of everything the fence itself raises."""


class FenceUnavailable(FenceError):
    """Workers cannot be started on this machine; the message says what failed. Nothing is run without a fence."""


class WorkerBusy(FenceError):
    """Too many jobs wait already: answer 503, and when to come back."""


class WorkerTimeout(FenceError):
    """A job used up its time, of the clock or of the processor, and was stopped."""


class WorkerKilled(FenceError):
    """A worker died under a job, or its memory ran out: to the user, the file is too demanding.

    cause: "memory", or the signal's name, "exit" where the worker simply went, "answer" where it sent what no worker
    sends.
    """

    def __init__(self, cause: str) -> None:
        super().__init__(f"the worker ended: {cause}")
        self.cause = cause

    def __reduce__(self) -> tuple[object, ...]:
        return (WorkerKilled, (self.cause,))


class ParcelCut(FenceError):
    """A file from behind the fence is shorter than it was."""


class WorkerFailed(FenceError):
    """A job raised what nobody expected of it.

    trace: the exception's name and the lines it came through, for the log. Its message stays behind the fence, since it
    may quote the file.
    """

    def __init__(self, trace: str) -> None:
        super().__init__("the job failed behind the fence")
        self.trace = trace

    def __reduce__(self) -> tuple[object, ...]:
        return (WorkerFailed, (self.trace,))
