"""The registration workbook as a spreadsheet program opens it, for every instrument in both languages."""

from datetime import datetime
from functools import cache
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pipelines.domain.frozen import Language
from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.life_domain import life_domains
from pipelines.domain.registration_sheets import registration_sheets
from pipelines.instruments.catalogue import read_set, shipped_sets
from pipelines.template import write_template

LANGUAGES: tuple[Language, ...] = ("nl", "en")
SHEETS = {
    "nl": ["Uitleg", "Project", "Deelnemers", "Metingen", "Doelen", "Interventies", "Verhalen", "Herkenning"],
    "en": [
        "Explanation", "Project", "Participants", "Measurements", "Goals", "Interventions", "Narratives", "Recognition",
    ],
}  # fmt: skip
EXAMPLE = {"nl": "VOORBEELD", "en": "EXAMPLE"}
DATE_FORMAT = {"nl": "dd-mm-yyyy", "en": "yyyy-mm-dd"}
RECORDS = ("participants", "measurements", "goals", "interventions", "narratives", "recognition")
LAST_ROW = 502  # heading, example, 500 rows of the project's own

each_workbook = pytest.mark.parametrize("language", LANGUAGES)
each_instrument = pytest.mark.parametrize("id", list(shipped_sets()))


@cache
def opened(language: Language, id: str = "zrm_2017") -> Workbook:
    return read(language, shipped_sets()[id])


def read(language: Language, indicator_set: IndicatorSet) -> Workbook:
    return openpyxl.load_workbook(BytesIO(write_template(language, indicator_set)))


def sheet(id: str, language: Language, instrument: str = "zrm_2017") -> Worksheet:
    return opened(language, instrument)[registration_sheets()[id].name.to(language)]


def headings(worksheet: Worksheet) -> list[str]:
    return [cell.value for cell in worksheet[1]]


def rule(worksheet: Worksheet, cell: str) -> DataValidation:
    (found,) = [rule for rule in worksheet.data_validations.dataValidation if cell in rule.sqref]
    return found


def rule_of(worksheet: Worksheet, heading: str) -> DataValidation:
    return rule(worksheet, f"{get_column_letter(headings(worksheet).index(heading) + 1)}3")


@each_instrument
@each_workbook
def test_the_sheets_stand_in_the_order_in_which_they_are_filled_in(language: Language, id: str):
    assert opened(language, id).sheetnames == SHEETS[language]
    assert all(worksheet.sheet_state == "visible" for worksheet in opened(language, id))


@each_instrument
@each_workbook
def test_measurements_have_a_column_per_indicator_in_its_official_name(language: Language, id: str):
    fixed = {
        "nl": ["Deelnemer", "Meetmoment", "Datum", "Beoordelaar"],
        "en": ["Participant", "Moment", "Date", "Rater"],
    }
    names = [indicator.name.to(language) for indicator in shipped_sets()[id].indicators]
    assert headings(sheet("measurements", language, id)) == fixed[language] + names


@each_workbook
@pytest.mark.parametrize("id", [id for id in RECORDS if id != "measurements"])
def test_the_other_sheets_have_the_columns_that_the_import_knows(language: Language, id: str):
    assert headings(sheet(id, language)) == [column.name.to(language) for column in registration_sheets()[id].column]


@each_instrument
@each_workbook
def test_the_instrument_is_filled_in_and_nothing_else_of_the_project(language: Language, id: str):
    project = sheet("project", language, id)
    answers = {row[0].value: row[1].value for row in project.iter_rows()}
    label = {"nl": "Meetinstrument", "en": "Instrument"}[language]
    assert answers.pop(label) == id
    assert set(answers.values()) == {None}
    names = [column.name.to(language) for column in registration_sheets()["project"].column]
    assert [name for name in names if name != label] == list(answers)


@each_instrument
@each_workbook
def test_each_sheet_with_records_has_one_example_and_nothing_below(language: Language, id: str):
    for record in RECORDS:
        worksheet = sheet(record, language, id)
        assert worksheet["A2"].value == EXAMPLE[language]
        assert worksheet.max_row == 2
        assert all(cell.font.italic for cell in worksheet[2] if cell.value is not None)


