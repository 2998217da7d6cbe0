"""Projecten naast elkaar, on invented editions: what stands first, what is never said, and what is asked for."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.editions.across import pool_comparisons
from pipelines.editions.edition import Edition
from tests.dashboard.test_count_and_tell_page import charts, html_of
from tests.spec.editions import edition

SCREEN = Path(__file__).parents[2] / "dashboard" / "impact" / "screens" / "portfolio.py"
PEOPLE = """
    enrolled | with_start | with_follow_up
    80       | 70         | 60
"""
OUTCOMES = """
    attribute | group      | improved | total
    age_band  | total      | 150      | 300
    age_band  | comparison | 50       | 200
    age_band  | 18-26      | 75       | 100
    age_band  | 27-34      | 25       | 100
    age_band  | 35-49      | 50       | 100
"""
SHOWN = {"finances": (0.3, 0.2, 0.4)}

Open = Callable[..., AppTest]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Open:
    """The screen with these editions behind its door."""

    def open_screen(*editions: Edition) -> AppTest:
        library = ModuleType("dashboard.impact.library")
        library.open_side_by_side = lambda: editions
        monkeypatch.setitem(sys.modules, library.__name__, library)
        app = AppTest.from_file(str(SCREEN), default_timeout=60).run()
        assert not app.exception
        return app

    return open_screen


def text_of(app: AppTest) -> str:
    """What is strong stands in its sentence."""
    return " ".join(re.sub("<[^>]+>", " ", re.sub("</?strong>", "", html_of(app))).split())


def alike(project: str, **facts: object) -> Edition:
    return edition(project, OUTCOMES, PEOPLE, differences=SHOWN, **facts)


def test_without_editions_the_page_says_what_will_stand_there(opened: Open):
    assert "Er is nog niets gepubliceerd." in text_of(opened())


def test_one_project_shows_its_reach_and_nothing_beside_it(opened: Open):
    text = text_of(opened(alike("Noord")))
    assert "Dit project bereikte ongeveer 80 deelnemers." in text
    assert "Naast elkaar leggen kan vanaf twee projecten. Hier is er nu één: Noord." in text
    assert "Welke projecten mag u vergelijken?" not in text


def test_reach_and_follow_up_come_before_any_outcome(opened: Open):
    text = text_of(opened(alike("Noord"), alike("Zuid")))
    order = [
        "Samen bereikten deze 2 projecten ongeveer 160 deelnemers.", "Van de mensen met een 0-meting",
        "Welke projecten mag u", "Per leefgebied naast elkaar", "Gaan deelnemers meer vooruit", "Wat werkt voor wie",
    ]  # fmt: skip
    assert [text.index(part) for part in order] == sorted(text.index(part) for part in order)


def test_projects_with_other_versions_are_told_apart_and_nothing_is_pooled(opened: Open):
    other = OUTCOMES.replace("attribute", "instrument | attribute").replace("age_band ", "zrm_2013 | age_band ")
    app = opened(alike("Noord"), edition("Zuid", other, PEOPLE, differences=SHOWN, target_group="Jongeren"))
    text = text_of(app)
    assert "Geen van deze projecten mag u met een ander vergelijken." in text
    assert "een andere versie van hetzelfde meetinstrument en een andere doelgroep" in text
    assert (
        "Niet met elkaar te vergelijken: een andere versie van hetzelfde meetinstrument en een andere doelgroep."
        in text
    )
    assert "niet te zeggen" in text
    assert "vergelijkingen over projecten heen" not in text


def test_every_chart_has_its_words(opened: Open):
    shown = charts(opened(alike("Noord"), alike("Zuid"), alike("Oost")))
    assert len(shown) == 6
    assert all(alt for _, alt in shown)


def test_the_same_difference_everywhere_is_clear_and_said_of_100_people(opened: Open):
    text = text_of(opened(*(alike(name) for name in ("Noord", "Oost", "West", "Zuid"))))
    assert "Van elke 100 mensen in de groep 18-26 gingen er over 4 projecten heen ongeveer 38 meer vooruit" in text
    assert "Op Financiën gingen deelnemers over 4 projecten heen gemiddeld 0,30 niveau meer vooruit" in text
    assert "De projecten verschillen hierin weinig." in text
    assert "U bekeek in dit bezoek 4 vergelijkingen over projecten heen." in text


def test_a_difference_that_is_clear_by_itself_need_not_be_so_among_others(opened: Open):
    """p of the comparison with the comparison groups is 0,04 by itself; four were looked at."""
    found = ((0.2, 0.0, 0.4), (0.3, 0.1, 0.5), (0.35, 0.15, 0.55))
    several = [
        edition(name, OUTCOMES, PEOPLE, differences={"finances": one})
        for name, one in zip(("Noord", "Oost", "Zuid"), found, strict=True)
    ]
    (alone,) = pool_comparisons(several)
    assert 0.03 < alone.pooled.p < 0.05
    assert "geen duidelijk verschil met de vergelijkingsgroep" in text_of(opened(*several))


def test_another_choice_of_projects_is_looked_at_too(opened: Open):
    app = opened(*(alike(name, neighbourhood=name) for name in ("Noord", "Oost", "Zuid")))
    app.multiselect(key="portfolio_neighbourhood").select("Noord").select("Oost").run()
    assert not app.exception
    text = text_of(app)
    assert "Samen bereikten deze 2 projecten" in text
    assert "U bekeek in dit bezoek 8 vergelijkingen over projecten heen." in text


def test_a_choice_that_nobody_fits_says_so(opened: Open):
    app = opened(alike("Noord", neighbourhood="Noord", approach="a"), alike("Zuid", neighbourhood="Zuid", approach="b"))
    app.multiselect(key="portfolio_neighbourhood").select("Noord").run()
    app.multiselect(key="portfolio_approach").select("b").run()
    assert "Geen enkel project past bij deze keuze." in text_of(app)


def test_what_tells_no_projects_apart_is_not_asked(opened: Open):
    app = opened(alike("Noord", neighbourhood="Noord"), alike("Zuid", neighbourhood="Zuid"))
    assert [choice.key for choice in app.multiselect] == ["portfolio_neighbourhood"]
