"""A group beside another in plain words: what is clear and what is not, how both started, what comes by itself."""

import pytest

from dashboard.language import Words
from dashboard.sentences.attribution import attribution_alternative, attribution_sentence, attribution_written
from dashboard.sentences.compared import (
    Sides,
    compared_notes,
    compared_sentences,
    row_names,
    sides,
)
from dashboard.sentences.compared_by_itself import by_itself_notes, by_itself_sentences, rises, rises_alternative
from dashboard.sentences.compared_numbers import (
    comparison_cells,
    comparison_headings,
    difference_written,
    differences_alternative,
    shares_alternative,
)
from dashboard.sentences.compared_rows import ComparedRow, turned
from dashboard.sentences.compared_start import start_groups, start_headings, start_sentences
from dashboard.sentences.marks import plain
from pipelines.domain.comparison import RegressionToMean
from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.note import Attribution
from tests.dashboard.invented import invented_outcome, moved
from tests.dashboard.invented_comparison import both_groups, invented_rows

NL, EN = Words("nl"), Words("en")
WHO = sides("group", "participant", "comparison", NL)
WHO_EN = sides("group", "participant", "comparison", EN)
HOUSING = Name(nl="Huisvesting", en="Housing")
HEALTH = Name(nl="Gezondheid", en="Health")
FAR_BETTER = (moved(1, 9, 30), moved(4, 24, 2))
EQUAL = (moved(3, 30, 7), moved(2, 22, 6))
NEARLY = (moved(2, 18, 20), moved(5, 18, 7))
FAR_WORSE = (moved(20, 18, 2), moved(1, 20, 19))


def said(rows: list[ComparedRow], words: Words = NL, of: Sides | None = None, parts: str = "leefgebieden") -> str:
    of = of or (WHO if words is NL else WHO_EN)
    return plain(" ".join(compared_sentences(rows, of, parts, words)))


def test_what_is_clearly_better_is_counted_and_named():
    rows = invented_rows(both_groups(*FAR_BETTER), both_groups(*EQUAL, HOUSING))
    assert said(rows) == (
        "Op 1 van de 2 leefgebieden ging het met deelnemers duidelijk beter dan met de vergelijkingsgroep: Financiën. "
        "Op het andere is er geen duidelijk verschil. In aantallen mensen is het verschil het grootst op Financiën: "
        "bij deelnemers gingen er 30 van de 40 vooruit, bij de vergelijkingsgroep 2 van de 30."
    )
    assert said(rows, EN, parts="life domains").startswith(
        "On 1 of the 2 life domains participants clearly did better than the comparison group: Finances. "
        "On the other there is no clear difference."
    )


def test_what_is_clearly_worse_is_said_as_plainly():
    rows = invented_rows(both_groups(*FAR_WORSE), both_groups(*EQUAL, HOUSING))
    assert "Op 1 van de 2 leefgebieden ging het met deelnemers duidelijk minder goed: Financiën." in said(rows)


def test_everywhere_clearly_better_is_said_in_one_breath():
    rows = invented_rows(both_groups(*FAR_BETTER), both_groups(*FAR_BETTER, HOUSING))
    assert said(rows).startswith("Op alle 2 leefgebieden ging het met deelnemers duidelijk beter")


def test_one_indicator_is_called_by_its_name():
    assert said(invented_rows(both_groups(*FAR_BETTER))).startswith("Op Financiën ging het met deelnemers duidelijk")
    assert said(invented_rows(both_groups(*EQUAL))).startswith("Op Financiën is er geen duidelijk verschil tussen")


def test_no_clear_difference_is_no_proof_of_equality():
    rows = invented_rows(both_groups(*EQUAL), both_groups(*EQUAL, HOUSING))
    assert "geen van de 2 leefgebieden is er een duidelijk verschil" in said(rows)
    assert "Dat bewijst niet dat het gelijk is" in said(rows)


def test_many_indicators_looked_at_together_make_one_less_clear():
    """A difference that would be clear on its own is not so among twelve, and the small print says why."""
    alone = invented_rows(both_groups(*NEARLY))
    assert alone[0].is_clear
    others = [both_groups(*EQUAL, Name(nl=f"Deel {i}", en=f"Part {i}")) for i in range(11)]
    rows = invented_rows(both_groups(*NEARLY), *others)
    assert not any(row.is_clear for row in rows)
    notes = " ".join(compared_notes(rows, "group", NL))
    assert "Op Financiën lijkt er ook een verschil. Maar wie naar 12 onderdelen kijkt" in notes
    assert "dat we naar 12 onderdelen tegelijk kijken" in notes


def test_more_than_three_names_are_counted():
    names = [Name(nl=f"Deel {i}", en=f"Part {i}") for i in range(5)]
    rows = invented_rows(*(both_groups(*FAR_BETTER, name) for name in names), both_groups(*EQUAL))
    assert "Op 5 van de 6 leefgebieden" in said(rows)
    assert "Deel 0, Deel 1, Deel 2 en 2 andere." in said(rows)