@each_instrument
@each_workbook
def test_the_example_keeps_to_the_rules_of_its_column(language: Language, id: str):
    scores = sheet("measurements", language, id)
    for position, indicator in enumerate(shipped_sets()[id].indicators, start=5):
        options = rule(scores, f"{get_column_letter(position)}3").formula1.strip('"').split(",")
        value = scores.cell(2, position).value
        assert str(value) in options or value >= indicator.minimum
    for record in RECORDS:
        for cell in sheet(record, language, id)[2]:
            kind = rule(cell.parent, f"{cell.column_letter}3")
            if cell.column > 1 and cell.value is not None and kind.type == "list" and kind.formula1.startswith('"'):
                assert str(cell.value) in kind.formula1.strip('"').split(",")


@each_workbook
def test_dates_are_dates_in_the_notation_of_the_language(language: Language):
    worksheet = sheet("measurements", language)
    assert isinstance(worksheet["C2"].value, datetime)
    assert worksheet["C2"].number_format == DATE_FORMAT[language]
    assert worksheet.column_dimensions["C"].number_format == DATE_FORMAT[language]
    assert rule(worksheet, "C3").type == "date"


@each_workbook
def test_numbers_of_participants_and_age_bands_stay_as_typed(language: Language):
    worksheet = sheet("participants", language)
    for column in (0, 8):
        letter = get_column_letter(column + 1)
        assert worksheet[f"{letter}2"].number_format == "@"
        # Columns in a row that look the same are kept under the first of them.
        kept = [d for d in worksheet.column_dimensions.values() if d.min <= column + 1 <= d.max]
        assert [dimension.number_format for dimension in kept] == ["@"]


@each_instrument
@each_workbook
def test_every_column_helps_and_checks_in_500_rows(language: Language, id: str):
    for record in RECORDS:
        worksheet = sheet(record, language, id)
        for position in range(1, len(headings(worksheet)) + 1):
            letter = get_column_letter(position)
            found = rule(worksheet, f"{letter}{LAST_ROW}")
            assert str(found.sqref) == f"{letter}2:{letter}{LAST_ROW}"
            assert found.showInputMessage
            assert found.promptTitle == worksheet.cell(1, position).value
            assert 0 < len(found.prompt) <= 255
            assert found.type is None or (found.errorTitle and 0 < len(found.error) <= 255)


@each_instrument
@each_workbook
def test_no_list_is_longer_than_excel_takes(language: Language, id: str):
    for worksheet in opened(language, id):
        for found in worksheet.data_validations.dataValidation:
            assert found.type != "list" or len(found.formula1) <= 255


@each_workbook
def test_a_level_offers_its_scale_and_shows_what_the_levels_mean(language: Language):
    found = rule(sheet("measurements", language), "E3")
    assert (found.type, found.formula1, found.showErrorMessage) == ("list", '"1,2,3,4,5"', True)
    first = {"nl": "1 acute problematiek", "en": "1 acute problems"}[language]
    last = {"nl": "5 volledig zelfredzaam", "en": "5 completely self-sufficient"}[language]
    assert found.prompt.splitlines()[0] == first
    assert found.prompt.splitlines()[-1] == last


def test_a_zero_that_does_not_count_can_be_filled_in():
    found = rule(sheet("measurements", "nl", "ssm_arizona"), "E3")
    assert found.formula1 == '"0,1,2,3,4,5"'
    assert found.prompt.splitlines()[0] == "0 niet van toepassing, telt niet mee"


@pytest.mark.parametrize(("language", "options"), [("nl", '"ja,nee"'), ("en", '"yes,no"')])
def test_yes_or_no_is_a_word(language: Language, options: str):
    assert rule(sheet("measurements", language, "participation_wheel"), "E3").formula1 == options


def test_a_count_is_whole_and_never_below_zero():
    found = rule(sheet("measurements", "nl", "support_measures"), "E3")
    assert (found.type, float(found.formula1)) == ("whole", 0)
    assert float(found.formula2) >= 1_000_000
    assert "0 of meer" in found.error


@pytest.mark.parametrize(("language", "first"), [("nl", '"0-meting,1-meting,2-meting'), ("en", '"0,1,2')])
def test_moments_are_chosen_from_a_list(language: Language, first: str):
    assert rule(sheet("measurements", language), "B3").formula1.startswith(first)


