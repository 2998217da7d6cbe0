"""Which columns are asked about: those that look like a known one and could be it, and no others."""

import pytest

from pipelines.domain.registration import Confidence, Reason
from pipelines.ingest.headings.likeness import THRESHOLD, Readings
from pipelines.instruments.catalogue import shipped_sets
from tests.ingest.reading import codes, only_issue, read_grid

KNOWN = ["Deelnemer", "Meetmoment", "Datum", "Financiën"]
N_ROWS = 12
# What stands above columns in lists that projects keep, and is no indicator and no field.
ORDINARY = """
    Opmerkingen, Bijzonderheden, Contactmoment, Verwijzer, Wijkteam, Regie, Regisseur, Status, Begeleider,
    Trajecthouder, Startdatum traject, Einddatum traject, Aantal gesprekken, Aantal contacten, Uren,
    Uren per week, Geslacht, Leeftijd,
    Nationaliteit, Burgerlijke staat, Kinderen, Aantal kinderen, Taal, Tolk nodig, Verwezen naar, Herkomst, Aanmelding,
    Aanmelder, Reden aanmelding, Wachtlijst, Intake gedaan, Plan van aanpak, Evaluatie, Afsluiting, Reden afsluiting,
    Vervolg, Toelichting, Notities, Actie, Prioriteit, Kleur, Volgorde, Rapportcijfer, Tevredenheid, Somscore,
    Gemiddelde, Verschil, Team, Gebied, Rayon, Gemeente, Inkomensbron, Uitkering, Schuldhulpverlening, Schuldbedrag,
    Huisarts, Woningtype, Woonlasten, Werkgever, Werkervaring, Netwerkpartner, Diagnose, Medicatie, Hobby, Weer, Jaar,
    Kwartaal, Maand, Week, Categorie, Fase, Traject, Product, Beschikking, Indicatie, Doelgroepcode, Participant van
""".replace("\n", " ").split(",")
ORDINARY = [heading.strip() for heading in ORDINARY]


def with_column(heading: str, *cells: object) -> list:
    """A table of measurements with one column more."""
    rows = [[f"p{n}", "0", "20-01-2025", 1 + n % 5, cells[n % len(cells)]] for n in range(N_ROWS)]
    return [[*KNOWN, heading], *rows]


def suggested(heading: str, *cells: object) -> list[tuple[str, str | None]]:
    found = read_grid(with_column(heading, *cells)).found[-1]
    return [(suggestion.role, suggestion.indicator) for suggestion in found.suggestions]


def test_there_are_enough_ordinary_headings():
    assert len(set(ORDINARY)) > 60


@pytest.mark.parametrize("heading", ORDINARY)
def test_no_ordinary_heading_is_asked_about(heading):
    """Not even above numbers that could be scores, the worst case."""
    assert "column_in_question" not in codes(read_grid(with_column(heading, 1, 2, 3, 4, 5)))


@pytest.mark.parametrize(
    ("heading", "indicator"),
    [
        ("Huisvestng", "housing"), ("Huivesting", "housing"), ("Jusitie", "justice"), ("Justitie score", "justice"),
        ("Geestelijk gezondheid", "mental_health"), ("Geest. gezondh.", "mental_health"),
        ("Midelengebruik", "substance_use"), ("Sociaal netwrk", "social_network"),
        ("soc. netwerk score", "social_network"),
        ("Werk", "work_education"),
        ("Maatsch. particip.", "community_participation"), ("ZRM Huisvesting", "housing"),
        ("Lich. gez. T6 mnd", "physical_health"),
        ("Housng", "housing"), ("Use of tme", "time_use"), ("Huisvesting na 6 maanden", "housing"),
        ("Huisvesting 1e meting", "housing"), ("Huisvesting 2024", "housing"), ("instrum", "instrumental_adl"),
    ],
)  # fmt: skip
def test_a_typing_error_or_abbreviation_is_asked_about_and_not_used(heading, indicator):
    registration = read_grid(with_column(heading, 1, 2, 3, 4, 5))
    found = registration.found[-1]
    assert found.suggestions[0].indicator == indicator
    assert (found.role, found.confidence, found.reason) == (None, Confidence.ASKED, Reason.RESEMBLES)
    assert only_issue(registration, "column_in_question").column == heading
    assert registration.tally.accepted == 0