def test_fewer_than_ten_people_are_no_pattern():
    rows = invented_rows(both_groups(moved(1, 9, 30), moved(7, 2, 0)))
    assert rows[0].p_holm < 0.001
    assert not rows[0].is_clear
    assert said(rows).startswith("In een van de groepen zijn minder dan 10 mensen twee keer gemeten.")
    assert "Duidelijk" not in " ".join(compared_notes(rows, "group", NL))


def test_a_group_that_was_not_measured_again_is_not_compared():
    rows = invented_rows(both_groups(*EQUAL), both_groups(moved(1, 1, 1), [], HOUSING))
    assert "Niet vergeleken: Huisvesting." in " ".join(compared_notes(rows, "group", NL))
    alone = invented_rows(both_groups(moved(1, 1, 1), []))
    assert said(alone) == (
        "Er valt nog niets te vergelijken: er is nog geen onderdeel waarop in beide groepen mensen twee keer "
        "gemeten zijn."
    )
    assert compared_notes(alone, "group", NL)[-1].startswith("Niet vergeleken: Financiën.")


def test_groups_of_participants_say_nothing_of_the_project():
    east = both_groups(*EQUAL, attribute="neighbourhood", group="Oost", reference="West")
    rows = invented_rows(east)
    of = sides("neighbourhood", "Oost", "West", NL)
    assert "tussen de groep “Oost” en de groep “West”" in said(rows, of=of)
    assert any("niet of het project werkt" in note for note in compared_notes(rows, "neighbourhood", NL))
    assert not any("loting" in note for note in compared_notes(rows, "neighbourhood", NL))


def test_fewer_professionals_is_a_gain():
    fall, stay = [(4, 2)] * 20 + [(4, 3)] * 10, [(4, 4)] * 15 + [(4, 3)] * 5
    rows = invented_rows(both_groups(fall, stay, HOUSING, kind=Kind.COUNT, direction=Direction.LOWER))
    assert rows[0].gain > 0
    assert "ging het met deelnemers duidelijk beter" in said(rows)
    assert "lager is beter" in difference_written(rows[0], rows, NL)
    assert difference_written(rows[0], rows, NL).startswith("<b>−1,42</b> (−1,68 tot −1,15)")


def test_two_instruments_with_the_same_name_are_told_apart():
    old = both_groups(*EQUAL, instrument="zrm_2013")
    assert row_names(invented_rows(old, both_groups(*EQUAL)), NL) == [
        "Financiën (Zelfredzaamheid-Matrix (ZRM) 2013)",
        "Financiën (Zelfredzaamheid-Matrix (ZRM) 2017)",
    ]


def test_yes_and_no_are_compared_in_percentage_points():
    here, there = [(0, 1)] * 15 + [(0, 0)] * 15, [(0, 1)] * 6 + [(0, 0)] * 24
    rows = invented_rows(both_groups(here, there, kind=Kind.YES_NO))
    assert difference_written(rows[0], rows, NL).startswith("<b>+30 procentpunt</b> (6 tot 54)")


def test_the_table_says_every_number():
    rows = invented_rows(both_groups(*FAR_BETTER))
    assert comparison_headings(WHO, NL)[:3] == ["Onderdeel", "Verandering deelnemers", "Verandering vergelijkingsgroep"]
    (cells,) = comparison_cells(rows, NL)
    assert cells == ["Financiën", "+0,72", "−0,07", "+0,79 (0,56 tot 1,02)", "< 0,001",
                     "+68 procentpunt (47 tot 80)"]  # fmt: skip


def test_one_person_in_a_group_gives_no_interval():
    rows = invented_rows(both_groups(moved(0, 2, 4), [(2, 3)]))
    assert comparison_cells(rows, NL)[0][3:5] == ["−0,33, te weinig mensen voor een interval", "–"]


def test_the_alternatives_say_what_the_pictures_show():
    rows = invented_rows(both_groups(*FAR_BETTER))
    assert shares_alternative(rows, WHO, NL) == (
        "Financiën: deelnemers 30 van 40 vooruit (75%), de vergelijkingsgroep 2 van 30 (7%)."
    )
    assert differences_alternative(rows, EN) == "Finances: +0.79 (0.56 to 1.02) · clear."


# --- the start ---


def starting_at(here: int, there: int) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    spread = [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]
    ours = [(min(5, start + here), 3.0) for start, _ in spread] * 4
    return ours, [(min(5, start + there), 3.0) for start, _ in spread] * 4


def test_groups_that_started_alike_are_said_to_be():
    rows = invented_rows(both_groups(*starting_at(0, 0)), both_groups(*starting_at(0, 0), HOUSING))
    assert start_sentences(rows, WHO, "leefgebieden", NL) == [
        "Op alle **2** leefgebieden begonnen beide groepen gelijk of bijna gelijk."
    ]


