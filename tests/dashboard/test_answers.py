"""What somebody says on the page becomes a mapping and corrections: the newest answer stands, and every one can go."""

import pytest

from dashboard.answers.causes import Cause, causes, code_questions
from dashboard.answers.codes import (
    readings_of_months,
    with_empty_cells,
    with_missing,
    with_moments,
    with_number,
    with_sheet_moment,
    without_sheet,
    without_value,
)
from dashboard.answers.columns import (
    ColumnUse,
    confirming,
    leaving_out,
    use_said,
    with_column,
    with_participant,
    without_column,
)
from dashboard.answers.mends import corrections_of, leave_out, mend_cells, same_person
from dashboard.answers.uses import (
    clear_suggestions,
    moments_in,
    suggested_uses,
    use_of_column,
    use_of_suggestion,
    uses_for,
)
from pipelines.domain.issue import Issue, Severity
from pipelines.domain.registration import FoundColumn, FoundTable, Suggestion
from pipelines.ingest.corrections import CellCorrection, LeftOutRows, SamePerson
from pipelines.ingest.mapping.column_mapping import ColumnMapping, MeasuredColumn, MomentColumn, read_mapping
from pipelines.ingest.mapping.file import write_mapping
from pipelines.instruments.catalogue import shipped_sets

EMPTY = ColumnMapping()
FINANCES = ColumnUse(role="value", indicator="finances", moment=1)
ZRM = shipped_sets()["zrm_2017"]


def said(heading: str, role: str) -> ColumnMapping:
    return with_column(EMPTY, heading, ColumnUse(role=role))


def test_a_score_is_written_with_its_moment():
    mapping = with_column(EMPTY, "fin_t1", FINANCES)
    assert mapping.measured == {"fin_t1": MeasuredColumn(indicator="finances", moment=1)}


@pytest.mark.parametrize(
    ("role", "written"),
    [
        ("participant", {"participant": ("K",)}),
        ("moment", {"moment": MomentColumn(column="K")}),
        ("measured_on", {"date": "K"}),
        ("rater", {"rater": "K"}),
        ("left_out", {"ignore": ("K",)}),
        ("attribute", {"attributes": {"K": "k"}}),
        ("enrolled_on", {"fields": {"K": "enrolled_on"}}),
    ],
)
def test_each_use_has_its_place_in_the_mapping(role: str, written: dict[str, object]):
    assert said("K", role) == EMPTY.model_copy(update=written)


def test_the_newest_answer_about_a_column_takes_the_place_of_the_older():
    mapping = with_column(with_column(EMPTY, "Fin", ColumnUse(role="attribute")), "fin", FINANCES)
    assert mapping.attributes == {}
    assert list(mapping.measured) == ["fin"]


def test_another_column_keeps_what_was_said_of_it():
    mapping = with_column(said("nr", "participant"), "fin", FINANCES)
    assert mapping.participant == ("nr",)


@pytest.mark.parametrize(
    "role", ["participant", "moment", "measured_on", "rater", "left_out", "attribute", "household"]
)
def test_what_was_said_of_a_column_can_be_read_back(role: str):
    assert use_said(said("K", role), "K").role == role


@pytest.mark.parametrize("role", "participant moment measured_on rater left_out attribute household".split())
def test_an_answer_that_is_taken_back_leaves_nothing(role: str):
    assert without_column(said("K", role), "k") == EMPTY


def test_two_attributes_never_share_a_code():
    mapping = with_column(said("Type huis", "attribute"), "type-huis!", ColumnUse(role="attribute"))
    assert mapping.attributes == {"type-huis!": "type_huis"}
    mapping = with_column(mapping, "Type (huis) ", ColumnUse(role="attribute"))
    assert len(set(mapping.attributes.values())) == len(mapping.attributes)


def test_an_attribute_whose_heading_says_nothing_gets_a_code_all_the_same():
    assert said("2025", "attribute").attributes == {"2025": "kenmerk"}


def test_columns_are_left_out_together():
    assert leaving_out(EMPTY, ["a", "b"]).ignore == ("a", "b")


def test_numbers_that_begin_anew_are_joined_with_their_place():
    assert with_participant(said("nr", "participant"), ["locatie", "nr"]).participant == ("locatie", "nr")


def test_a_value_means_one_thing_only():
    mapping = with_number(with_missing(EMPTY, "9"), "9", 3.0)
    assert (mapping.missing, mapping.values) == ((), {"9": 3.0})
    assert with_missing(mapping, "9") == EMPTY.model_copy(update={"missing": ("9",)})
    assert without_value(mapping, "9") == EMPTY


