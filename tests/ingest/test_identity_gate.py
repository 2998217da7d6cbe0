"""What columns give away by what they hold, whatever they are called; and what becomes of them."""

from datetime import date

import pytest

from pipelines.ingest.identities.column_content import Identity, identity_of
from pipelines.ingest.identities.dutch_names import is_full_name
from pipelines.ingest.identities.short_text import Names, clean_short_text
from pipelines.ingest.values.age_band import age_band, read_birth_date
from tests.ingest.reading import codes, participant, read_book, read_table
from tests.ingest.spreadsheets import grid_of

BSN = (999990007.0, 999990019.0, 999990020.0, 999990032.0, 999990044.0, 999990056.0)
# Nine digits each; one of them passes the test by chance, as one in eleven does.
NUMBERS = (100000001.0, 100000002.0, 100000003.0, 100000004.0, 100000005.0, 100000006.0, 100000009.0)
TODAY = date(2026, 1, 1)
GOOD = "1 | 0 | 20-01-2025 | 2"


@pytest.mark.parametrize(
    ("cells", "identity"),
    [
        (BSN, Identity.BSN),
        (("9999.90.007", *BSN[1:]), Identity.BSN),
        (("Jan", "Fatima", "Mohamed"), Identity.NAME),
        (("Jansen", "de Vries", "Bakker", "Dekker"), Identity.NAME),
        (("J. de Vries", "Mw. El Amrani", "Sanne B."), Identity.NAME),
        (("Vries, Jan de", "Bouhaddou, Ali"), Identity.NAME),
        (("Jan de Vries",), Identity.NAME),
        (("a@voorbeeld.nl", "b@voorbeeld.nl", "geen"), Identity.CONTACT),
        (("06-12345678", "+31 6 1234 5678", "0031612345678", "020-1234567"), Identity.CONTACT),
        ((612345678.0, 687654321.0), Identity.CONTACT),
        (("NL91ABNA0417164300",), Identity.CONTACT),
        (("1098 AB 12", "8011XX", "1011 CD, 3a"), Identity.POSTCODE),
        (("Kerkstraat 12", "Dorpsweg 3a", "Jan van Galenstraat 5-II, 1098 AB"), Identity.ADDRESS),
    ],
)
def test_a_column_is_known_by_what_it_holds(cells, identity):
    assert identity_of(cells) is identity


@pytest.mark.parametrize(
    "cells",
    [
        NUMBERS, BSN[:5], ("999990007",), (1.0, 2.0, 3.0, 4.0, 5.0), ("18-26", "27-34", "65+"),
        ("Noord", "Oost", "Zuid", "West", "Centrum"), ("Amsterdam", "Utrecht", "Zwolle"), ("Man", "Vrouw"),
        ("Koop", "Huur"), ("Schilderswijk", "Transvaal", "Laak"), ("Jan van Galenbuurt", "Anna Paulownabuurt"),
        ("Frans", "Arabisch", "Turks"), ("alleen", "stel", "gezin", "eenoudergezin"), ("Bijstand", "WW", "WIA"),
        ("1098", "1099"), ("Groep 1", "Groep 2"), ("hoog", "laag", "midden"), ("Roos",), ("20250101", "20250211"), (),
    ],
)  # fmt: skip
def test_other_columns_are_let_through(cells):
    assert identity_of(cells) is None


@pytest.mark.parametrize("text", ["Jan van Galenbuurt", "Willem de Kooningstraat", "Groep A", "ZRM Metingen", "WW WIA"])
def test_what_looks_like_a_name_may_be_none(text):
    assert not is_full_name(text)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("coaching door Jan de Vries", "coaching door [naam]"),
        ("maatje Fatima", "maatje [naam]"),
        ("Fatima's huiswerk", "[naam] huiswerk"),
        ("Maatje Sanne Bakker, bel 06-12345678", "Maatje [naam], bel [telefoonnummer]"),
        ("Eigen Kracht Centrale", "Eigen Kracht Centrale"),
        ("Wij helpen in de Schilderswijk", "Wij helpen in de Schilderswijk"),
        ("budgetcoaching", "budgetcoaching"),
    ],
)
def test_a_short_text_loses_names(text, cleaned):
    assert clean_short_text(text)[0] == cleaned


def test_a_group_may_be_called_like_a_first_name_and_not_like_somebody():
    assert clean_short_text("Roos", names=Names.FULL)[0] == "Roos"
    assert clean_short_text("Roos Jansen", names=Names.FULL)[0] == "[naam]"


