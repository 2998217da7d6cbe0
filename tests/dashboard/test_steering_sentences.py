"""What asks for attention, in words: where people move back, what falls behind, what is not filled in."""

from datetime import date

import pytest

from dashboard.language import Words
from dashboard.sentences.marks import plain
from dashboard.sentences.steering import (
    BLOCKED_PAGES,
    as_of_line,
    back_sentence,
    behind_row,
    behind_sentences,
    by_blocked_page,
    field_sentences,
    is_behind,
    missing_sentence,
    most_back,
)
from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Kind
from pipelines.domain.outcome import Outcome
from pipelines.domain.project import Project
from pipelines.domain.records import ProjectFacts
from pipelines.domain.steering import LastRegistered, MissingField, Steering
from tests.dashboard.invented import FINANCES, invented_outcome, moved

NL, EN = Words("nl"), Words("en")
AS_OF = date(2026, 5, 31)
HEALTH, HOUSING = Name(nl="Geestelijke gezondheid", en="Mental health"), Name(nl="Huisvesting", en="Housing")


def domain(name: Name, tally: tuple[int, int, int]) -> Outcome:
    return invented_outcome(moved(*tally), indicator=name.en, life_domain=name.en, indicator_name=name)


SOME = [domain(FINANCES, (4, 19, 18)), domain(HEALTH, (10, 17, 12)), domain(HOUSING, (12, 20, 9))]


def test_the_largest_share_comes_first_and_the_line_itself_counts():
    on_the_line, of_few = domain(FINANCES, (10, 20, 10)), domain(HOUSING, (3, 2, 1))
    assert most_back([SOME[1], on_the_line, of_few], 0.25) == [of_few, SOME[1], on_the_line]
    assert most_back([domain(FINANCES, (9, 21, 10))], 0.25) == []


BACK = [
    (SOME, 0.25,
     "Op 2 van de 3 leefgebieden ging 25% of meer van de deelnemers achteruit, het meest op Huisvesting: 12 van de 41.",
     "On 2 of the 3 life domains 25% or more of the participants moved back, most of all on Housing: 12 of 41."),
    (SOME[:2], 0.25,
     "Op 1 van de 2 leefgebieden ging 25% of meer van de deelnemers achteruit: Geestelijke gezondheid, 10 van de 39.",
     "On 1 of the 2 life domains 25% or more of the participants moved back: Mental health, 10 of 39."),
    (SOME, 0.5,
     "Op geen van de 3 leefgebieden ging 50% of meer van de deelnemers achteruit. "
     "Het meest gebeurde dat op Huisvesting: 12 van de 41.",
     "On none of the 3 life domains did 50% or more of the participants move back. "
     "It happened most on Housing: 12 of 41."),
    ([domain(FINANCES, (0, 5, 5))], 0.25, "Niemand ging ergens achteruit.", "Nobody moved back anywhere."),
    ([domain(FINANCES, (0, 0, 0))], 0.25,
     "Nog niemand is opnieuw gemeten. Zodra er een vervolgmeting is, staat hier waar mensen achteruitgingen.",
     "Nobody has been measured again yet. As soon as there is a follow-up, this part shows where people moved back."),
]  # fmt: skip


@pytest.mark.parametrize(("outcomes", "line", "dutch", "english"), BACK, ids=range(len(BACK)))
def test_where_people_move_back(outcomes: list[Outcome], line: float, dutch: str, english: str):
    assert plain(back_sentence(outcomes, line, NL)) == dutch
    assert plain(back_sentence(outcomes, line, EN)) == english


def test_where_nobody_was_measured_again_does_not_count_in_the_total():
    assert "van de 3 leefgebieden" in plain(
        back_sentence([*SOME, domain(Name(nl="Justitie", en="Law"), (0, 0, 0))], 0.25, NL)
    )


def test_back_follows_the_direction_of_the_indicator():
    more_help = invented_outcome([(1, 3), (2, 2)], kind=Kind.COUNT, direction="lower")
    assert most_back([more_help], 0.5) == [more_help]


def registered(kind: str, last_on: date | None, n: int = 46) -> LastRegistered:
    return LastRegistered(kind=kind, last_on=last_on, n_participants=n)


def steering(*last: LastRegistered) -> Steering:
    return Steering(due=(), last_registered=last, missing=(), n_present=36, as_of=AS_OF)


def test_three_months_to_the_day_is_not_behind():
    def behind(last_on: date) -> bool:
        return is_behind(steering(registered("goals", last_on)).model_copy(update={"as_of": date(2026, 5, 15)}))

    assert not behind(date(2026, 2, 15))
    assert behind(date(2026, 2, 14))