@pytest.mark.parametrize(
    ("heading", "cells", "field"),
    [
        ("Beoordelar", ["professional", "deelnemer"], "rater"),
        ("Uitstroomdatm", ["01-03-2025"], "left_on"),
    ],
)  # fmt: skip
def test_a_field_with_a_typing_error_is_asked_about(heading, cells, field):
    assert suggested(heading, *cells) == [(field, None)]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Huisvestng", ["slecht huis", "te klein", "prima", "wacht op woning"]),
        ("Huisvestng", [100, 250, 300]),
        ("Huisvestng", [1.5, 2.5]),
        ("Huisvestng", ["20-01-2025"]),
        ("Beoordelar", ["Noord", "Zuid"]),
        ("Uitstroomdatm", ["weet niet meer", "ja hoor, gedaan"]),
    ],
)
def test_what_cannot_be_it_is_not_suggested(heading, cells):
    assert suggested(heading, *cells) == []


@pytest.mark.parametrize("cells", [[1, 2, "?"], [1, 2, 9], [1, 2, "nvt"], ["acute problematiek", "niet zelfredzaam"]])
def test_codes_for_not_measured_and_names_of_levels_are_no_hindrance(cells):
    assert suggested("Huisvestng", *cells) == [("value", "housing")]


def test_an_empty_column_is_no_question():
    registration = read_grid(with_column("Huisvestng", ""))
    assert "column_in_question" not in codes(registration)
    assert "unknown_column" in codes(registration)


def test_a_field_that_is_there_already_is_not_suggested_again():
    assert suggested("Meetmomnt", "0", "1") == []


def test_a_heading_that_tells_a_moment_is_no_column_of_moments():
    rows = [[f"p{n}", 1 + n % 5, 1 + n % 5] for n in range(N_ROWS)]
    registration = read_grid([["Deelnemer", "Financiën 0-meting", "Werk en opl. 0-meting"], *rows])
    assert [suggestion.role for suggestion in registration.found[-1].suggestions] == ["value"]


def test_a_suggestion_has_the_moment_of_the_label_above_it():
    labels = ["Deelnemer", "Intake (0-meting)", "", "Na 6 maanden (1-meting)", ""]
    headings = ["", "Financiën", "Werk en opl.", "Financiën", "Werk en opl."]
    rows = [[f"p{n}", 1, 2, 3, 4] for n in range(N_ROWS)]
    found = read_grid([labels, headings, *rows]).found
    assert [column.suggestions[0].moment for column in found if column.suggestions] == [0, 1]


def test_the_question_names_what_it_may_be_in_both_languages():
    issue = only_issue(read_grid(with_column("Huisvestng", 1, 2)), "column_in_question")
    assert "Bedoelt u Huisvesting?" in issue.wrong("nl")
    assert "Do you mean Housing?" in issue.wrong("en")


def test_at_most_three_are_suggested_the_best_first():
    registration = read_grid(with_column("gez", 1, 2), instruments=("zrm_2017", "ssm_arizona"))
    likenesses = [suggestion.likeness for suggestion in registration.found[-1].suggestions]
    assert len(likenesses) <= 3
    assert likenesses == sorted(likenesses, reverse=True)


@pytest.mark.parametrize("set_", shipped_sets().values(), ids=lambda set_: set_.id)
def test_no_indicator_of_a_set_looks_like_another_under_its_own_name(set_):
    """Every name is likest to its own indicator."""
    for indicator in set_.indicators:
        for name in (indicator.name.nl, indicator.name.en):
            others = [other for other in set_.indicators if other.code != indicator.code]
            assert (
                max(Readings(name).likeness(known) for other in others for known in other.headings) < 100
                if others
                else True
            )
            assert max(Readings(name).likeness(known) for known in indicator.headings) == 100 >= THRESHOLD
