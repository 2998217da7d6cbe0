"""The page of an edition and the list of editions, in both languages."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from dashboard.language import LANGUAGES, Words
from pipelines.editions.withdrawn import write_withdrawn
from tests.impact.conftest import Opened, told
from tests.impact.invented_edition import CHOSEN, WORK, invented_contents, invented_manifest, write_edition
from tests.impact.test_library import change


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_page_is_there(opened_at: Opened, place: Path, language: str):
    app, words = opened_at(edition=place.name, lang=language), Words(language)
    assert not app.exception
    said = told(app)
    for part in ("people", "change", "goals", "compared", "sure", "recognised", "method", "download"):
        assert words(f"impact.{part}.title") in said
    assert "M. de Boer" in said
    assert place.name in said
    assert len(app.get("plotly_chart")) >= 10


def test_a_hidden_cell_never_reads_as_nought(opened_at: Opened, place: Path):
    said = re.sub(r"<script.*?</script>|<[^>]+>", " ", told(opened_at(edition=place.name)), flags=re.DOTALL)
    assert not re.search(r"(?<![\d.,−+-])\b0\b(?![.,]\d)", said)
    assert "niet getoond" in said
    assert "te weinig mensen om te tonen" in said


def test_every_chart_has_a_sentence_for_who_does_not_see_it(opened_at: Opened, place: Path):
    charts = opened_at(edition=place.name).get("plotly_chart")
    assert all(len(chart.proto.alt) > 20 for chart in charts)


def test_a_story_stands_with_teller_day_choice_and_the_way_its_teller_went(opened_at: Opened, place: Path):
    said = told(opened_at(edition=place.name))
    for words in (
        CHOSEN.words, "beter · deelnemer, maart 2026", "Gekozen door bewonerspanel",
        "De verteller op Financiën: vooruit, net als ongeveer 20 van de ongeveer 40 deelnemers.",
        "Staat hier omdat wij bij geen enkel leefgebied alleen verhalen tonen waarin het beter ging.",
        "Over dit leefgebied zijn ongeveer 15 verhalen verteld; hier staan er 2." ,
    ):  # fmt: skip
        assert words in said


def test_a_withdrawn_story_is_gone_and_that_one_is_gone_is_said(opened_at: Opened, place: Path):
    write_withdrawn(place, [CHOSEN.number])
    said = told(opened_at(edition=place.name))
    assert CHOSEN.words not in said
    assert Words("nl")("impact.story.withdrawn") in said


def test_what_else_may_explain_it_is_said_with_the_role_of_who_said_it(opened_at: Opened, place: Path):
    said = told(opened_at(edition=place.name))
    assert said.index("Wat kan het nog meer verklaren?") < said.index("De gemeente schold schulden kwijt.")
    assert "begeleider, 1 april 2026" in said


def test_without_a_comparison_group_the_page_says_so(opened_at: Opened, editions: Path):
    place = write_edition(editions, contents=invented_contents(indicators=(WORK,)))
    app = opened_at(edition=place.name)
    assert not app.exception
    assert "Er is geen vergelijkingsgroep." in told(app)


def test_the_list_marks_examples_and_puts_earlier_editions_last(opened_at: Opened, place: Path, editions: Path):
    write_edition(editions, invented_manifest("2026-09-01-x-bbbbbbbb", published_at=datetime(2026, 9, 1)))
    app = opened_at()
    labels = [link.proto.label for link in app.get("page_link")]
    assert labels[-2:] == ["Achter de voordeur", "Eerdere publicatie: 1 juni 2026"]
    assert "verzonnen voorbeeld · Rivierenbuurt · ongeveer 50 mensen deden mee" in told(app)


def test_an_earlier_edition_points_at_the_newest(opened_at: Opened, place: Path, editions: Path):
    write_edition(editions, invented_manifest("2026-09-01-x-bbbbbbbb", published_at=datetime(2026, 9, 1)))
    assert "er een nieuwere publicatie, van 1 september 2026" in told(opened_at(edition=place.name))


def test_an_empty_folder_says_what_will_stand_there(opened_at: Opened):
    assert "Er is nog niets gepubliceerd." in told(opened_at())


def test_a_wrong_address_and_a_damaged_edition_say_what_to_do(opened_at: Opened, place: Path):
    assert "De link klopt niet" in told(opened_at(edition="nowhere"))
    change(place)
    assert "veranderd nadat deze getekend was" in told(opened_at(edition=place.name)).replace(
        "zij getekend", "deze getekend"
    )


def test_markup_in_what_a_project_wrote_stays_text(opened_at: Opened, editions: Path):
    place = write_edition(editions, contents=invented_contents(approach="<img src=x onerror=alert(1)>"))
    assert "<img" not in told(opened_at(edition=place.name))


def test_markup_in_an_address_is_no_place_to_go(opened_at: Opened, place: Path):
    assert "alert" not in told(opened_at(edition=place.name, domain="</script><script>alert(1)</script>"))
