"""A reader that only waits, or says at once that a limit was reached: to see what becomes of the one beside it."""

import time

from pipelines.ingest.cells.exit_codes import READ, TOO_LARGE


def main(_memory_bytes: int, _seconds: int, waits: int) -> int:
    time.sleep(waits)
    return READ if waits else TOO_LARGE
