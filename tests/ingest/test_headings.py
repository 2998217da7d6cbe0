"""What a heading may mean."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.domain.registration_sheets import registration_sheets
from pipelines.ingest.headings.moments import moment_of_name
from pipelines.ingest.headings.vocabulary import UNKNOWN, Vocabulary
from pipelines.ingest.tables.layout import kind_called
from pipelines.instruments.catalogue import shipped_sets

VOCABULARY = Vocabulary([shipped_sets()["zrm_2017"]], {})


def meaning(heading: str, sheet: str = "measurements"):
    return VOCABULARY.meaning(heading, sheet)


@pytest.mark.parametrize("heading", ["Financiën", "FINANCIEN", " financiën ", "Geldzaken", "Finances", "finances"])
def test_spelling_and_language_do_not_matter(heading):
    assert meaning(heading).indicators == {"zrm_2017": "finances"}


@pytest.mark.parametrize(
    ("heading", "moment"),
    [
        ("Financiën 0-meting", 0), ("Financiën 1-meting", 1), ("Financiën T0", 0), ("0-meting Financiën", 0),
        ("T1: Financiën", 1), ("Financiën (2-meting)", 2), ("financien_t1", 1), ("Financiën nulmeting", 0),
        ("Financiën - start", 0), ("Financiën follow-up 2", 2), ("Financiën", None),
    ],
)  # fmt: skip
def test_a_heading_may_carry_its_moment(heading, moment):
    assert (meaning(heading).indicators, meaning(heading).moment) == ({"zrm_2017": "finances"}, moment)


@pytest.mark.parametrize("heading", ["Financiën 1", "Financiën 1e meting", "Financiën eindmeting", "Financiën 2024"])
def test_a_number_that_may_mean_anything_is_not_taken_for_a_moment(heading):
    assert meaning(heading) == UNKNOWN


@pytest.mark.parametrize(("heading", "field"), [("Datum T0", "measured_on"), ("1-meting beoordelaar", "rater")])
def test_a_date_or_rater_may_be_of_one_moment(heading, field):
    assert meaning(heading).field == field
    assert meaning(heading).moment is not None


def test_the_same_heading_means_something_else_on_another_sheet():
    assert meaning("Score").field == "value"
    assert meaning("Score", "recognition").field == "score"
    assert meaning("Naam", "indicators").field == "name_nl"
    assert meaning("Naam").is_identifying


@pytest.mark.parametrize("sheet", registration_sheets().values(), ids=lambda sheet: sheet.id)
def test_every_column_is_known_by_all_its_names(sheet):
    for column in sheet.column:
        for heading in (column.name.nl, column.name.en, *column.aliases):
            assert meaning(heading, sheet.id).field == column.field


@pytest.mark.parametrize("sheet", registration_sheets().values(), ids=lambda sheet: sheet.id)
def test_every_sheet_is_known_by_all_its_names(sheet):
    assert {kind_called(name) for name in (sheet.name.nl, sheet.name.en, *sheet.aliases)} == {sheet.id}


@pytest.mark.parametrize(
    ("name", "moment"),
    [("0-meting", 0), ("T1", 1), ("nulmeting", 0),
     ("zrm 1-meting", 1), ("zrm_T2", 2), ("Blad1", None), ("buurt start", None),
     ("2024", None), ("metingen", None)],
)  # fmt: skip
def test_the_name_of_a_sheet_may_be_a_moment(name, moment):
    assert moment_of_name(name) == moment


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_no_heading_breaks_the_vocabulary(heading):
    for sheet in registration_sheets():
        meaning(heading, sheet)


@pytest.mark.parametrize("heading", ["." * 30_000, "a_" * 15_000, "0-meting " * 4_000])
def test_a_heading_as_long_as_a_cell_can_be_costs_no_time(heading):
    assert meaning(heading) == UNKNOWN
