"""Waiting for what others do: threads that ask before a thing is made, processes that come or go."""

import time
from threading import Event

PATIENCE_S = 20


def wait_until(condition, seconds=5.0):
    """Wait for what another process is about to do; fail where it does not."""
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        Event().wait(0.005)


class Asked:
    """A key that knows how many have asked for it. by: threads, of whom the first looks twice: it finds nothing."""

    def __init__(self, *, by):
        self._looks_left, self._all = by + 1, Event()

    def __hash__(self):
        self._looks_left -= 1
        if self._looks_left == 0:
            self._all.set()
        return 1

    def wait_for_all(self):
        """Return once every thread has found that the thing is being made."""
        assert self._all.wait(PATIENCE_S)
