"""The names that a project knows itself go out of every text, also later, and are kept nowhere."""

import pytest

from pipelines.ingest.identities.file_name import clean_file_name
from pipelines.ingest.identities.own_names import NO_NAMES, OwnNames
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from tests.ingest.reading import PSEUDONYMS, keep, read_book
from tests.ingest.spreadsheets import grid_of

NAMES = ("Fatima el Amrani", "Zwaantje", "Anne-Marie Öztürk", "Buurthuis De Kern", "de", "")
STORY = """
Deelnemer | Verteller | Verteld op | Leefgebieden | Verhaal | Richting | Toestemming | Toestemming op
1 | deelnemer | 20-01-2025 | Financiën | Zwaantje kwam | beter | intern | 20-01-2025
"""
NOW = OwnNames(PSEUDONYMS, NAMES)
LATER = OwnNames(PSEUDONYMS, remembered=NOW.digests)


@pytest.mark.parametrize("names", [NOW, LATER], ids=["now", "later"])
@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Fatima el Amrani kwam", "[naam] kwam"),
        ("Fatima's zoon en mevrouw Amrani", "[naam] zoon en mevrouw [naam]"),
        ("ZWAANTJE en zwaantje", "[naam] en [naam]"),
        ("met Anne Marie Ozturk", "met [naam]"),
        ("In De Kern was het druk", "In De [naam] was het druk"),
        ("de kern van de zaak", "de kern van de zaak"),
        ("de zwaantjes zwommen", "de zwaantjes zwommen"),
        ("", ""),
    ],
)
def test_a_name_is_taken_out(names, text, cleaned):
    assert names.take_out(text)[0] == cleaned


def test_what_was_taken_out_is_known_and_not_shown():
    _, taken = NOW.take_out("Zwaantje's moeder")
    assert [out.word for out in taken] == ["Zwaantje's"]
    assert "Zwaantje" not in repr((taken, NOW))


def test_another_project_does_not_know_them():
    other = OwnNames(Pseudonyms(b"a key for tests, and nothing else", "Elders"), remembered=NOW.digests)
    assert other.take_out("Zwaantje kwam") == ("Zwaantje kwam", ())


def test_names_go_out_of_stories_short_texts_and_attributes():
    registration = read_book(
        {
            "Deelnemers": grid_of("Deelnemer | Buurt | Groepje\n1 | Noord | bij Zwaantje\n2 | Zuid | A\n3 | Zuid | A"),
            "Interventies": grid_of("Deelnemer | Interventie | Uitgevoerd door\n1 | zwaantje helpt | vrijwilliger"),
            "Verhalen": grid_of(STORY),
        },
        own_names=LATER,
        clean=keep,
    )  # fmt: skip
    assert registration.narratives[0].words == "[naam] kwam"
    assert registration.interventions[0].instrument == "[naam] helpt"
    assert "zwaantje" not in repr(registration).casefold()
    assert [removal.words for removal in registration.removals] == [("Zwaantje",)]


def test_a_story_read_again_with_more_names_is_the_same_story():
    book = {"Verhalen": grid_of(STORY)}
    before, after = (read_book(book, own_names=names, clean=keep).narratives[0] for names in (NO_NAMES, LATER))
    assert before.words != after.words
    assert before.record_id == after.record_id


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("ZRM mw Jansen.xlsx", "ZRM mw [naam].xlsx"),
        ("zrm_Fatima-2025.csv", "zrm_[naam]-2025.csv"),
        ("Zwaantje 06-12345678.xls", "[naam] [telefoonnummer].xls"),
        ("Metingen 2025.xlsx", "Metingen 2025.xlsx"),
        ("samen_sterk.xlsx", "samen_sterk.xlsx"),
    ],
)
def test_a_file_is_remembered_without_names(name, kept):
    assert clean_file_name(name, LATER) == kept
