"""What was said of the columns of an earlier file holds for the next one, where its headings are there."""

from pipelines.domain.registration import Reason, Registration
from pipelines.ingest.mapping.column_mapping import ColumnMapping, read_mapping
from pipelines.ingest.mapping.merging import merged, restricted_to
from tests.ingest.reading import codes, participant, read_table, scores

EARLIER = read_mapping("""
    instrument = "zrm_2017"
    participant = "nr"
    moment = "tijd"
    missing = ["9"]
    [attributes]
    wijkdeel = "area"
    [measured]
    kolom_f = "finances"
    wonen = "housing"
""")
TABLE = """
    nr | tijd | Datum      | kolom_f | wonen | wijkdeel
    1  | 0    | 20-01-2025 | 3   | 9     | noord
"""


def read(table: str = TABLE, said: str = "", **options) -> Registration:
    return read_table(table, **{"instruments": (), "remembered": EARLIER, "mapping": read_mapping(said), **options})


def test_the_same_headings_mean_the_same_again():
    registration = read()
    assert codes(registration) == []
    assert scores(registration) == {(participant("1"), "finances", 0): 3}
    reasons = {found.column: found.reason for found in registration.found}
    assert reasons["kolom_f"] is Reason.REMEMBERED
    assert reasons["Datum"] is not Reason.REMEMBERED


def test_what_is_said_now_has_its_own_reason():
    registration = read(said='[measured]\nkolom_f = "finances"')
    reasons = {found.column: found.reason for found in registration.found}
    assert (reasons["kolom_f"], reasons["wonen"]) == (Reason.SAID, Reason.REMEMBERED)


def test_headings_that_are_gone_are_no_fault():
    registration = read("nr | tijd | Datum | kolom_f\n1 | 0 | 20-01-2025 | 3")
    assert codes(registration) == []


def test_a_mapping_given_now_goes_before():
    registration = read(said='[measured]\nkolom_f = "housing"\nwonen = "finances"')
    assert scores(registration) == {(participant("1"), "housing", 0): 3}


def test_another_column_for_the_same_thing_leaves_the_earlier_one_without_it():
    table = "nr | tijd | Datum | kolom_f | kolom_g\n1 | 0 | 20-01-2025 | 3 | 4"
    registration = read(table, said='[measured]\nkolom_g = "finances"')
    assert scores(registration) == {(participant("1"), "finances", 0): 4}


def test_the_instrument_of_an_earlier_file_decides_where_this_one_leaves_it_open():
    table = "Deelnemer | Meetmoment | Datum | {}\n1 | 0 | 20-01-2025 | 3"
    assert scores(read(table.format("Financiën"))) == {(participant("1"), "finances", 0): 3}
    other = read(table.format("Dagbesteding"))
    assert set(other.observations["instrument"]) <= {"zrm_2013"}


def test_a_file_of_another_kind_is_read_as_if_nothing_was_remembered():
    table = "Deelnemer | Meetmoment | Datum | Hulpverleners\n1 | 0 | 20-01-2025 | 3"
    plain = read_table(table, instruments=("support_measures",))
    assert scores(read(table, instruments=("support_measures",))) == scores(plain)


def test_an_indicator_that_no_set_has_any_more_is_asked_about_again():
    gone = ColumnMapping.model_validate({"measured": {"kolom_f": "from_the_past"}})
    registration = read_table(
        "Deelnemer | Meetmoment | Datum | kolom_f | Huisvesting\n1 | 0 | 20-01-2025 | 3 | 3", remembered=gone
    )
    assert set(scores(registration)) == {(participant("1"), "housing", 0)}
    assert [found.role for found in registration.found if found.column == "kolom_f"] == [None]


def test_only_what_is_there_is_left():
    left = restricted_to(EARLIER, ["NR", "kolom_f"])
    assert (left.participant, left.moment, set(left.measured), left.missing) == (("nr",), None, {"kolom_f"}, ("9",))


def test_columns_that_tell_people_apart_together_go_together():
    both = read_mapping('participant = ["locatie", "nr"]')
    assert restricted_to(both, ["nr"]).participant == ()


def test_the_newest_word_counts():
    new = read_mapping('participant = "wie"\nmissing = ["?"]\n[values]\n9 = 4\n[measured]\n"KOLOM F" = "housing"')
    both = merged(new, EARLIER)
    assert both.participant == ("wie",)
    assert both.missing == ("?",)
    assert both.values == {"9": 4}
    assert {heading: column.indicator for heading, column in both.measured.items()} == {
        "KOLOM F": "housing", "wonen": "housing",
    }  # fmt: skip


def test_nothing_new_leaves_everything_as_it_was():
    assert merged(None, EARLIER) == EARLIER == merged(ColumnMapping(), EARLIER) == merged(EARLIER, None)


def test_a_heading_has_one_meaning_whatever_it_was_before():
    both = merged(read_mapping('ignore = ["kolom f"]\ndate = "wijkdeel"'), EARLIER)
    assert set(both.measured) == {"wonen"}
    assert (both.attributes, both.date, both.ignore) == ({}, "wijkdeel", ("kolom f",))


def test_what_was_said_of_other_cells_of_the_column_of_moments_stays():
    old = read_mapping("[moment]\ncolumn = 'Moment'\nvalues = { voor = 0, na = 1 }")
    new = read_mapping("[moment]\ncolumn = 'moment'\nvalues = { eind = 2, na = 3 }")
    assert merged(new, old).moment.values == {"voor": 0, "na": 3, "eind": 2}
    assert merged(read_mapping("[moment]\ncolumn = 'Meting'"), old).moment.values == {}
