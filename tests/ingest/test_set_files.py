"""A project's own indicator set as a file among the spreadsheets."""

from datetime import date

from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.read import read_registration

SET = """
id = "trust_list"
family = "trust_list"
version = "1"
source = "made for this test"
name = { nl = "Vertrouwenslijst", en = "Trust list" }

[indicator.trust]
life_domain = "social_network"
name = { nl = "Vertrouwen in de buurt", en = "Trust in the neighbourhood" }
kind = "level"
direction = "higher"
minimum = 1
maximum = 7
"""
SCORES = "Deelnemer;Meetmoment;Datum;Vertrouwen in de buurt\n1;0;10-01-2025;6\n1;1;10-07-2025;7\n"


def read(*files):
    uploads = [Upload(name=name, content=text.encode()) for name, text in files]
    return read_registration(uploads, Pseudonyms(b"key", "P"), today=date(2026, 1, 1))


def test_the_set_explains_the_columns_of_the_spreadsheet():
    registration = read(("scores.csv", SCORES), ("lijst.TOML", SET))
    assert registration.issues == ()
    assert [known.id for known in registration.indicator_sets] == ["trust_list"]
    assert registration.observations["value"].tolist() == [6.0, 7.0]


def test_without_it_the_columns_mean_nothing():
    assert [issue.code for issue in read(("scores.csv", SCORES)).errors] != []


def test_a_set_that_cannot_be_used_is_told_in_the_language_of_the_reader():
    wrong = SET.replace("maximum = 7", "maximum = 0")
    issue = read(("scores.csv", SCORES), ("lijst.toml", wrong)).errors[0]
    assert (issue.code, issue.sheet) == ("invalid_indicator_set", "lijst.toml")
    assert issue.right("nl") != issue.right("en")
