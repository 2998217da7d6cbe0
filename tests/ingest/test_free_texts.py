"""Stories keep their meaning and lose their names: with the real finder of names."""

import logging
import sys
import warnings

import pytest

from pipelines.ingest.identities import free_text
from pipelines.ingest.identities.free_text import clean
from tests.ingest.reading import keep, read_book
from tests.ingest.spreadsheets import grid_of

HEADING = "Deelnemer | Verteller | Verteld op | Leefgebieden | Verhaal | Richting | Toestemming | Toestemming op"
STORY = "Jan de Vries hielp mij met de post, bel 06-12345678."


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Jan de Vries kwam elke week.", "[naam] kwam elke week."),
        ("Ik woon in Utrecht.", "Ik woon in [plaats]."),
        ("Geboren op 12 mei 1974.", "Geboren op [datum]."),
        ("Op 12 mei '24 kreeg ik rust.", "Op [datum] kreeg ik rust."),
        ("Mail naar jan@voorbeeld.nl of bel 06-12345678.", "Mail naar [e-mailadres] of bel [telefoonnummer]."),
        ("Mijn BSN is 111222333.", "Mijn BSN is [bsn]."),
    ],
)
def test_what_gives_people_away_is_taken_out(text, cleaned):
    assert clean(text)[0] == cleaned


@pytest.mark.parametrize(
    "text",
    [
        "Ik doe de post weer open.",
        "Ik ben 45 jaar en slaap weer.",
        "Op 12 mei kreeg ik de sleutel.",
        "Rust in mijn hoofd.",
        "…",
    ],
)
def test_a_story_without_names_stays_as_it_is(text):
    assert clean(text) == (text, ())


def test_loading_the_finder_of_names_leaves_logging_and_warnings_alone(capsys, monkeypatch):
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    before = list(warnings.filters), list(root.handlers), root.level
    with free_text._logging_and_warnings_left_alone():
        # What the library does when it is loaded.
        logging.basicConfig(stream=sys.stdout, level=logging.DEBUG)
        warnings.simplefilter("default")
        logging.info("loading")
    assert (list(warnings.filters), list(root.handlers), root.level) == before
    assert capsys.readouterr().out == ""


@pytest.fixture(scope="module")
def registration():
    story = f"1 | deelnemer | 20-01-2025 | Financiën | {STORY} | beter | intern | 20-01-2025"
    return read_book({"Verhalen": grid_of(f"{HEADING}\n{story}")}, clean=clean)


def test_a_narrative_is_stored_cleaned(registration):
    (narrative,) = registration.narratives
    assert narrative.words == "[naam] hielp mij met de post, bel [telefoonnummer]."


def test_what_was_taken_out_is_counted_and_shown_to_the_second_reader_only(registration):
    removed = {(removal.sheet, removal.row, removal.kind, removal.n) for removal in registration.removals}
    assert removed == {("Verhalen", 2, "naam", 1), ("Verhalen", 2, "telefoonnummer", 1)}
    assert [removal.words for removal in registration.removals] == [("06-12345678",), ("Jan de Vries",)]
    assert "Vries" not in repr((registration.issues, registration.removals, registration.narratives))


def test_without_free_texts_the_finder_of_names_is_not_loaded(monkeypatch):
    monkeypatch.setattr(free_text, "_finder", lambda: pytest.fail("was loaded"))
    read_book({"Metingen": grid_of("Deelnemer | Meetmoment | Datum | Financiën\n1 | 0 | 20-01-2025 | 3")}, clean=clean)


def test_the_finder_of_names_can_be_replaced():
    story = f"1 | deelnemer | 20-01-2025 | Financiën | {STORY} | beter | intern | 20-01-2025"
    (narrative,) = read_book({"Verhalen": grid_of(f"{HEADING}\n{story}")}, clean=keep).narratives
    assert narrative.words == STORY