@each_instrument
@each_workbook
def test_life_domains_are_chosen_from_the_list_that_is_explained(language: Language, id: str):
    workbook = opened(language, id)
    for record in ("goals", "interventions", "recognition"):
        column = next(c for c in registration_sheets()[record].column if c.field == "life_domain")
        found = rule_of(sheet(record, language, id), column.name.to(language))
        name, cells = found.formula1.replace("$", "").split("!")
        listed = [row[0].value for row in workbook[name][cells]]
        assert name == SHEETS[language][0]
        assert set(listed) == {domain.name.to(language) for domain in life_domains().values()}
        assert len(listed) == len(life_domains())
        measured = life_domains()[shipped_sets()[id].indicators[0].life_domain]
        assert listed[0] == measured.name.to(language)
        assert found.showErrorMessage


def test_several_life_domains_may_stand_in_one_cell():
    found = rule_of(sheet("narratives", "nl"), "Leefgebieden")
    assert found.type == "list"
    assert not found.showErrorMessage


@each_workbook
def test_a_required_column_shows_an_asterisk_that_is_not_in_its_name(language: Language):
    for record in RECORDS:
        for cell, column in zip(sheet(record, language)[1], registration_sheets()[record].column, strict=False):
            if record != "measurements" or cell.column <= 4:
                assert ("*" in cell.number_format) == column.required
                assert "*" not in cell.value


@each_instrument
@each_workbook
def test_no_sheet_is_larger_than_what_stands_on_it(language: Language, id: str):
    for worksheet in opened(language, id):
        assert max(dimension.max for dimension in worksheet.column_dimensions.values()) <= 26


@each_workbook
def test_headings_stay_in_sight(language: Language):
    assert {sheet(record, language).freeze_panes for record in RECORDS} == {"B2"}


@each_instrument
@each_workbook
def test_the_explanation_covers_every_column_every_level_and_the_source(language: Language, id: str):
    explanation = opened(language, id).worksheets[0]
    said = "\n".join(str(cell.value) for row in explanation.iter_rows() for cell in row if cell.value)
    for record in ("project", *RECORDS):
        for heading in headings(sheet(record, language, id)) if record != "project" else []:
            assert heading in said
        assert registration_sheets()[record].explanation.to(language) in said
    known = shipped_sets()[id]
    assert known.source in said
    for indicator in known.indicators:
        if indicator.level_names.keys() - {0, 1}:
            for value, name in indicator.level_names.items():
                assert f"{value} {name.to(language)}" in said


@each_workbook
def test_the_explanation_asks_for_no_names(language: Language):
    explanation = opened(language).worksheets[0]
    said = " ".join(str(row[0].value) for row in explanation.iter_rows())
    assert "BSN" in said
    assert {"nl": "Geen namen", "en": "No names"}[language] in said


@each_instrument
@each_workbook
def test_the_same_workbook_is_the_same_bytes(language: Language, id: str):
    assert write_template(language, shipped_sets()[id]) == write_template(language, shipped_sets()[id])
    assert opened(language, id).properties.created == datetime(2025, 1, 1)


OWN = """
id = "own"
version = "1"
name = { nl = "Eigen lijst", en = "Own list" }
source = "eigen"
[indicator.trust]
life_domain = "Buurttuin"
name = { nl = "=Vertrouwen", en = "=Trust" }
kind = "level"
direction = "higher"
minimum = 0
maximum = 100
missing = [999]
[indicator.income]
life_domain = "finances"
name = { nl = "Inkomen per maand, na aftrek van alle vaste lasten", en = "Monthly income after all fixed expenses" }
kind = "amount"
direction = "higher"
"""


@each_workbook
def test_a_set_of_the_projects_own_gets_a_workbook_too(language: Language):
    workbook = read(language, read_set(OWN))
    worksheet = workbook[registration_sheets()["measurements"].name.to(language)]
    assert "f" not in {cell.data_type for sheet in workbook for row in sheet.iter_rows() for cell in row}
    assert worksheet["E1"].value == {"nl": "=Vertrouwen", "en": "=Trust"}[language]
    trust, income = rule(worksheet, "E3"), rule(worksheet, "F3")
    assert (trust.type, float(trust.formula1), float(trust.formula2)) == ("whole", 0, 999)
    assert (income.type, float(income.formula1) < -1_000_000) == ("decimal", True)
    assert len(income.promptTitle) <= 32
    explanation = workbook.worksheets[0]
    assert "Buurttuin" in [row[0].value for row in explanation.iter_rows()]
