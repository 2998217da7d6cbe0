"""csv as people really save it: any encoding, any separator, rows of any length."""

import csv
from io import StringIO

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipelines.ingest.cells.delimited import (
    NotText,
    _column,
    _frame,
    _widths,
    decode,
    find_separator,
    read_delimited,
)
from pipelines.ingest.cells.plain_text import is_plain, read_plain
from pipelines.ingest.cells.sheet import Cell, CellColumn

DUTCH = "Deelnemer;Financiën;Opmerking\r\n1;2;“café” – één\r\n"


def grid(text: str | bytes) -> list[list]:
    columns = read_delimited(text.encode() if isinstance(text, str) else text)
    return [list(row) for row in zip(*([column[row] for row in range(len(column))] for column in columns), strict=True)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_is_recognised(encoding):
    assert decode(DUTCH.encode(encoding)).lstrip("\ufeff") == DUTCH


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_usual_separator_is_recognised(separator):
    assert find_separator(f'a{separator}b{separator}c\n1{separator}"x, y; z"{separator}3\n') == separator


def test_decimal_commas_do_not_separate():
    assert grid("a;b\n1,5;2,5\n3,5;4,5\n") == [["a", "b"], ["1,5", "2,5"], ["3,5", "4,5"]]


def test_the_hint_of_excel_is_followed_and_is_no_row():
    assert grid("sep=,\r\na,b\r\n1;2,3\r\n") == [["a", "b"], ["1;2", "3"]]


def test_a_hint_of_excel_with_nothing_below_it_is_an_empty_file():
    with pytest.raises(NotText, match="empty_file"):
        read_delimited(b"sep=,\r\n")


def test_short_rows_are_filled_up_and_long_ones_kept():
    assert grid("titel\n\na;b\n1;2;3\n4\n") == [
        ["titel", "", ""], ["", "", ""], ["a", "b", ""], ["1", "2", "3"], ["4", "", ""],
    ]  # fmt: skip


def test_everything_stays_text():
    assert grid("a;b\n007;1.000\nNA;NULL\n") == [["a", "b"], ["007", "1.000"], ["NA", "NULL"]]


def test_a_column_of_figures_alone_keeps_its_zeros():
    assert grid("007;1\n008;1\n") == [["007", "1"], ["008", "1"]]


def test_line_ends_of_an_old_mac_end_lines():
    assert grid("a;b\r1;2\r3;4\r") == [["a", "b"], ["1", "2"], ["3", "4"]]


def test_curly_quotes_of_windows_stay_what_they_are():
    assert grid("a;b\n“rustig”;é – €\n".encode("cp1252")) == [["a", "b"], ["“rustig”", "é – €"]]


def test_a_line_end_within_quotes_is_part_of_the_cell():
    assert grid('a;b\n"een\ntwee";3\n4;5\n') == [["a", "b"], ["een\ntwee", "3"], ["4", "5"]]


def test_a_quotation_that_is_never_closed_is_damage():
    with pytest.raises(NotText) as raised:
        grid('a;b\n1;"twee\n3;4\n')
    assert raised.value.code == "unreadable_file"


SAFE = st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="\x7f"), max_size=8)


@settings(max_examples=100, deadline=None)
@given(st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(SAFE, min_size=width, max_size=width), min_size=2)))
def test_what_a_program_writes_comes_back(rows):
    rows = [["kop", *row[1:]] for row in rows]
    text = StringIO()
    csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    read = grid(text.getvalue())
    width = max((place + 1 for row in rows for place, cell in enumerate(row) if cell.strip()), default=1)
    assert [row[:width] for row in read] == [row[:width] for row in rows]


PLAIN_CELL = st.text(st.sampled_from("a0 é,.'“x\u2028"), max_size=4)
PLAIN_GRID = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(PLAIN_CELL, min_size=width, max_size=width), min_size=1)
)


@settings(deadline=None, max_examples=200)
@given(PLAIN_GRID, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_plain_text_is_read_as_any_other(rows, line_end, is_ended):
    text = line_end.join(map(";".join, rows)) + (line_end if is_ended else "")
    assume(text.strip())
    letters, width = text.encode(), len(rows[0])
    assert is_plain(text, _widths(letters, ";"))
    general = [_column(cells) for _, cells in _frame(letters, ";", width).items()]
    assert _cells(read_plain(letters, ";", width)) == _cells(general)


@pytest.mark.parametrize("text", ['a;"b"\n1;2\n', "a;b\n1\n", "a;b\n\n1;2\n", "a;b\r1;2\n", "a;b\n1;\0\n"])
def test_other_text_is_not_taken_for_plain(text):
    assert not is_plain(text, _widths(text.encode(), ";"))


def _cells(columns: list[CellColumn]) -> list[list[Cell]]:
    return [[column[row] for row in range(len(column))] for column in columns]
