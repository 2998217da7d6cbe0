"""The files: the published cells and nothing else, hidden ones in words, and no text that runs."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from dashboard.impact.downloads.numbers_csv import write_csv
from dashboard.impact.downloads.plain_cell import as_text
from dashboard.impact.downloads.workbook import write_workbook
from dashboard.language import LANGUAGES, Words
from pipelines.domain.frozen import Name
from tests.impact.invented_edition import INDICATORS, invented_edition

NL, EN = Words("nl"), Words("en")


def read_csv(words: Words, **changed: object) -> list[dict[str, str]]:
    content = write_csv(invented_edition(**changed), words).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(content), delimiter=";" if words.language == "nl" else ","))


def test_the_csv_opens_in_a_dutch_spreadsheet_with_its_accents():
    assert write_csv(invented_edition(), NL).startswith(b"\xef\xbb\xbf")
    assert {"Financiën", "Schuld"} <= {row["leefgebied of onderdeel"] for row in read_csv(NL)}


def test_numbers_are_written_as_the_reader_writes_them():
    in_dutch, in_english = ({row[key] for row in read_csv(words)} for words, key in ((NL, "waarde"), (EN, "value")))
    assert {"20", "2,46", "-1,50"} <= in_dutch
    assert {"20", "2.46", "-1.50"} <= in_english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_is_there_and_a_hidden_one_says_so(language: str):
    words, edition = Words(language), invented_edition()
    values = [row[words("impact.download.heading.value")] for row in read_csv(words)]
    assert len(values) == len(edition.cells.all)
    assert values.count(words("impact.hidden")) == edition.cells.n_hidden > 0
    assert not {"0", ""} & set(values)


def test_a_name_that_looks_like_a_formula_stays_a_name():
    changed = INDICATORS[0].model_copy(update={"name": Name(nl="=HYPERLINK(1)", en="=1")})
    rows = read_csv(NL, indicators=(changed, *INDICATORS[1:]))
    assert "'=HYPERLINK(1)" in {row["leefgebied of onderdeel"] for row in rows}
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize("text", ["=1+1", "+31", "-2", "@x", "\t=1"])
def test_every_sign_that_begins_a_formula_is_disarmed(text: str):
    assert as_text(text) == f"'{text}"


def test_the_workbook_has_numbers_and_notes_and_keeps_hidden_cells_out_of_every_sum():
    edition = invented_edition()
    book = load_workbook(BytesIO(write_workbook(edition, NL)))
    assert book.sheetnames == ["Cijfers", "Toelichting"]
    values = [row[7] for row in book["Cijfers"].iter_rows(min_row=2, values_only=True)]
    assert values.count("te weinig mensen om te tonen") == edition.cells.n_hidden
    assert 20 in values
    assert 0 not in values
    notes = " ".join(str(cell.value) for (cell,) in book["Toelichting"].iter_rows())
    assert "getekend door M. de Boer" in notes
    assert "veelvouden van 5, en tonen wij geen aantallen onder de 10" in notes
