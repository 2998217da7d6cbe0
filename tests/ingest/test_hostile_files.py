"""A file that asks for more than a spreadsheet needs is refused within seconds, with its reason, and harms nobody."""

import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipelines.domain.issue import catalogue
from pipelines.ingest.cells import apart, limits
from pipelines.ingest.cells.sheet import Sheet
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.cells.workbook import UnreadableUpload, read_workbook
from tests.fuzz.seeds import sound_files
from tests.ingest.hostile_files import HOSTILE, two_cells_in_the_far_corners
from tests.ingest.reading import codes, read_files
from tests.ingest.spreadsheets import xls, xlsx

HOUSE = Path(__file__).parents[2]
# Generous: machines that test are busy.
SECONDS = 20
OFFSETS = [n / 16 for n in range(1, 16)] + [0.99]


def read(content: bytes, name: str = "bestand") -> tuple[Sheet, ...]:
    return read_workbook(Upload(name=name, content=content))


def outcome(content: bytes) -> str:
    try:
        return f"{len(read(content))} sheets"
    except UnreadableUpload as fault:
        return fault.code


def grids(sheets: tuple[Sheet, ...]) -> list[list]:
    return [[list(map(column.__getitem__, range(len(column)))) for column in sheet.columns] for sheet in sheets]


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_its_reason_within_seconds(name):
    make, code = HOSTILE[name]
    content = make()
    began = time.monotonic()
    assert codes(read_files({"bestand.xlsx": content})) == [code]
    assert time.monotonic() - began < SECONDS
    assert catalogue()[code].right.nl


def test_somebody_else_reads_on_while_a_bomb_is_refused():
    good, bomb = xlsx({"Metingen": [["Deelnemer"], ["1"]]}), two_cells_in_the_far_corners()
    with ThreadPoolExecutor(max_workers=6) as threads:
        outcomes = list(threads.map(outcome, [good, bomb, good, bomb, good, bomb, good]))
    assert outcomes == ["1 sheets", "file_too_large"] * 3 + ["1 sheets"]


def test_no_more_readers_than_the_limit_run_at_once(monkeypatch):
    running, most = [], []
    converse = apart._converse

    def counted(*asked):
        running.append(1)
        most.append(len(running))
        try:
            return converse(*asked)
        finally:
            running.pop()

    monkeypatch.setattr(apart, "_converse", counted)
    content = xlsx({"Metingen": [["Deelnemer"], ["1"]]})
    with ThreadPoolExecutor(max_workers=8) as threads:
        list(threads.map(outcome, [content] * 8))
    assert max(most) <= limits.READERS_AT_ONCE


def test_a_reader_that_hands_over_too_much_is_ended(monkeypatch):
    content = xlsx({"Metingen": [[str(n)] for n in range(2_000)]})
    monkeypatch.setattr(limits, "MAX_ANSWER_BYTES", 1_000)
    assert outcome(content) == "file_too_large"


def test_where_one_reader_reaches_a_limit_the_other_is_ended():
    readers, began = apart.ReadersApart(b""), time.monotonic()
    with ThreadPoolExecutor(max_workers=2) as threads:
        waiting = threads.submit(readers.read, "tests.ingest.idle_reader", 60)
        with pytest.raises(apart.EndedEarly):
            readers.read("tests.ingest.idle_reader", 0)
        with pytest.raises(apart.EndedEarly):
            waiting.result()
    assert time.monotonic() - began < SECONDS


def test_a_reader_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(limits, "READING_SECONDS", 0)
    assert outcome(xlsx({"Metingen": [["x"]]})) == "file_too_large"


def test_more_cells_than_the_limit_are_refused(monkeypatch):
    content = xlsx({"Metingen": [[n, n] for n in range(50)]})
    monkeypatch.setattr(limits, "MAX_CELLS", 99)
    assert outcome(content) == "file_too_large"
    assert outcome(b"a;b\n" * 50) == "file_too_large"
    monkeypatch.setattr(limits, "MAX_CELLS", 110)
    assert outcome(content) == "1 sheets"
    assert outcome(b"a;b\n" * 50) == "1 sheets"


def test_more_rows_than_sense_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MAX_ROWS", 50)
    assert outcome(b"a;b\n" * 49) == "1 sheets"
    assert outcome(b"a;b\n" * 50) == "file_too_large"


@pytest.mark.parametrize("name", [name for name in sound_files() if not name.endswith(("csv", "txt"))])
def test_a_workbook_cut_short_is_refused_and_never_read_in_part(name):
    whole = sound_files()[name]
    complete = grids(read(whole))
    assert all(_is_read_whole_or_refused(whole[: int(len(whole) * share)], complete) for share in OFFSETS)


def _is_read_whole_or_refused(content: bytes, complete: list[list]) -> bool:
    try:
        return grids(read(content)) == complete
    except UnreadableUpload as fault:
        return fault.code == "unreadable_file"


def test_a_long_xls_cut_short_is_refused():
    whole = xls({"Metingen": [[n, str(n)] for n in range(3_000)]})
    assert {outcome(whole[: int(len(whole) * share)]) for share in OFFSETS} == {"unreadable_file"}


def test_the_page_takes_no_larger_files_than_the_reader():
    said = tomllib.loads((HOUSE / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert said["server"]["maxUploadSize"] * 1024**2 == limits.MAX_FILE_BYTES


def test_odd_names_of_sheets_and_parts_are_only_names():
    sheets = read(xlsx({"..%2F..%2Fetc": [["x"]], "=1+1": [["y"]], "<b>&amp;": [["z"]]}))
    assert [sheet.name for sheet in sheets] == ["..%2F..%2Fetc", "=1+1", "<b>&amp;"]
