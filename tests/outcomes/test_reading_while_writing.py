"""Eight readers and a writer: whoever asks gets the outcomes of before or of after, never of both."""

import threading
from concurrent.futures import ThreadPoolExecutor

from pipelines.domain.outcome import Outcome
from tests.spec.tables import Project


def measurements(n_people: int, follow_up: int) -> str:
    rows = [
        f"{person} | {moment} | {indicator} | {value}"
        for person in range(n_people)
        for indicator in ("finances", "housing")
        for moment, value in ((0, 1 + person % 4), (1, follow_up))
    ]
    return "\n".join(["person | moment | indicator | value", *rows])


def test_eight_readers_get_whole_outcomes_while_one_writes(project: Project):
    project.register(measurements(20, follow_up=2))
    before = project.outcomes()
    correction = project.register(measurements(40, follow_up=5))
    after = project.outcomes()
    project.remove(correction)
    finished = threading.Event()

    def write() -> None:
        try:
            for _ in range(4):
                project.remove(project.register(measurements(40, follow_up=5)))
        finally:
            finished.set()

    def read(_: int) -> list[tuple[Outcome, ...]]:
        seen = []
        while not finished.is_set() or not seen:
            seen.append(project.outcomes())
        return seen

    with ThreadPoolExecutor(9) as threads:
        writer = threads.submit(write)
        seen = [outcomes for of_reader in threads.map(read, range(8)) for outcomes in of_reader]
        writer.result()
    assert before != after
    assert all(outcomes in (before, after) for outcomes in seen)
    assert before in seen
    assert after in seen
