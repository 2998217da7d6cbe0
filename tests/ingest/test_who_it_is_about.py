"""Nobody's identity comes further than the reader: not in a record, not in an issue."""

import pytest

from pipelines.ingest.headings.vocabulary import is_identifying
from pipelines.ingest.identities.personal_data import take_out_personal_data
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from tests.ingest.reading import PSEUDONYMS, codes, participant, read_book, read_table
from tests.ingest.spreadsheets import grid_of

PLANTED = ("Jansen", "111222333", "a.jansen@voorbeeld.nl", "06-12345678", "NL91ABNA0417164300", "Kerkstraat")


def test_a_pseudonym_is_the_same_for_the_same_number():
    again = Pseudonyms(b"a key for tests, and nothing else", "Rivierenbuurt")
    assert PSEUDONYMS.participant("12") == again.participant("12")
    assert 0 <= PSEUDONYMS.participant("12") < 2**63


def test_a_pseudonym_differs_by_key_project_kind_and_number():
    others = {
        Pseudonyms(b"another key", "Rivierenbuurt").participant("12"),
        Pseudonyms(b"a key for tests, and nothing else", "Schilderswijk").participant("12"),
        PSEUDONYMS.household("12"),
        PSEUDONYMS.participant("13"),
        PSEUDONYMS.participant("12"),
    }
    assert len(others) == 5


@pytest.mark.parametrize("written", ["p12", "P12", " p12 ", "Ｐ12"])
def test_capitals_and_spaces_are_no_part_of_a_number(written):
    assert participant(written) == participant("P12")


def test_zeros_before_a_number_are_part_of_it():
    assert participant("007") != participant("7")


@pytest.mark.parametrize("cell", [7, 7.0, "7"])
def test_a_whole_number_is_a_number_in_any_cell(cell):
    grid = [["Deelnemer", "Meetmoment", "Datum", "Financiën"], [cell, 0, "20-01-2025", 3]]
    assert read_book({"Metingen": grid}).observations["participant_id"].tolist() == [participant("7")]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("bel 06-12345678", "bel [telefoonnummer]"),
        ("bel +31 6 1234 5678 of 020 123 45 67", "bel [telefoonnummer] of [telefoonnummer]"),
        ("mail jan@x.nl!", "mail [e-mailadres]!"),
        ("op NL91ABNA0417164300 en NL91 ABNA 0417 1643 00", "op [iban] en [iban]"),
        ("bsn 111222333", "bsn [bsn]"),
        ("bsn 1112.22.333", "bsn [bsn]"),
    ],
)
def test_what_has_a_fixed_form_is_taken_out(text, cleaned):
    assert take_out_personal_data(text)[0] == cleaned


@pytest.mark.parametrize(
    "text", ["123456789", "in 2024 en 2025", "1.234.567,89", "van 2 naar 4", "100200300400", "NL00ABNA0417164300"]
)
def test_other_numbers_stay(text):
    assert take_out_personal_data(text)[0] == text


@pytest.mark.parametrize(
    "heading",
    ["Naam", "naam cliënt", "Voornaam", "E-mail", "e-mailadres", "Telefoonnummer", "Tel.", "BSN", "Adres", "Postcode",
     "Geboortedatum", "Geb. datum", "Date of birth", "Surname", "IBAN", "Contactpersoon", "Straat", "Huisnummer"],
)  # fmt: skip
def test_a_heading_gives_an_identifying_column_away(heading):
    assert is_identifying(heading)


@pytest.mark.parametrize(
    "heading", ["Deelnemer", "Buurt", "Leeftijdsgroep", "Huisvesting", "Groep", "Datum", "Adl", "Begeleiding"]
)
def test_other_headings_do_not(heading):
    assert not is_identifying(heading)


@pytest.fixture(scope="module")
def planted():
    name, bsn, mail, phone, iban, street = PLANTED
    return read_book({
        "Project": grid_of(f"Buurt | Noord, bel {phone}\nContactpersoon | {name}"),
        "Deelnemers": [
            ["Deelnemer", "Naam", "BSN", "Buurt", "Rekening", "Bereikbaar"],
            ["1", name, bsn, "Noord", iban, phone],
            ["2", name, bsn, mail, "", ""],
            ["3", "x", "", "Zuid", "", phone],
        ],
        "Metingen": [
            ["Deelnemer", "Meetmoment", "Datum", "Beoordelaar", "Financiën", "Straat"],
            ["1", "0", "20-01-2025", mail, phone, street],
        ],
        "Interventies": grid_of(f"Deelnemer | Interventie | Uitgevoerd door\n1 | coaching via {mail} | vrijwilliger"),
    })  # fmt: skip


def test_nothing_planted_comes_through(planted):
    said = repr((planted.participants, planted.project_facts, planted.interventions, planted.observations.to_csv()))
    assert [secret for secret in PLANTED if secret in said] == []


def test_no_issue_quotes_what_was_planted(planted):
    said = repr(planted.issues) + "".join(issue.message("nl") for issue in planted.issues)
    assert [secret for secret in PLANTED if secret in said] == []


def test_every_column_that_was_left_out_is_named(planted):
    codes = ("identifying_column", "identifying_content")
    left_out = {issue.column for issue in planted.issues if issue.code in codes}
    assert left_out == {"Naam", "BSN", "Rekening", "Bereikbaar", "Straat", "Contactpersoon", "Beoordelaar"}


def test_no_issue_quotes_a_participant_number():
    registration = read_table(
        "Deelnemer | Meetmoment | Datum | Financiën\nGeheim | 0 | 20-01-2025 | 6\n#N/A | 0 | 20-01-2025 | 3"
    )
    assert codes(registration) == ["value_out_of_range", "formula_error"]
    assert registration.issues[1].value == "#N/A"
    assert "Geheim" not in repr(registration.issues)