def test_everything_that_the_page_can_say_can_be_taken_along_and_read_again():
    mapping = with_participant(with_column(EMPTY, "fin_t1", FINANCES), ["locatie", "nr"])
    mapping = with_sheet_moment(with_empty_cells(with_missing(mapping, "?"), "Schuldhulp", "no"), "Voorjaar", 0)
    mapping = with_column(with_number(mapping, "redelijk", 3.0), "Kleur", ColumnUse(role="left_out"))
    mapping = with_column(mapping, "Soort huis", ColumnUse(role="attribute"))
    assert read_mapping(write_mapping(mapping)) == mapping


def test_a_sheet_is_left_out_by_naming_all_others():
    mapping = without_sheet(EMPTY, "Kladblok", ["Project", "Metingen", "Kladblok"])
    assert mapping is not None
    assert mapping.sheets == ("Project", "Metingen")
    again = without_sheet(mapping, "Project", ["Project", "Metingen"])
    assert again is not None
    assert again.sheets == ("Metingen",)


def test_a_sheet_of_one_of_several_files_goes_by_its_own_name():
    mapping = without_sheet(EMPTY, "a.xlsx: Oud", ["a.xlsx: Oud", "a.xlsx: Nieuw", "b.csv"])
    assert mapping is not None
    assert mapping.sheets == ("Nieuw", "b.csv")


@pytest.mark.parametrize("labels", [["a.xlsx: Blad1", "b.xlsx: Blad1"], ["a.xlsx: Blad1"]])
def test_a_sheet_that_cannot_be_told_from_another_or_is_the_only_one_stays(labels: list[str]):
    assert without_sheet(EMPTY, "a.xlsx: Blad1", labels) is None


# --- what a column can be said to be ---


def table(kind: str, shape: str | None) -> FoundTable:
    return FoundTable(
        sheet="S", kind=kind, shape=shape, heading_rows=(1, 1), first_row=2, last_row=3, first_column="A",
        last_column="C", n_rows=2,
    )  # fmt: skip


def test_a_column_of_a_wide_table_is_a_score_at_a_moment():
    uses = uses_for(table("measurements", "wide"), [ZRM], [0, 1])
    assert FINANCES in uses
    assert ColumnUse(role="value", indicator="finances") not in uses


def test_a_column_of_a_table_with_a_row_per_moment_is_a_score_of_no_moment_of_its_own():
    uses = uses_for(table("measurements", "rows"), [ZRM], [0, 1])
    assert ColumnUse(role="value", indicator="finances") in uses
    assert FINANCES not in uses


def test_a_list_of_participants_has_no_scores_and_may_have_attributes():
    uses = uses_for(table("participants", None), [ZRM], [0])
    assert not any(use.indicator for use in uses)
    assert {"household", "attribute", "left_out"} <= {use.role for use in uses}


def test_every_choice_stands_there_once():
    uses = uses_for(table("measurements", "wide"), shipped_sets().values(), [0, 1, 2])
    assert len(uses) == len(set(uses))


def test_the_moments_to_choose_from_are_those_named_and_one_more():
    assert moments_in([FoundColumn(sheet="S", column="x", role="value", moment=2)]) == [0, 1, 2, 3]
    assert moments_in([]) == [0, 1]


def test_a_suggestion_and_a_column_are_spoken_of_in_the_same_words():
    suggestion = Suggestion(role="attribute:wijk", likeness=80)
    column = FoundColumn(sheet="S", column="Wijk", role="attribute:wijk")
    assert use_of_suggestion(suggestion) == use_of_column(column) == ColumnUse(role="attribute")
    assert use_of_column(FoundColumn(sheet="S", column="x", role=None)) == ColumnUse(role="left_out")


# --- issues by cause ---


def issue(row: int | None, value: str = "9", code: str = "value_out_of_range", column: str = "Fin") -> Issue:
    return Issue(code=code, sheet="S", row=row, column=column, value=value, expected="1-5")


def test_the_same_value_in_one_column_is_one_cause():
    grouped = causes([issue(2), issue(5), issue(3, "7"), issue(2, column="Huis")])
    assert next((cause.column, cause.value, cause.rows) for cause in grouped) == ("Fin", "9", (2, 5))
    assert len(grouped) == 3


def test_errors_come_first_and_then_what_touches_most_cells():
    warnings = [issue(row, code="follow_up_before_start") for row in range(9)]
    grouped = causes([*warnings, issue(1, "7"), issue(2), issue(3)])
    assert [(cause.severity, cause.n) for cause in grouped] == [
        (Severity.ERROR, 2), (Severity.ERROR, 1), (Severity.WARNING, 9),
    ]  # fmt: skip


def test_a_cause_is_known_again_when_the_file_is_read_again_and_tells_nothing():
    first, again = causes([issue(2), issue(3)])[0], causes([issue(3)])[0]
    assert first.key == again.key
    assert "Fin" not in first.key


