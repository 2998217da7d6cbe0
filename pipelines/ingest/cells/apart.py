"""Work on the bytes of an upload in a process that may be lost: what it takes is bounded, and nobody else is harmed."""

import pickle
import sys
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from threading import BoundedSemaphore, Thread, Timer
from typing import IO, Any

from pipelines.ingest.cells import limits

HOUSE = Path(__file__).parents[3]
# The folder of our packages, the module, and what its function main is asked.
START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from importlib import import_module; sys.exit(import_module(sys.argv[2]).main(*map(int, sys.argv[3:])))"
)
# So many uploads are read at once; the others wait, so that the machine has room for each.
READING = BoundedSemaphore(limits.READERS_AT_ONCE)


class EndedEarly(Exception):
    """The process gave no answer; `exit_code` is its own (below 0: a signal), None where it answered too much."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code


def read_apart(module: str, content: bytes, *asked: int) -> Any:
    """What `main` of this module answers to these bytes, with the limits on memory and seconds before `asked`.

    Raises EndedEarly.
    """
    bounds = (limits.READING_MEMORY_BYTES, limits.READING_SECONDS)
    command = [sys.executable, "-I", "-c", START, str(HOUSE), module, *map(str, (*bounds, *asked))]
    with READING, Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL) as process:
        answer = _converse(process, content)
        exit_code = process.wait()
    if len(answer) > limits.MAX_ANSWER_BYTES:
        raise EndedEarly(None)
    if exit_code:
        raise EndedEarly(exit_code)
    return pickle.loads(answer)


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