def test_what_falls_behind_is_named():
    found = steering(
        registered("measurements", date(2026, 4, 28)), registered("goals", date(2025, 1, 1)),
        registered("interventions", date(2025, 2, 1)), registered("narratives", None),
        registered("recognition", None, 0),
    )  # fmt: skip
    assert [plain(sentence) for sentence in behind_sentences(found, NL)] == [
        "Het nieuwste over doelen en interventies is meer dan 3 maanden oud.",
        "Wat er over verhalen staat, heeft geen dag. Of dat achterloopt is dus niet te zeggen.",
        "Over herkenning is nog niets geregistreerd.",
    ]
    assert (
        plain(behind_sentences(found, EN)[0]) == "The newest about goals and interventions is more than 3 months old."
    )


def test_where_nothing_falls_behind_that_is_said():
    found = steering(registered("measurements", date(2026, 5, 31)))
    assert behind_sentences(found, NL) == ["Geen enkele: van alles is er iets uit de laatste 3 maanden."]


ROWS = [
    (registered("goals", date(2026, 4, 28)), ("Doelen", "28 april 2026", "33 dagen", "46")),
    (registered("goals", AS_OF), ("Doelen", "31 mei 2026", "dezelfde dag", "46")),
    (registered("goals", None, 0), ("Doelen", "nog niets", "", "")),
    (registered("narratives", None, 3), ("Verhalen", "geen dag bekend", "", "3")),
    (registered("recognition", date(2026, 5, 30), 0), ("Herkenning", "30 mei 2026", "1 dag", "niet per persoon")),
    (registered("recognition", None, 0), ("Herkenning", "nog niets", "", "")),
]


@pytest.mark.parametrize(("found", "row"), ROWS, ids=range(len(ROWS)))
def test_a_row_tells_the_newest_day_and_of_how_many_it_speaks(found: LastRegistered, row: tuple[str, ...]):
    assert behind_row(found, AS_OF, NL) == row


def missing(field: str, n_missing: int = 6, n: int = 65) -> MissingField:
    return MissingField(field=field, n_missing=n_missing, n=n)


def test_a_missing_field_is_counted_and_the_answer_it_keeps_away_is_told():
    said, blocked = field_sentences(missing("goal_attained"), NL)
    assert plain(said) == "Van 6 van de 65 doelen waarvan de streefdatum voorbij is, staat er niet of ze zijn gehaald."
    assert blocked.startswith("Zolang dat niet is beoordeeld")
    one, _ = field_sentences(missing("goal_attained", 1), EN)
    assert plain(one) == "Of 1 of the 65 goals whose due date has passed it is not said whether it was attained."


@pytest.mark.parametrize("field", [*BLOCKED_PAGES, "attribute:age_band"])
@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
def test_every_field_has_its_sentences(field: str, words: Words):
    assert all(field_sentences(missing(field), words))


def test_an_attribute_is_called_as_the_template_calls_it_or_as_the_project_does():
    assert field_sentences(missing("attribute:age_band"), NL)[0].endswith("niet bekend: Leeftijdsgroep.")
    assert field_sentences(missing("attribute:type_woning"), NL)[0].endswith("niet bekend: type woning.")


def test_the_fields_stand_by_the_page_that_waits_for_them():
    found = by_blocked_page([missing("attribute:area"), missing("measured_on"), missing("exit_reason")])
    assert [(page, [one.field for one in fields]) for page, fields in found.items()] == [
        ("flow", ["exit_reason"]), ("over_time", ["measured_on"]), ("for_whom", ["attribute:area"]),
    ]  # fmt: skip


def test_a_field_that_no_page_waits_for_is_not_passed_over_in_silence():
    with pytest.raises(KeyError):
        by_blocked_page([missing("shoe_size")])


def test_how_many_fields_are_missing():
    assert plain(missing_sentence([missing("enrolled_on")], NL)) == "Eén gegeven is niet overal ingevuld."
    assert plain(missing_sentence([missing("enrolled_on")] * 3, EN)) == "3 fields are not filled in everywhere."
    assert missing_sentence([], NL) == "Niets: alles wat dit programma vraagt, is overal ingevuld."


def test_the_day_that_is_called_now_is_told():
    def line(reference_on: date | None) -> str:
        facts = ProjectFacts(reference_on=reference_on)
        return as_of_line(Project(project_id=1, name="P", facts=facts, is_sample=False), AS_OF, NL)

    assert line(AS_OF) == "Gerekend op de peildatum van dit project: 31 mei 2026."
    assert line(None) == "Gerekend op vandaag, 31 mei 2026."
