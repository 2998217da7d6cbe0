"""What a page says can go wrong does go wrong so, and the page says it in the words of the program."""

import re
from datetime import date

import pytest

from dashboard.language import LANGUAGES
from docs.manual.examples import lists
from docs.manual.examples.drawn_sheet import DrawnSheet, Row, csv_bytes, workbook_bytes
from docs.manual.examples.kinds import KINDS
from pipelines.domain.frozen import Language
from pipelines.domain.issue import catalogue
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.mapping.column_mapping import ColumnMapping, read_mapping
from pipelines.ingest.read import read_registration
from tests.ingest.spreadsheets import grid_of

QUOTES = {"nl": re.compile("«([^»]+)»"), "en": re.compile("“([^”]+)”")}
LONG_ENOUGH = 10
LONG = "Nr | Meetmoment | Domein | Score"
ZRM = 'instrument = "zrm_2017"'
BSN = (999990007, 999990019, 999990020, 999990032, 999990044, 999990056, 999990068, 999990081, 999990093, 999990111)
HEADINGS = "Deelnemer | Meetmoment | Datum | Financiën | Werk & opleiding"
AMOUNT = """instrument = ["zrm_2017", "own"]
[measured]
schuld = "debt"
[indicator.debt]
name = { nl = "Schuld", en = "Debt" }
life_domain = "finances"
kind = "amount"
direction = "lower"
"""


def table(headings: str, *rows: str) -> list[Upload]:
    return [Upload(name="lijst.csv", content=csv_bytes([tuple(row) for row in grid_of("\n".join((headings, *rows)))]))]


def second_group_without_a_moment() -> list[Upload]:
    above: Row = (None, "0-meting", *(None,) * 3)
    rows = (above, ("Deelnemer", *("Financiën", "Werk & opleiding") * 2), (1, 2, 3, 3, 3))
    return [Upload(name="lijst.xlsx", content=workbook_bytes([DrawnSheet("ZRM", rows)]))]


# The kind whose page tells of it, the code of the issue, the list that has the fault, and what was said of it.
FAULTS: list[tuple[str, str, list[Upload], str]] = [
    ("template", "value_out_of_range", table(HEADINGS, "1 | 0 | 20-01-2025 | 7 | 3"), ""),
    ("own_list", "rows_below_table", lists.own_list(), ""),
    ("own_list", "row_without_scores", table(HEADINGS, "Noord ||||", "1 | 0 | 20-01-2025 | 2 | 3"), ""),
    ("own_list", "moment_not_understood", table(HEADINGS, "1 | 1e meting | 20-01-2025 | 2 | 3"), ""),
    ("own_list", "value_out_of_range", table(HEADINGS, "1 | 0 | 20-01-2025 | 0 | 3"), ""),
    ("row_per_score", "unknown_indicator", table(LONG, "1 | 0 | Financiën | 3", "1 | 0 | Geluk | 3"), ZRM),
    ("row_per_score", "duplicate_measurement", table(LONG, "1 | 0 | Financiën | 3", "1 | 0 | Financiën | 4"), ZRM),
    ("short_names", "column_in_question", table("nr | fin | fin_2", "1 | 2 | 3", "2 | 3 | 3"), ZRM),
    ("short_names", "column_in_question", table("nr | fin_t0 | fin_t6", "1 | 2 | 3", "2 | 3 | 3"), ZRM),
    ("short_names", "date_column_missing", table("nr | fin_t0 | fin_t1", "1 | 2 | 3"), ZRM),
    ("two_heading_rows", "column_twice", second_group_without_a_moment(), ZRM),
    ("sheet_per_moment", "follow_up_before_start", lists.sheet_per_moment(),
     '[sheet_moments]\n"Voorjaar 2025" = 1\n"Najaar 2025" = 0'),
    ("file_per_moment", "no_start_in_upload", lists.file_per_moment()[1:], ""),
    ("file_per_moment", "same_file_twice", [*lists.file_per_moment(), lists.file_per_moment()[0]], ""),
    ("csv_export", "number_spelling_differs", table(
        HEADINGS, "007 | 0 | 20-01-2025 | 2 | 3", "7 | 1 | 20-07-2025 | 2 | 3",
    ), ""),
    ("csv_export", "date_order_unclear", table(
        HEADINGS, "1 | 0 | 07/14/2025 | 2 | 3", "2 | 0 | 20-01-2025 | 2 | 3",
    ), ""),
    ("csv_export", "decimal_unclear", table(f"{HEADINGS} | schuld", "1 | 0 | 20-01-2025 | 2 | 3 | 1.250"), AMOUNT),
    ("csv_export", "value_not_whole", table(HEADINGS, "1 | 0 | 20-01-2025 | 2,5 | 3"), ""),
    ("codes", "value_out_of_range", table(HEADINGS, "1 | 0 | 20-01-2025 | 0 | 3"), ""),
    ("sites", "duplicate_measurement", lists.sites(), 'participant = "Nr"\nignore = ["Locatie"]'),
    ("with_names", "participant_is_bsn", table(
        HEADINGS, *(f"{number} | 0 | 20-01-2025 | 2 | 3" for number in BSN),
    ), ""),
    ("with_names", "identifying_content", table(
        f"{HEADINGS} | Overig", *(f"{n} | 0 | 20-01-2025 | 2 | 3 | 06-1234567{n}" for n in range(1, 7)),
    ), ""),
]  # fmt: skip


def found(uploads: list[Upload], mapping: str) -> set[str]:
    given = read_mapping(mapping) if mapping else ColumnMapping()
    pseudonyms = Pseudonyms(b"key", "manual")
    registration = read_registration(uploads, pseudonyms, mapping=given, today=date(2026, 1, 1))
    return {issue.code for issue in registration.issues}


@pytest.mark.parametrize(("kind_id", "code", "uploads", "mapping"), FAULTS, ids=lambda part: str(part)[:24])
def test_the_fault_is_found(kind_id: str, code: str, uploads: list[Upload], mapping: str):
    assert code in found(uploads, mapping)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind_id", "code"), sorted({(kind_id, code) for kind_id, code, *_ in FAULTS}))
def test_the_page_quotes_what_the_program_says_of_it(kind_id: str, code: str, language: Language):
    (kind,) = (kind for kind in KINDS if kind.id == kind_id)
    quoted = QUOTES[language].findall(" ".join(kind.text(language).split()))
    sentence = re.sub(r"\{\w+\}", "…", catalogue()[code].wrong.to(language))
    assert [quote for quote in quoted if len(quote) > LONG_ENOUGH and quote.rstrip(" …") in sentence]
