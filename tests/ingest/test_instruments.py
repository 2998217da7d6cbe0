"""With which instrument was measured: what is said counts, what follows from the headings may, and a guess never."""

import pytest

from pipelines.ingest.tables.instrument_choice import AmbiguousInstrument, explaining_sets
from pipelines.instruments.catalogue import shipped_sets
from tests.ingest.reading import codes, only_issue, read_book, read_table
from tests.ingest.spreadsheets import grid_of

HEADING = "Deelnemer | Meetmoment | Datum"
ROW = "1 | 0-meting | 20-01-2025"
OWN = (
    "Code | Naam (Nederlands) | Leefgebied | Soort | Minimum | Maximum | Beter is\n"
    "trust | Vertrouwen | Vertrouwen in de buurt | niveau | 1 | 10 | hoger"
)


def instruments(registration) -> list[str]:
    return [known.id for known in registration.indicator_sets]


def measure(*columns: str, values: str | None = None, **options):
    row = [ROW, *([values] if values else ["3"] * len(columns))]
    return read_table(f"{' | '.join([HEADING, *columns])}\n{' | '.join(row)}", **{"instruments": (), **options})


def test_the_headings_of_one_version_only_tell_the_version():
    assert instruments(measure("Financiën", "Tijdsbesteding", "Huisvesting")) == ["zrm_2017"]
    assert instruments(measure("Financiën", "Dagbesteding", "Huisvesting")) == ["zrm_2013"]


def test_headings_that_fit_two_versions_are_asked_about():
    issue = only_issue(measure("Financiën", "Huisvesting"), "ambiguous_instrument")
    assert {"zrm_2013", "zrm_2017"} <= set(issue.expected.split(", "))


def test_a_mixture_of_versions_is_asked_about():
    registration = measure("Financiën", "Tijdsbesteding", "Werk & opleiding", "Dagbesteding")
    assert only_issue(registration, "ambiguous_instrument").expected == "zrm_2017, zrm_2013"
    assert registration.observations.empty


def test_what_is_asked_for_counts():
    assert instruments(measure("Financiën", "Huisvesting", instruments=("zrm_2013",))) == ["zrm_2013"]


def test_two_instruments_side_by_side():
    registration = measure("Financiën", "Tijdsbesteding", "Hulpverleners")
    assert instruments(registration) == ["zrm_2017", "support_measures"]
    assert len(registration.observations) == 3


def test_two_versions_asked_for_and_no_column_to_tell_them_apart():
    registration = measure("Financiën", instruments=("zrm_2013", "zrm_2017"))
    assert only_issue(registration, "ambiguous_instrument").expected == "zrm_2013, zrm_2017"


def test_a_column_tells_the_instrument_of_every_row():
    registration = read_table(
        f"{HEADING} | Meetinstrument | Financiën\n{ROW} | ZRM 2013 | 2\n1 | 1-meting | 20-07-2025 | zrm_2017 | 4",
        instruments=(),
    )
    assert registration.errors == ()
    assert sorted(registration.observations["instrument"]) == ["zrm_2013", "zrm_2017"]


def test_a_score_that_the_instrument_of_the_row_does_not_know():
    registration = read_table(
        f"{HEADING} | Meetinstrument | Dagbesteding\n{ROW} | zrm_2017 | 2\n2 | 0 | 20-01-2025 | zrm_2013 | 2",
        instruments=(),
    )
    assert only_issue(registration, "unknown_indicator").row == 2


def test_a_row_that_does_not_tell_its_instrument():
    table = f"{HEADING} | Meetinstrument | Financiën\n{ROW} | | 2\n2 | 0 | 20-01-2025 | zrm_2013 | 2"
    table += "\n3 | 1-meting | | | "
    assert only_issue(read_table(table, instruments=()), "required_missing").row == 2
    assert read_table(table, instruments=("zrm_2013",)).errors == ()


def test_the_sheet_project_tells_the_instrument():
    book = {"Project": [["Meetinstrument", "ZRM 2013"]], "Metingen": grid_of(f"{HEADING} | Financiën\n{ROW} | 3")}
    assert instruments(read_book(book, instruments=())) == ["zrm_2013"]


def test_the_sheet_project_may_name_two():
    book = {
        "Project": [["Meetinstrument", "zrm_2017; support_measures"]],
        "Metingen": grid_of(f"{HEADING} | Financiën | Hulpverleners\n{ROW} | 3 | 2"),
    }
    assert instruments(read_book(book, instruments=())) == ["zrm_2017", "support_measures"]


def test_a_list_of_the_projects_own():
    book = {"Indicatoren": grid_of(OWN), "Metingen": grid_of(f"{HEADING} | Vertrouwen\n{ROW} | 9")}
    registration = read_book(book, instruments=())
    assert registration.errors == ()
    assert registration.observations[["instrument", "indicator", "value"]].values.tolist() == [["own", "trust", 9.0]]


def test_an_own_list_beside_a_shipped_one():
    book = {"Indicatoren": grid_of(OWN), "Metingen": grid_of(f"{HEADING} | Vertrouwen | Financiën\n{ROW} | 9 | 3")}
    assert instruments(read_book(book, instruments=("zrm_2017",))) == ["zrm_2017", "own"]


def test_a_life_domain_of_the_projects_own_can_be_named_in_a_goal():
    book = {
        "Indicatoren": grid_of(OWN),
        "Metingen": grid_of(f"{HEADING} | Vertrouwen\n{ROW} | 9"),
        "Doelen": grid_of("Deelnemer | Leefgebied | Doel\n1 | vertrouwen in de buurt | meer mensen kennen"),
    }
    (goal,) = read_book(book, instruments=()).goals
    assert goal.life_domain == "Vertrouwen in de buurt"


def test_every_shipped_set_is_found_by_its_own_names():
    sets = shipped_sets()
    for id, known in sets.items():
        for language in ("nl", "en"):
            names = [indicator.name.to(language) for indicator in known.indicators]
            registration = measure(*names, values=" | ".join(["1"] * len(names)))
            assert instruments(registration) == [id], (id, language, codes(registration))


def test_equal_explanations_are_never_settled():
    with pytest.raises(AmbiguousInstrument) as raised:
        explaining_sets([{"zrm_2013", "zrm_2017"}], shipped_sets(), own=())
    assert raised.value.ids == ("zrm_2013", "zrm_2017")
