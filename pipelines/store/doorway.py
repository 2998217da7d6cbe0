"""Who is in the database: readers come and go, and now and then somebody has to be there alone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from pipelines.store.unavailable import StoreBusy


class Doorway:
    """Counts who is inside. Whoever wants to be alone waits for the last to leave; the others wait meanwhile."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._n_inside = 0
        self._is_shut = False
        self._here = threading.local()

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Waits while somebody is alone; who is inside already goes on, or nobody would ever leave."""
        with self._changed:
            self._changed.wait_for(lambda: not self._is_shut or self._n_mine > 0)
            self._count(1)
        try:
            yield
        finally:
            with self._changed:
                self._count(-1)
                self._changed.notify_all()

    @contextmanager
    def alone(self, seconds: float) -> Iterator[None]:
        """Raises StoreBusy when somebody stays inside longer than this, or this very thread is."""
        with self._changed:
            if self._n_mine or self._is_shut:
                raise StoreBusy("somebody is still reading")
            self._is_shut = True
            if not self._changed.wait_for(lambda: self._n_inside == 0, timeout=seconds):
                self._open()
                raise StoreBusy("somebody is still reading")
        try:
            yield
        finally:
            with self._changed:
                self._open()

    @property
    def _n_mine(self) -> int:
        return getattr(self._here, "n", 0)

    def _count(self, change: int) -> None:
        self._n_inside += change
        self._here.n = self._n_mine + change

    def _open(self) -> None:
        self._is_shut = False
        self._changed.notify_all()