def test_a_value_is_asked_once_over_all_columns():
    asked = code_questions(
        [issue(2, code="value_not_a_number"), issue(3, code="value_not_a_number", column="Huis")], []
    )
    assert [(one.value, one.n_cells, one.columns) for one in asked] == [("9", 2, ("Fin", "Huis"))]


def test_what_was_called_a_mistake_is_not_asked_again():
    assert code_questions([issue(2, code="value_not_a_number")], ["9"]) == []


# --- mending ---


def cause(*rows: int | None) -> Cause:
    return causes([issue(row) for row in rows])[0]


def test_a_value_is_mended_in_all_cells_of_its_cause_or_in_one():
    assert mend_cells(cause(2, 5), "4").corrections.cells == (
        CellCorrection(sheet="S", row=2, column="Fin", value="4"),
        CellCorrection(sheet="S", row=5, column="Fin", value="4"),
    )
    assert [cell.row for cell in mend_cells(cause(2, 5), "4", row=5).corrections.cells] == [5]


def test_not_measured_is_an_empty_cell():
    step = mend_cells(cause(2), "")
    assert (step.kind, step.corrections.cells[0].value) == ("missing", "")


def test_rows_are_left_out_each_once():
    assert leave_out(cause(5, 2, 5)).corrections.left_out == (LeftOutRows(sheet="S", rows=(2, 5)),)


def test_all_steps_go_together_and_the_later_value_of_a_cell_stands():
    steps = [mend_cells(cause(2), "4"), mend_cells(cause(2), "3"), leave_out(cause(7)), same_person("12", "21")]
    together = corrections_of(steps)
    assert [cell.value for cell in together.cells] == ["3"]
    assert together.left_out == (LeftOutRows(sheet="S", rows=(7,)),)
    assert together.same_people == (SamePerson(number="12", same_as="21"),)


def test_no_value_or_number_is_seen_where_a_step_is_printed():
    assert "geheim" not in repr([mend_cells(cause(2), "geheim"), same_person("geheim", "geheim 2")])


def in_question(heading: str, *suggestions: Suggestion, sheet: str = "Metingen") -> FoundColumn:
    return FoundColumn(sheet=sheet, column=heading, role=None, suggestions=suggestions)


def may_be(indicator: str, moment: int | None = None) -> Suggestion:
    return Suggestion(role="value", indicator=indicator, moment=moment, likeness=90)


def table_of_shape(shape: str) -> FoundTable:
    return FoundTable(
        sheet="Metingen", kind="measurements", shape=shape, heading_rows=(1, 1), first_row=2, last_row=9,
        first_column="A", last_column="F", n_rows=8,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("shape", "columns", "clear"),
    [
        ("rows", [in_question("won", may_be("housing")), in_question("psy", may_be("mental_health"))], ["won", "psy"]),
        ("rows", [in_question("won", may_be("housing"), may_be("finances"))], []),
        ("rows", [in_question("won", may_be("housing")), in_question("huis", may_be("housing"))], []),
        ("rows", [in_question("iets")], []),
        ("wide", [in_question("won", may_be("housing"))], []),
        ("wide", [in_question("won_t0", may_be("housing", 0)), in_question("won_t1", may_be("housing", 1))],
         ["won_t0", "won_t1"]),
    ],
)  # fmt: skip
def test_only_suggestions_that_leave_no_choice_are_confirmed_together(
    shape: str, columns: list[FoundColumn], clear: list[str]
):
    assert [column.column for column, _ in clear_suggestions(columns, [table_of_shape(shape)])] == clear


def test_what_is_confirmed_together_is_said_of_each_column():
    mapping = confirming(EMPTY, [("won_t1", FINANCES), ("nr", ColumnUse(role="participant"))])
    assert (mapping.measured["won_t1"].indicator, mapping.participant) == ("finances", ("nr",))


def test_words_in_a_column_of_moments_are_explained_one_by_one():
    mapping = with_moments(with_moments(said("Moment", "moment"), "Moment", {"voor": 0}), "moment", {"na": 1})
    assert mapping.moment == MomentColumn(column="moment", values={"voor": 0, "na": 1})


def test_a_score_that_stands_in_several_columns_is_offered_at_each_moment():
    columns = [in_question(f"{season} – Wonen", may_be("housing")) for season in ("Voorjaar", "Najaar")]
    assert [use.moment for use in suggested_uses(columns[0], None, columns)] == [0, 1]
    assert [use.moment for use in suggested_uses(columns[0], None, columns[:1])] == [None]


def test_months_are_moments_one_after_another_or_the_numbers_themselves():
    assert readings_of_months(["T0", "T6", "T12"]) == ({"T0": 0, "T6": 1, "T12": 2}, {"T0": 0, "T6": 6, "T12": 12})
    assert readings_of_months(["6", "12"]) == ({"6": 1, "12": 2}, {"6": 6, "12": 12})
