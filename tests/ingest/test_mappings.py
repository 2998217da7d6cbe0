"""A mapping says what headings cannot; what is wrong in it is said plainly, in both languages."""

from datetime import date
from pathlib import Path

import pytest

from pipelines.ingest.mapping.column_mapping import InvalidMapping, read_mapping
from tests.ingest.reading import codes, participant, read_files, read_table, scores

REAL = Path(__file__).parents[2] / "docs" / "real_data"
TABLE = """
    id | tijd | wanneer    | wie | arm     | wijk  | y  | z
    a  | 0    | 20-01-2025 | p   | control | noord | 2  | x
    a  | 6    | 20-07-2025 | p   | control | noord | NA | x
    b  | 0    | 21-01-2025 | p   | nieuw   | zuid  | 1  | x
    b  | 6    | 21-07-2025 | p   | nieuw   | zuid  | 0  | x
"""
MAPPING = """
    participant = "id"
    date = "wanneer"
    missing = ["NA"]
    ignore = ["z", "wie"]
    [moment]
    column = "tijd"
    values = { 0 = 0, 6 = 1 }
    [group]
    column = "arm"
    comparison = ["control"]
    [attributes]
    wijk = "neighbourhood"
    [measured]
    y = "housing"
    [indicator.housing]
    name = { nl = "Wonen", en = "Housing" }
    life_domain = "housing"
    kind = "level"
    direction = "higher"
    minimum = 0
    maximum = 2
"""


@pytest.fixture(scope="module")
def registration():
    return read_table(TABLE, instruments=(), mapping=read_mapping(MAPPING))


def test_the_columns_are_what_the_mapping_says(registration):
    a, b = participant("a"), participant("b")
    assert codes(registration) == []
    assert scores(registration) == {(a, "housing", 0): 2, (b, "housing", 0): 1, (b, "housing", 1): 0}


def test_values_of_moments_are_translated(registration):
    assert sorted(registration.observations["moment"]) == [0, 0, 1]


def test_who_is_in_the_comparison_group(registration):
    groups = {person.participant_id: person.participation for person in registration.participants}
    assert groups == {participant("a"): "comparison", participant("b"): "participant"}


def test_an_attribute_goes_by_its_code(registration):
    assert [person.attributes for person in registration.participants] == [
        {"neighbourhood": "noord"},
        {"neighbourhood": "zuid"},
    ]


def test_the_list_of_the_mapping_is_the_instrument(registration):
    assert [known.id for known in registration.indicator_sets] == ["own"]


def test_days_are_read(registration):
    assert min(registration.observations["measured_on"]).date() == date(2025, 1, 20)


def test_a_moment_that_the_mapping_does_not_know_is_asked():
    registration = read_table(TABLE.replace("| 6 ", "| 7 "), instruments=(), mapping=read_mapping(MAPPING))
    assert codes(registration) == ["moment_not_understood", "moment_not_understood"]


def test_a_heading_of_the_mapping_goes_before_a_heading_we_know():
    table = "Nr | Cliëntnummer | Meetmoment | Datum | Financiën\n1 | a | 0 | 20-01-2025 | 3"
    registration = read_table(table, mapping=read_mapping('participant = "Cliëntnummer"'))
    assert scores(registration) == {(participant("a"), "finances", 0): 3}
    assert codes(registration) == ["unknown_column"]


def test_an_indicator_of_the_mapping_goes_before_one_of_the_instrument_with_the_same_code():
    registration = read_table(TABLE, mapping=read_mapping(f'instrument = "zrm_2017"\n{MAPPING}'), instruments=())
    assert codes(registration) == []
    assert set(registration.observations["instrument"]) == {"own"}


def test_what_the_mapping_measures_is_measured_on_a_sheet_of_any_name():
    registration = read_table(TABLE, name="deelnemers.csv", instruments=(), mapping=read_mapping(MAPPING))
    assert len(registration.observations) == 3


def test_only_the_sheets_it_names_are_read():
    table = "Deelnemer | Meetmoment | Datum | Financiën\n1 | 0 | 20-01-2025 | 3"
    registration = read_table(table, name="oud.csv", mapping=read_mapping('sheets = ["nieuw"]'))
    assert codes(registration) == ["no_table_found", "mapping_column_missing"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("participant =", "line 1"),
        ('deelnemer = "id"', "deelnemer is no part of a mapping"),
        ("participant = 3", "participant does not fit"),
        ('[moment]\ncolumn = "t"\nvalues = { a = -1 }', "moment.values.a does not fit"),
        ('[group]\ncolumn = "arm"', "group.comparison is missing"),
        ('participant = "id"\ndate = "ID"', "is given two meanings"),
        ('[measured]\ny = "nothing"', "the indicator nothing"),
        ('instrument = "kompas"', "The instrument kompas"),
        ('[attributes]\nwijk = "De wijk"', "attributes.wijk does not fit"),
        ('[indicator.x]\nkind = "level"', "The own indicators are not right"),
        ("indicator = 3", "indicator does not fit"),
        ('own_set = "x"', "own_set is no part of a mapping"),
    ],
)
def test_what_is_wrong_in_a_mapping_is_said(text, reason):
    with pytest.raises(InvalidMapping) as raised:
        read_mapping(text)
    assert reason in raised.value.reason.en
    assert raised.value.reason.nl != raised.value.reason.en
    assert "{" not in raised.value.reason.nl


@pytest.mark.parametrize("file", sorted(REAL.glob("*.toml")), ids=lambda file: file.stem)
def test_the_mappings_of_the_real_data_can_be_read(file):
    assert read_mapping(file.read_text(encoding="utf-8")).own_set is not None


def test_a_wide_file_of_another_program():
    content = b'"rownames","Treat","Prewt","Postwt"\n"1","Cont",80.7,80.2\n"2","CBT",89.4,80.123\n'
    mapping = read_mapping((REAL / "anorexia.toml").read_text(encoding="utf-8"))
    registration = read_files({"anorexia.csv": content}, mapping=mapping)
    assert sorted(registration.observations["value"]) == [80.123, 80.2, 80.7, 89.4]
    assert codes(registration) == ["date_column_missing"]
