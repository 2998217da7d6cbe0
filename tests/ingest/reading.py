"""Reads an upload for a test: without the slow finder of names, on a fixed day, with a fixed key."""

from datetime import date
from typing import Any

import pandas as pd

from pipelines.domain.issue import Issue
from pipelines.domain.registration import OBSERVATION_COLUMNS, Registration
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.identities.taken_out import Cleaned
from pipelines.ingest.read import read_registration
from tests.ingest.spreadsheets import Book, Grid, csv, grid_of, xlsx

TODAY = date(2026, 1, 1)
PSEUDONYMS = Pseudonyms(b"a key for tests, and nothing else", "Rivierenbuurt")
ZRM = ("zrm_2017",)


def keep(text: str) -> Cleaned:
    """Takes nothing out of a text."""
    return text, ()


def read_files(files: dict[str, bytes], **options: Any) -> Registration:
    uploads = [Upload(name=name, content=content) for name, content in files.items()]
    return read_registration(uploads, PSEUDONYMS, **{"clean": keep, "today": TODAY, **options})


def read_grid(grid: Grid, name: str = "metingen.csv", **options: Any) -> Registration:
    return read_files({name: csv(grid)}, **{"instruments": ZRM, **options})


def read_table(table: str, name: str = "metingen.csv", **options: Any) -> Registration:
    """A table drawn with |, saved as csv."""
    return read_grid(grid_of(table), name, **options)


def read_book(book: Book, **options: Any) -> Registration:
    return read_files({"registratie.xlsx": xlsx(book)}, **{"instruments": ZRM, **options})


def codes(registration: Registration) -> list[str]:
    return [issue.code for issue in registration.issues]


def only_issue(registration: Registration, code: str) -> Issue:
    """The one issue of this code."""
    found = [issue for issue in registration.issues if issue.code == code]
    assert len(found) == 1, codes(registration)
    return found[0]


def scores(registration: Registration) -> dict[tuple[int, str, int], float]:
    """Value by participant, indicator and moment."""
    frame = registration.observations
    keys = zip(frame["participant_id"], frame["indicator"], frame["moment"], strict=True)
    return dict(zip(keys, frame["value"], strict=True))


def plain(frame: pd.DataFrame) -> set[tuple]:
    """The observations as a set of rows; a day that is not known is None."""
    frame = frame[list(OBSERVATION_COLUMNS)]
    rows = frame.astype({"measured_on": object}).where(frame.notna(), None)
    return set(rows.itertuples(index=False, name=None))


def participant(number: str) -> int:
    return PSEUDONYMS.participant(number)
