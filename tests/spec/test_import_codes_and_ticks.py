"""What stands in a measured column and is no plain number: codes, level names, ticks, decimals."""

import pytest

from pipelines.domain.registration import Registration
from pipelines.ingest.mapping.column_mapping import read_mapping
from pipelines.instruments.catalogue import shipped_sets
from tests.ingest.reading import codes, only_issue, participant, read_table, scores

WHEEL = ("participation_wheel",)
LEVELS = [
    (set_.id, indicator.name.nl, level, name)
    for set_ in shipped_sets().values()
    for indicator in set_.indicators[:1]
    for level, names in indicator.level_names.items()
    for name in (names.nl, names.en)
]


def finances(cell: str, mapping: str = "") -> Registration:
    table = f"Deelnemer | Meetmoment | Datum | Financiën | Huisvesting\n1 | 0 | 20-01-2025 | {cell} | 3"
    return read_table(table, mapping=read_mapping(mapping))


def score(registration: Registration) -> float | None:
    return scores(registration).get((participant("1"), "finances", 0))


@pytest.mark.parametrize(
    "code", ["9", "99", "999", "9999", "88", "77", "-1", ".", "-", "?", "n.v.t.", "NVT", "n.b.", "onbekend",
             "Weet niet", "NA", "<5", ">65", "*"],
)  # fmt: skip
def test_what_may_mean_not_measured_is_asked_and_can_be_said_once(code):
    asked = only_issue(finances(code), "code_in_question")
    assert asked.column == "Financiën"
    assert code.casefold() in asked.message("nl").casefold()
    explained = finances(code, f"missing = ['{asked.expected}']")
    assert (codes(explained), score(explained)) == ([], None)


def test_a_code_may_stand_for_a_number():
    registration = finances("<5", 'values = { "<5" = 4 }')
    assert (codes(registration), score(registration)) == ([], 4)


def test_less_than_five_is_not_five():
    assert score(finances("5", 'missing = ["<5"]')) == 5


def test_a_word_for_a_number_is_held_against_the_scale_too():
    assert codes(finances("prima", "values = { prima = 6 }")) == ["value_out_of_range"]


def test_a_nine_on_a_scale_up_to_ten_is_a_score():
    own = """
        instrument = "own"
        [measured]
        cijfer = "grade"
        [indicator.grade]
        kind = "level"
        direction = "higher"
        minimum = 0
        maximum = 10
        life_domain = "finances"
        name = { nl = "Rapportcijfer", en = "Grade" }
    """
    table = "Deelnemer | Meetmoment | Datum | cijfer\n1 | 0 | 20-01-2025 | 9"
    registration = read_table(table, instruments=(), mapping=read_mapping(own))
    assert (codes(registration), list(scores(registration).values())) == ([], [9])
    told = read_table(table, instruments=(), mapping=read_mapping(f'missing = ["9"]\n{own}'))
    assert "code_in_scale" in codes(told)
    assert scores(told) == {}


@pytest.mark.parametrize(("instrument", "heading", "level", "name"), LEVELS)
def test_every_level_may_be_written_by_its_name(instrument, heading, level, name):
    cells = (name, name.upper(), f"{level} - {name}", f"{level}. {name}", f"{level} ({name})", f"{name} ({level})")
    rows = "\n".join(f"{n} | 0 | 20-01-2025 | {cell}" for n, cell in enumerate(cells))
    registration = read_table(f"Deelnemer | Meetmoment | Datum | {heading}\n{rows}", instruments=(instrument,))
    assert "level_contradicted" not in codes(registration)
    assert list(scores(registration).values()) == [level] * len(cells)


@pytest.mark.parametrize("cell", ["3 (beperkt)", "3: beperkt zelfredzaam", "3 = BEPERKT", "3 beperkt zelfredzaam"])
def test_a_number_with_the_beginning_of_its_name_is_that_number(cell):
    assert score(finances(cell)) == 3


@pytest.mark.parametrize("cell", ["3 - niet zelfredzaam", "2 (beperkt)", "acute problematiek (5)"])
def test_a_number_with_the_name_of_another_level_is_refused(cell):
    assert codes(finances(cell)) == ["level_contradicted"]


@pytest.mark.parametrize("cell", ["3 a 4", "3 of 4", "beperkt", "3 (bijna 4)"])
def test_what_may_be_one_or_the_other_is_no_number(cell):
    assert codes(finances(cell)) == ["value_not_a_number"]


TICKED = """
    Deelnemer | Meetmoment | Datum      | Sociale contacten | Betaald werk
    1         | 0-meting   | 20-01-2025 | X                 | ja
    2         | 0-meting   | 20-01-2025 |                   | nee
    3         | 0-meting   |            |                   |
"""


def contacts(meaning: str) -> list[float]:
    mapping = read_mapping(f'[ticks]\n"Sociale contacten" = "{meaning}"')
    registration = read_table(TICKED, instruments=WHEEL, mapping=mapping)
    assert set(codes(registration)) == {"row_without_scores"}
    return [value for (_, code, _), value in scores(registration).items() if code == "social_contacts"]


def test_ticks_are_asked_about_once_and_nothing_is_imported_until_then():
    registration = read_table(TICKED, instruments=WHEEL)
    assert only_issue(registration, "tick_in_question").row is None
    assert registration.observations.empty


def test_an_empty_cell_beside_ticks_is_no_where_somebody_was_measured():
    assert contacts("no") == [1, 0]


def test_an_empty_cell_beside_ticks_is_missing_where_that_was_said():
    assert contacts("missing") == [1]


def test_a_tick_at_one_moment_says_nothing_of_another():
    registration = read_table(
        """
        Deelnemer | Datum T0   | Sociale contacten T0 | Datum T1   | Sociale contacten T1
        1         | 20-01-2025 | x                    | 20-07-2025 |
        2         | 20-01-2025 |                      |            |
        """,
        instruments=WHEEL,
        mapping=read_mapping('[ticks]\n"Sociale contacten T0" = "no"\n"Sociale contacten T1" = "no"'),
    )
    found = {(who, moment): value for (who, _, moment), value in scores(registration).items()}
    assert found == {(participant("1"), 0): 1, (participant("1"), 1): 0, (participant("2"), 0): 0}


@pytest.mark.parametrize(("mark", "amount"), [(",", 1234.0), (".", 1.234)])
def test_the_mark_before_decimals_is_the_one_that_was_said(mark, amount):
    own = f"""
        instrument = "own"
        [measured]
        Schuld = "debt"
        [decimal]
        Schuld = "{mark}"
        [indicator.debt]
        kind = "amount"
        direction = "lower"
        life_domain = "finances"
        name = {{ nl = "Schuld", en = "Debt" }}
    """
    table = "Deelnemer | Meetmoment | Datum | Schuld\n1 | 0 | 20-01-2025 | 1.234"
    registration = read_table(table, instruments=(), mapping=read_mapping(own))
    assert (codes(registration), list(scores(registration).values())) == ([], [amount])


def test_a_field_of_the_template_may_have_any_heading():
    registration = read_table(
        "Deelnemer | Sinds | Meetmoment | Datum | Financiën\n1 | 02-01-2025 | 0 | 20-01-2025 | 3",
        mapping=read_mapping('[fields]\nSinds = "enrolled_on"'),
    )
    assert codes(registration) == []
    assert [str(person.enrolled_on) for person in registration.participants] == ["2025-01-02"]


def test_a_tick_for_a_column_that_is_not_there_is_told():
    registration = finances("3", '[ticks]\n"Schuldhulp" = "no"')
    assert only_issue(registration, "mapping_column_missing").column == "Schuldhulp"