def test_who_started_worse_has_more_room():
    rows = invented_rows(both_groups(*starting_at(0, 2)), both_groups(*starting_at(0, 0), HOUSING))
    (sentence,) = start_sentences(rows, WHO, "leefgebieden", NL)
    assert "Op **1 van de 2** leefgebieden begonnen de groepen **verschillend**: **Financiën**." in sentence
    assert "Met deelnemers ging het daar bij de start slechter dan met de vergelijkingsgroep." in sentence


def test_where_lower_is_better_a_lower_start_is_a_better_start():
    rows = invented_rows(both_groups(*starting_at(0, 2), kind=Kind.COUNT, direction=Direction.LOWER))
    assert "bij de start beter dan" in start_sentences(rows, WHO, "onderdelen", NL)[0]


def test_the_least_alike_stand_first_in_the_table():
    rows = invented_rows(both_groups(*starting_at(0, 0)), both_groups(*starting_at(0, 2), HOUSING),
                         both_groups(*starting_at(0, 4), HEALTH))  # fmt: skip
    groups = start_groups(rows, NL)
    assert [title for title, _ in groups] == ["Verschillend begonnen: pas op met een conclusie", "Gelijk begonnen"]
    assert [cells[0] for cells in groups[0][1]] == ["Gezondheid", "Huisvesting"]
    assert groups[1][1] == [["Financiën", "3,00", "3,00", "0,00 (d 0,00)"]]
    assert len(start_headings(WHO, NL)) == 4


def test_one_person_is_too_few_to_say_how_groups_started():
    rows = invented_rows(both_groups([(2, 3)], [(2, 3)]))
    assert start_sentences(rows, WHO, "onderdelen", NL) == [NL("compared.start.unknown")]
    assert start_groups(rows, NL)[0][0] == "Niet te zeggen: te weinig mensen"


# --- by itself ---

RISE = RegressionToMean(
    indicator="finances",
    instrument="zrm_2017",
    rater="professional",
    expected=0.3,
    mean_change=0.5,
    cut=2,
    source="GGD",
)


def test_the_warning_stands_there_always():
    assert "dieptepunt" in by_itself_sentences([], False, NL)[0]
    assert by_itself_notes([], NL) == [NL("compared.by_itself.unknown")]
    assert "valt dit deel in het verschil weg" in by_itself_sentences([], True, NL)[1]


def test_what_was_to_be_expected_stands_beside_what_was_measured():
    found = rises([RISE], [invented_outcome(moved(0, 10, 10))])
    assert plain(by_itself_sentences(found, False, NL)[1]) == (
        "Op Financiën veranderde het gemiddelde met +0,50. Ook zonder hulp was ongeveer +0,30 te verwachten."
    )
    assert by_itself_notes(found, NL)[1] == "Financiën: als iedereen binnenkwam op 2 of lager. Bron: GGD."
    assert rises_alternative(found, NL) == "Financiën: gemeten +0,50, vanzelf te verwachten +0,30."


def test_more_than_by_itself_follows_the_direction():
    fewer = invented_outcome([(4, 3)] * 10, indicator="p", kind=Kind.COUNT, direction=Direction.LOWER)
    falls = RISE.model_copy(update={"indicator": "p", "expected": -0.8, "mean_change": -1.0})
    found = rises([RISE.model_copy(update={"expected": 0.9}), falls], [invented_outcome(moved(0, 9, 9)), fewer])
    assert [rise.is_more for rise in found] == [False, True]
    assert "Op **1 van de 2** onderdelen" in by_itself_sentences(found, False, NL)[1]
    assert turned(-1.0, Direction.LOWER) == 1.0


# --- attribution ---


def attribution(low: float, middle: float, high: float) -> Attribution:
    return Attribution(low=low, middle=middle, high=high, role="coach", reason="daarom", noted_on="2026-03-01")


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ([], "Nog niemand gaf hier een schatting."),
        ([attribution(0.2, 0.4, 0.6)], "Volgens die schatting komt 20% tot 60% van de verandering door het project."),
        ([attribution(0.2, 0.4, 0.6), attribution(0, 0.1, 0.9)], "Wat mensen het meest waarschijnlijk vinden, loopt "
         "van 10% tot 40% van de verandering."),
    ],
)  # fmt: skip
def test_estimates_are_told_as_what_people_think(kept: list[Attribution], expected: str):
    assert expected in attribution_sentence(kept, NL)


def test_equal_estimates_do_not_run_from_a_number_to_itself():
    kept = [attribution(0.2, 0.4, 0.6), attribution(0.3, 0.4, 0.5)]
    assert "Allemaal noemen zij 40% van de verandering het meest waarschijnlijk." in attribution_sentence(kept, NL)


def test_an_estimate_is_written_with_its_range():
    assert attribution_written(attribution(0.2, 0.4, 0.6), EN) == "20% to 60%, most likely <b>40%</b>"
    assert attribution_alternative(attribution(0.2, 0.4, 0.6), "Financiën", NL) == (
        "Financiën: 20% tot 60%, meest waarschijnlijk 40%"
    )