@pytest.mark.parametrize(
    ("age", "band"),
    [(0, "0-17"), (17, "0-17"), (18, "18-26"), (49, "35-49"), (50, "50-64"), (79, "65-79"), (80, "80+")],
)
def test_an_age_has_a_band(age, band):
    assert age_band(age) == band


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("12-05-1974", date(1974, 5, 12)),
        ("12-05-45", date(1945, 5, 12)),
        (date(1974, 5, 12), date(1974, 5, 12)),
        ("01-01-1910", None),
        ("12-05-2031", None),
        ("onbekend", None),
    ],
)
def test_a_day_of_birth_is_somebody_alive(cell, day):
    assert read_birth_date(cell, TODAY) == day


def people(table: str, *measured: str):
    measurements = "\n".join(["Deelnemer | Meetmoment | Datum | Financiën", *measured])
    return read_book({"Deelnemers": grid_of(table), "Metingen": grid_of(measurements)})


def attributes(registration, number: str = "1") -> dict[str, str]:
    return next(who.attributes for who in registration.participants if who.participant_id == participant(number))


def test_the_age_is_that_on_the_day_of_enrolment():
    table = "Deelnemer | Geboortedatum | Instroomdatum\n1 | 20-06-1990 | 19-06-2025"
    assert attributes(people(table, GOOD)) == {"age_band": "27-34"}


def test_without_enrolment_the_age_is_that_at_the_first_measurement():
    table = "Deelnemer | Geboortedatum\n1 | 20-06-1990"
    measured = ("1 | 1 | 20-06-2025 | 2", "1 | 0 | 19-06-2025 | 2")
    assert attributes(people(table, *measured)) == {"age_band": "27-34"}


def test_without_a_measurement_the_age_is_that_of_today():
    registration = people("Deelnemer | Geboortedatum\n1 | 20-06-1990\n2 | 20-06-1990", "2 | 0 | 19-06-2025 | 2")
    assert (attributes(registration), attributes(registration, "2")) == ({"age_band": "35-49"}, {"age_band": "27-34"})


def test_a_band_that_is_there_goes_before_a_date_of_birth():
    registration = people("Deelnemer | Geboortedatum | Leeftijdsgroep\n1 | 20-06-1990 | 30-40", GOOD)
    assert attributes(registration) == {"age_band": "30-40"}
    assert codes(registration) == ["identifying_column"]


def test_a_neighbourhood_that_is_there_goes_before_a_postcode():
    registration = people("Deelnemer | Buurt | Postcode | Huisnummer\n1 | Noord | 1098 AB | 12", GOOD)
    assert attributes(registration) == {"neighbourhood": "Noord"}
    assert codes(registration) == ["identifying_column", "identifying_column"]


def test_of_a_postcode_the_digits_stay():
    registration = people(
        "Deelnemer | Postcode | Huisnummer\n1 | 1098 AB | 12\n2 | 1098ac | 3", "2 | 0 | 20-01-2025 | 3"
    )
    assert attributes(registration) == {"neighbourhood": "1098"}
    assert sorted(codes(registration)) == ["identifying_column", "postcode_coarsened"]


def test_days_of_birth_under_another_heading_are_left_out():
    rows = "\n".join(f"{number} | 03-0{number}-19{number}5" for number in range(4, 10))
    registration = people(f"Deelnemer | Dag\n{rows}", "4 | 0 | 20-01-2025 | 2")
    assert codes(registration) == ["identifying_content"]
    assert attributes(registration, "4") == {}


def test_days_of_lately_are_no_days_of_birth():
    rows = "\n".join(f"{number} | 03-0{number}-202{number % 2 + 3}" for number in range(4, 10))
    assert "identifying_content" not in codes(people(f"Deelnemer | Dag\n{rows}", "4 | 0 | 20-01-2025 | 2"))


def test_names_for_raters_are_left_out():
    registration = read_table(
        "Deelnemer | Meetmoment | Datum | Ingevuld door | Financiën\n1 | 0 | 20-01-2025 | Jan de Vries | 2"
    )
    assert codes(registration) == ["identifying_content"]
    assert registration.observations["rater"].tolist() == ["unstated"]


def test_a_name_where_something_else_belongs_is_not_quoted():
    table = "Deelnemer | Meetmoment | Datum | Financiën\n1 | 0 | 20-01-2025 | Jan de Vries"
    (issue,) = read_table(table).issues
    assert (issue.code, issue.value) == ("value_not_a_number", "[naam]")
