"""Work on the bytes of an upload in a process that may be lost: what it takes is bounded, and nobody else is harmed."""

import pickle
import sys
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import BoundedSemaphore, Thread, Timer
from typing import IO, Any

from pipelines.ingest.cells import limits
from pipelines.ingest.cells.exit_codes import FELL_OVER, NOT_READABLE, PASSWORD, READ

HOUSE = Path(__file__).parents[3]
# The folder of our packages, the module, and what its function main is asked. Once all is said the process just ends:
# to tidy up what it read would take a tenth of its time.
START = (
    "import os, sys; sys.path.insert(0, sys.argv[1]); from importlib import import_module; "
    "code = import_module(sys.argv[2]).main(*map(int, sys.argv[3:])); sys.stdout.flush(); os._exit(code)"
)
# So many uploads are read at once; the others wait, so that the machine has room for each.
READING = BoundedSemaphore(limits.READERS_AT_ONCE)


class EndedEarly(Exception):
    """The process gave no answer; `exit_code` is its own (below 0: a signal), None where it answered too much."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code

    @property
    def is_told(self) -> bool:
        """Whether the process itself says what is wrong with the file, so that another may say it more clearly."""
        return self.exit_code in (PASSWORD, NOT_READABLE, FELL_OVER)


class ReadersApart:
    """Processes that read the same bytes side by side. Where one of them reaches a limit, the others are ended too."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._running: set[Popen[bytes]] = set()
        self._is_over = False

    def read(self, module: str, *asked: int) -> Any:
        """What `main` of this module answers to the bytes, with the limits on memory and seconds before `asked`.

        Raises EndedEarly.
        """
        bounds = (limits.READING_MEMORY_BYTES, limits.READING_SECONDS)
        command = [sys.executable, "-I", "-c", START, str(HOUSE), module, *map(str, (*bounds, *asked))]
        with READING, Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL) as process:
            self._running.add(process)
            if self._is_over:
                process.kill()
            answer = _converse(process, self._content)
            exit_code = None if len(answer) > limits.MAX_ANSWER_BYTES else process.wait()
            self._running.discard(process)
        if exit_code == READ:
            return pickle.loads(answer)
        raise self._ended(EndedEarly(exit_code))

    def _ended(self, early: EndedEarly) -> EndedEarly:
        if not early.is_told:
            self._is_over = True
            for process in tuple(self._running):
                process.kill()
        return early


def _converse(process: Popen[bytes], content: bytes) -> bytes:
    """What the process answers, as far as one byte past the limit; then, or when its time is up, it is ended."""
    assert process.stdin
    assert process.stdout
    clock = Timer(limits.READING_SECONDS, process.kill)
    sender = Thread(target=_send, args=(process.stdin, content), daemon=True)
    clock.start()
    sender.start()
    try:
        answer = process.stdout.read(limits.MAX_ANSWER_BYTES + 1)
        if len(answer) > limits.MAX_ANSWER_BYTES:
            process.kill()
        process.wait()
    finally:
        clock.cancel()
        process.kill()
    sender.join()
    return answer


def _send(into: IO[bytes], content: bytes) -> None:
    """A reader that stops early leaves the rest unread."""
    with suppress(OSError):
        into.write(content)
    with suppress(OSError):
        into.close()
