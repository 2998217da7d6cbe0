"""Every code of the catalogue is raised by an upload that deserves it, in its place, with all its slots filled."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from pipelines.domain.issue import catalogue
from pipelines.domain.registration import Registration
from pipelines.ingest.cells import limits
from pipelines.ingest.corrections import CellCorrection, Corrections, LeftOutRows
from pipelines.ingest.identities.personal_data import take_out_personal_data
from pipelines.ingest.mapping.column_mapping import read_mapping
from tests.ingest.reading import codes, only_issue, read_book, read_files, read_grid, read_table
from tests.ingest.spreadsheets import csv, grid_of, xlsx

HEADING = "Deelnemer | Meetmoment | Datum | Beoordelaar | Financiën | Huisvesting"
GOOD = "1 | 0-meting | 20-01-2025 | professional | 2 | 3"
SLOT = re.compile(r"\{(\w+)\}")
CASES: dict[str, Callable[[], Registration]] = {}


def raises(code: str) -> Callable[[Callable[[], Registration]], Callable[[], Registration]]:
    def note(case: Callable[[], Registration]) -> Callable[[], Registration]:
        CASES[code] = case
        return case

    return note


def measured(*rows: str, heading: str = HEADING, **options: object) -> Registration:
    return read_table("\n".join([heading, *rows]), **options)


def listed(participants: str, *rows: str) -> Registration:
    """A sheet of participants beside measurements."""
    return read_book({"Deelnemers": grid_of(participants), "Metingen": grid_of("\n".join([HEADING, *rows]))})


def sheet(name: str, table: str) -> Registration:
    return read_book({"Metingen": grid_of(f"{HEADING}\n{GOOD}"), name: grid_of(table)})


# --- the file -------------------------------------------------------------------------------------------------------


@raises("unknown_file_type")
def a_letter():
    return read_files({"brief.xlsx": b"%PDF-1.7 dear all"})


@raises("unreadable_file")
def half_a_workbook():
    return read_files({"half.xlsx": xlsx({"Metingen": [["Deelnemer"]]})[:1500]})


@raises("password_protected")
def a_locked_workbook():
    content = BytesIO(xlsx({"Metingen": [["Deelnemer"]]}))
    with ZipFile(content) as archive:
        marked = bytearray(content.getvalue())
        for entry in archive.infolist():
            marked[entry.header_offset + 6] |= 1
        directory = marked.find(b"PK\x01\x02")
        marked[directory + 8] |= 1
    return read_files({"op slot.xlsx": bytes(marked)})


@raises("file_too_large")
def two_cells_in_the_far_corners():
    content = BytesIO()
    with Workbook(content) as workbook:
        worksheet = workbook.add_worksheet()
        worksheet.write(0, 0, 1)
        worksheet.write(1_048_575, 16_383, 1)
    return read_files({"hoeken.xlsx": content.getvalue()})


@raises("empty_file")
def an_empty_file():
    return read_files({"leeg.csv": b" \r\n"})


@raises("no_worksheets")
def only_a_chart():
    workbook = openpyxl.Workbook()
    workbook.create_chartsheet("Grafiek")
    workbook.remove(workbook.worksheets[0])
    return read_files({"grafiek.xlsx": saved(workbook)})


@raises("no_table_found")
def a_list_of_groceries():
    return read_table("wat | hoeveel\nmelk | 2\nkaas | 1")


@raises("no_records")
def only_the_example():
    return read_table(f"{HEADING}\nVOORBEELD | 0 | 20-01-2025 | professional | 3 | 3")


@raises("invalid_indicator_set")
def a_set_without_indicators():
    return read_files({"eigen.toml": b'id = "own_list"'})


# --- sheets, columns, instrument ------------------------------------------------------------------------------------


@raises("unknown_sheet")
def a_scratchpad():
    return sheet("Kladblok", "wat | hoeveel\nmelk | 2")


@raises("hidden_sheet")
def a_hidden_sheet():
    workbook = openpyxl.load_workbook(BytesIO(xlsx({"Metingen": grid_of(f"{HEADING}\n{GOOD}"), "x": [["x"]]})))
    workbook["Metingen"].sheet_state = "hidden"
    content = BytesIO()
    workbook.save(content)
    return read_files({"verborgen.xlsx": content.getvalue()}, instruments=("zrm_2017",))


def with_looks(*rows: str, change: Callable[[Worksheet], object]) -> Registration:
    """Measurements in a workbook of which something was changed that a grid of cells does not have."""
    workbook = openpyxl.load_workbook(BytesIO(xlsx({"Metingen": grid_of("\n".join([HEADING, *rows]))})))
    change(workbook["Metingen"])
    return read_files({"metingen.xlsx": saved(workbook)}, instruments=("zrm_2017",))


def saved(workbook: openpyxl.Workbook) -> bytes:
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


LATER = "1 | 1-meting | 20-07-2025 | professional | 3 | 3"


@raises("hidden_rows")
def a_filtered_row():
    return with_looks(GOOD, LATER, change=lambda sheet: setattr(sheet.row_dimensions[3], "hidden", True))


@raises("hidden_columns")
def a_hidden_column():
    return with_looks(GOOD, change=lambda sheet: setattr(sheet.column_dimensions["F"], "hidden", True))


@raises("merged_cells")
def a_number_over_two_moments():
    return with_looks(GOOD, LATER, change=lambda sheet: sheet.merge_cells("A2:A3"))


@raises("merged_scores")
def one_score_over_two_rows():
    return with_looks(GOOD, LATER, change=lambda sheet: sheet.merge_cells("E2:E3"))


@raises("participant_column_missing")
def nobody():
    return read_table("Meetmoment | Datum | Financiën | Huisvesting\n0 | 20-01-2025 | 2 | 3")


@raises("moment_column_missing")
def no_moment():
    return read_table("Deelnemer | Datum | Financiën\n1 | 20-01-2025 | 2")


@raises("date_column_missing")
def no_date():
    return read_table("Deelnemer | Meetmoment | Financiën\n1 | 0 | 2")


@raises("required_column_missing")
def a_goal_without_a_goal():
    return sheet("Doelen", "Deelnemer | Leefgebied\n1 | Financiën")


@raises("no_indicator_found")
def nothing_measured():
    return read_table("Deelnemer | Meetmoment | Datum | Stemming\n1 | 0 | 20-01-2025 | goed")


@raises("unknown_column")
def a_mood():
    return measured(f"{GOOD} | goed", heading=f"{HEADING} | Stemming")


@raises("column_in_question")
def a_typing_error_in_a_heading():
    return measured(f"{GOOD} | 4", heading=f"{HEADING} | Jusitie")


@raises("sheet_in_question")
def a_list_with_names_of_its_own():
    return sheet("Oude lijst", "code | Finacien | Huisvestng\na1 | 2 | 3\na2 | 3 | 4")


@raises("rows_below_table")
def a_source_below_the_table():
    return measured(GOOD, "", "Bron: eigen administratie", "Peildatum: 1 maart")


@raises("same_file_twice")
def a_file_chosen_twice():
    content = csv(grid_of(f"{HEADING}\n{GOOD}"))
    return read_files({"metingen.csv": content, "metingen (1).csv": content}, instruments=("zrm_2017",))


@raises("same_sheet_twice")
def a_copy_of_a_sheet():
    return sheet("Metingen (2)", f"{HEADING}\n{GOOD}")


# Neither of the two columns is the wrong one: both are named.
NAMED_TWICE = frozenset({"column_twice"})


@raises("column_twice")
def finances_twice():
    return measured(f"{GOOD} | 4", heading=f"{HEADING} | Geldzaken")


@raises("identifying_column")
def a_name():
    return measured(f"{GOOD} | Jan", heading=f"{HEADING} | Voornaam")


@raises("attribute_too_detailed")
def everybody_their_own_age():
    people = "\n".join(f"{number} | {20 + number} jaar" for number in range(8))
    return listed(f"Deelnemer | Leeftijd\n{people}", GOOD)


@raises("mapping_column_missing")
def a_mapping_for_another_file():
    return measured(GOOD, mapping=read_mapping('participant = "Deelnemer"\nrater = "Wie"'))


@raises("ambiguous_instrument")
def either_version():
    return measured(GOOD, instruments=())


@raises("unknown_instrument")
def an_instrument_of_nobody():
    return read_book(
        {"Project": [["Meetinstrument", "Kompas"]], "Metingen": grid_of(f"{HEADING}\n{GOOD}")}, instruments=()
    )


@raises("invalid_indicator")
def a_scale_upside_down():
    return sheet(
        "Indicatoren",
        "Code | Naam (Nederlands) | Leefgebied | Soort | Minimum | Maximum | Beter is\n"
        "trust | Vertrouwen | Sociaal netwerk | niveau | 5 | 1 | hoger",
    )


@raises("unknown_indicator")
def a_long_list_with_a_stranger():
    heading = "Deelnemer | Meetmoment | Datum | Leefgebied | Score"
    return measured("1 | 0 | 20-01-2025 | Financiën | 2", "1 | 0 | 20-01-2025 | Humeur | 2", heading=heading)


# --- one cell -------------------------------------------------------------------------------------------------------


@raises("participant_missing")
def scores_of_nobody():
    return measured(" | 0 | 20-01-2025 | professional | 2 | 3")


@raises("moment_missing")
def scores_of_no_moment():
    return measured("1 | | 20-01-2025 | professional | 2 | 3")


@raises("moment_may_be_months")
def moments_after_six_and_twelve_months():
    return measured(
        *(f"1 | {months} | 20-0{place}-2025 | professional | 2 | 3" for place, months in enumerate("069", 1))
    )


@raises("moment_not_understood")
def scores_in_between():
    return measured("1 | tussendoor | 20-01-2025 | professional | 2 | 3")


@raises("date_missing")
def an_empty_date():
    return measured(GOOD, "1 | 1 | | professional | 2 | 3")


@raises("date_not_understood")
def the_31st_of_february():
    return measured("1 | 0 | 31-02-2025 | professional | 2 | 3")


@raises("date_order_unclear")
def a_month_first_in_between():
    return measured("1 | 0 | 4-4-2025 | professional | 2 | 3", "2 | 0 | 04/25/2025 | professional | 2 | 3")


@raises("date_in_future")
def a_typing_error_in_the_year():
    return measured("1 | 0 | 20-01-2205 | professional | 2 | 3")


@raises("value_not_a_number")
def a_word_for_a_score():
    return measured("1 | 0 | 20-01-2025 | professional | goed | 3")


@raises("code_in_question")
def a_nine_on_a_scale_of_five():
    return measured("1 | 0 | 20-01-2025 | professional | 9 | 3")


@raises("tick_in_question")
def crosses_and_empty_cells():
    heading = "Deelnemer | Meetmoment | Datum | Sociale contacten"
    rows = ("1 | 0 | 20-01-2025 | x", "2 | 0 | 20-01-2025 | ")
    return measured(*rows, heading=heading, instruments=("participation_wheel",))


@raises("code_in_scale")
def a_three_that_is_no_score():
    return measured("1 | 0 | 20-01-2025 | professional | 3 | 2", mapping=read_mapping('missing = ["3"]'))


@raises("level_contradicted")
def a_three_with_the_name_of_two():
    return measured("1 | 0 | 20-01-2025 | professional | 3 - niet zelfredzaam | 3")


@raises("decimal_unclear")
def a_thousand_or_one():
    own = "Code | Naam (Nederlands) | Leefgebied | Soort | Beter is\ndebt | Schuld | Financiën | bedrag | lager"
    table = "Deelnemer | Meetmoment | Datum | Schuld\n1 | 0 | 20-01-2025 | 1.250"
    return read_book({"Indicatoren": grid_of(own), "Metingen": grid_of(table)}, instruments=())


@raises("value_not_whole")
def three_and_a_half():
    return measured("1 | 0 | 20-01-2025 | professional | 3,5 | 3")


@raises("value_out_of_range")
def a_six_on_a_scale_of_five():
    return measured("1 | 0 | 20-01-2025 | professional | 6 | 3")


@raises("value_not_yes_or_no")
def perhaps():
    heading = "Deelnemer | Meetmoment | Datum | Sociale contacten"
    return measured("1 | 0 | 20-01-2025 | soms", heading=heading, instruments=("participation_wheel",))


@raises("number_out_of_range")
def attained_more_than_possible():
    return sheet("Doelen", "Deelnemer | Leefgebied | Doel | Bereikt\n1 | Financiën | post openen | 8")


@raises("choice_not_understood")
def the_neighbour():
    return measured("1 | 0 | 20-01-2025 | de buurvrouw | 2 | 3")


@raises("unknown_life_domain")
def a_goal_in_another_life():
    return sheet("Doelen", "Deelnemer | Leefgebied | Doel\n1 | Toekomst | post openen")


@raises("required_missing")
def an_empty_goal():
    return sheet("Doelen", "Deelnemer | Leefgebied | Doel\n1 | Financiën | ")


@raises("formula_error")
def not_available():
    return measured("1 | 0 | 20-01-2025 | professional | #N/B | 3")


@raises("formula_not_calculated")
def a_formula_of_a_program():
    heading, row = grid_of(f"{HEADING}\n{GOOD}")
    return read_book({"Metingen": [heading, [*row[:-1], "=1+2"]]})


# --- rows together --------------------------------------------------------------------------------------------------


@raises("duplicate_measurement")
def twice_at_one_moment():
    return measured(GOOD, GOOD)


@raises("number_spelling_differs")
def zeros_that_went_away():
    return listed("Deelnemer | Groep\n001 | deelnemer", GOOD)


@raises("participant_twice")
def listed_twice():
    return listed("Deelnemer | Groep\n1 | deelnemer\n1 | deelnemer", GOOD)


@raises("participant_conflict")
def in_both_groups():
    later = "1 | 1-meting | 20-07-2025 | professional | 2 | 3"
    return measured(f"{GOOD} | deelnemer", f"{later} | controle", heading=f"{HEADING} | Groep")


@raises("participant_not_listed")
def measured_but_not_listed():
    return listed("Deelnemer | Groep\n2 | deelnemer", GOOD)


@raises("row_without_scores")
def a_note_below_the_table():
    return measured(GOOD, "Bron: eigen administratie | | | | | ")


@raises("ended_before_started")
def left_before_they_came():
    return listed("Deelnemer | Instroomdatum | Uitstroomdatum\n1 | 10-01-2025 | 09-01-2025", GOOD)


@raises("follow_up_before_start")
def a_follow_up_in_the_past():
    return measured(GOOD, "1 | 1-meting | 20-01-2024 | professional | 2 | 3")


@raises("measured_after_exit")
def measured_and_gone():
    return listed("Deelnemer | Uitstroomdatum\n1 | 10-01-2025", GOOD)


@raises("measured_before_enrolment")
def measured_and_not_yet_there():
    return listed("Deelnemer | Instroomdatum\n1 | 21-01-2025", GOOD)


@raises("moment_on_two_days")
def one_moment_in_two_lists():
    first = grid_of("Deelnemer | Meetmoment | Datum | Financiën\n1 | 0 | 20-01-2025 | 2")
    second = grid_of("Deelnemer | Meetmoment | Datum | Huisvesting\n1 | 0 | 27-01-2025 | 2")
    return read_book({"Geld": first, "Wonen": second})


@raises("no_start_in_upload")
def follow_ups_only():
    return measured("1 | 1-meting | 20-07-2025 | professional | 2 | 3")


@raises("rater_changes")
def started_by_somebody_else():
    return measured(GOOD, "1 | 1-meting | 20-07-2025 | deelnemer | 2 | 3")


@raises("instrument_changes")
def started_with_the_older_version():
    heading = "Deelnemer | Meetmoment | Datum | Meetinstrument | Financiën"
    rows = ("1 | 0 | 20-01-2025 | ZRM 2013 | 2", "1 | 1 | 20-07-2025 | ZRM 2017 | 3")
    return measured(*rows, heading=heading, instruments=())


@raises("all_scores_equal")
def everybody_a_three():
    rows = [f"{number} | 0 | 20-01-2025 | professional | {number} | {number} | {number}" for number in (2, 3, 4)]
    return measured(*rows, heading=f"{HEADING} | Sociaal netwerk")


@raises("household_counted_twice")
def a_couple_with_one_life():
    rows = [f"{number} | 0 | 20-01-2025 | professional | 2 | 3 | 4" for number in (1, 2)]
    people = "Deelnemer | Huishouden\n1 | h1\n2 | h1"
    measurements = grid_of("\n".join([f"{HEADING} | Sociaal netwerk", *rows]))
    return read_book({"Deelnemers": grid_of(people), "Metingen": measurements})


@raises("number_restarts")
def numbers_that_begin_again():
    rows = [f"{number} | 0 | 20-01-2025 | professional | 2 | 3 | {site}" for site in "NZ" for number in (1, 2)]
    return measured(*rows, heading=f"{HEADING} | Locatie")


@raises("attribute_changed")
def moved_to_another_neighbourhood():
    rows = (f"{GOOD} | Noord", "1 | 1-meting | 20-07-2025 | professional | 2 | 3 | Zuid")
    return measured(*rows, heading=f"{HEADING} | Buurt")


@raises("row_left_out")
def a_row_that_somebody_left_out():
    chosen = Corrections(left_out=(LeftOutRows(sheet="metingen.csv", rows=(3,)),))
    return measured(GOOD, "2 | 0 | 20-01-2025 | professional | 8 | 3", corrections=chosen)


@raises("correction_without_place")
def a_correction_below_the_table():
    cell = CellCorrection(sheet="metingen.csv", row=99, column="Financiën", value="3")
    return measured(GOOD, corrections=Corrections(cells=(cell,)))


# --- who it is about ------------------------------------------------------------------------------------------------


@raises("identifying_value")
def a_phone_number_for_a_neighbourhood():
    return listed("Deelnemer | Buurt\n1 | Noord\n2 | bel 06-12345678\n3 | Zuid", GOOD)


@raises("identifying_content")
def names_of_workers():
    return measured(f"{GOOD} | Jan de Vries", heading=f"{HEADING} | Maatje")


@raises("birth_date_coarsened")
def a_date_of_birth():
    return listed("Deelnemer | Geboortedatum\n1 | 12-05-1974", GOOD)


@raises("postcode_coarsened")
def a_postcode_with_a_house_number():
    return listed("Deelnemer | Adresgegevens\n1 | 1234 AB 12", GOOD)


@raises("participant_is_bsn")
def numbered_by_bsn():
    numbers = ("999990007", "999990019", "999990020", "999990032", "999990044", "999990056")
    return measured(*(GOOD.replace("1", number, 1) for number in numbers))


@raises("participant_is_name")
def numbered_by_name():
    return measured(*(GOOD.replace("1", name, 1) for name in ("Jan de Vries", "Fatima el Amrani")))


@raises("text_cleaned")
def a_story_with_an_address():
    story = "1 | deelnemer | 20-01-2025 | Financiën | mail mij: a@b.nl | beter | intern | 20-01-2025"
    heading = "Deelnemer | Verteller | Verteld op | Leefgebieden | Verhaal | Richting | Toestemming | Toestemming op"
    book = {"Metingen": grid_of(f"{HEADING}\n{GOOD}"), "Verhalen": grid_of(f"{heading}\n{story}")}
    return read_book(book, clean=take_out_personal_data)


# --------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def registrations() -> dict[str, Registration]:
    return {code: case() for code, case in CASES.items()}


def test_every_code_has_a_case():
    assert CASES.keys() == catalogue().keys()


@pytest.mark.parametrize("code", CASES)
def test_the_code_is_raised_once(code, registrations):
    assert codes(registrations[code]).count(code) == (2 if code in NAMED_TWICE else 1)


@pytest.mark.parametrize("code", CASES)
def test_an_error_in_a_row_refuses_the_row(code, registrations):
    tally = registrations[code].tally
    errors = [issue for issue in registrations[code].errors if issue.row is not None and issue.sheet != "Project"]
    assert tally.refused >= len({(issue.sheet, issue.row) for issue in errors})
    assert tally.read == tally.accepted + tally.refused + tally.skipped


@pytest.mark.parametrize("code", CASES)
def test_the_sentences_have_nothing_open(code, registrations):
    issue = next(issue for issue in registrations[code].issues if issue.code == code)
    kind = catalogue()[code]
    slots = {slot for name in (kind.wrong, kind.right) for text in (name.nl, name.en) for slot in SLOT.findall(text)}
    assert [slot for slot in slots if getattr(issue, slot) in (None, "")] == []
    assert "{" not in issue.message("nl") + issue.message("en")


def test_the_limit_is_told():
    assert only_issue(CASES["file_too_large"](), "file_too_large").expected == str(limits.MAX_FILE_BYTES // 1024**2)


def test_a_long_cell_is_cut_where_it_is_quoted():
    registration = read_grid([*grid_of(HEADING), ["1", "0", "20-01-2025", "professional", "x" * 500, "3"]])
    assert len(only_issue(registration, "value_not_a_number").value) == limits.LONGEST_QUOTE
