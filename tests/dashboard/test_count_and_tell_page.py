"""Tel en vertel and the page of one life domain, on a small project in a real store."""

import json
import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.domain.records import Narrative
from pipelines.store.store import Store
from tests.spec.tables import Project

PAGE = "dashboard/pages/count_and_tell.py"
DOMAIN_PAGE = "dashboard/pages/life_domain.py"


def measurements() -> str:
    """Twelve people on finances: seven up, three the same, one down, one not again; three people on professionals."""
    lines = ["person | indicator | instrument | moment | value | date"]
    follow_ups = [4, 4, 4, 3, 3, 3, 3, 2, 2, 2, 1, None]
    for person, value in enumerate(follow_ups, start=1):
        lines.append(f"{person} | finances | matrix_2017 | 0 | 2 | 2025-01-10")
        if value is not None:
            lines.append(f"{person} | finances | matrix_2017 | 1 | {value} | 2025-07-10")
    for person, (start, last) in enumerate([(4, 1), (3, 3), (2, 1)], start=1):
        lines.append(f"{person} | professionals | support | 0 | {start} | 2025-01-10")
        lines.append(f"{person} | professionals | support | 1 | {last} | 2025-07-10")
    return "\n".join(lines)


def narrative(record_id: int, direction: str, words: str, **fields: object) -> Narrative:
    return Narrative(record_id=record_id, teller="participant", told_on=date(2025, 8, record_id),
                     life_domains=("finances",), words=words, direction=direction, consent="funder",
                     consented_on=date(2025, 8, 1), **fields)  # fmt: skip


STORIES = (
    narrative(1, "better", "Ik doe de post weer open.", participant_id=1, chosen_by="het bewonerspanel"),
    narrative(2, "worse", "Toen mijn begeleider wegging was ik terug bij af."),
    narrative(3, "better", "Ik heb rust."),
)


@pytest.fixture
def project(dashboard_store: Store) -> Project:
    project = Project(dashboard_store)
    project.register(measurements(), narratives=STORIES, neighbourhood="Rivierenbuurt", reference_on="2026-01-01")
    return project


def html_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def text_of(app: AppTest) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html_of(app)).split())


def charts(app: AppTest) -> list[tuple[dict, str]]:
    return [(json.loads(chart.proto.spec), chart.proto.alt) for chart in app.get("plotly_chart")]


def opened(app: AppTest, page: str) -> AppTest:
    app.switch_page(page).run()
    assert not app.exception
    return app


def test_without_a_project_the_page_invites(app: AppTest):
    opened(app, PAGE)
    assert [header.value for header in app.header] == ["Nog geen project"]


def test_who_is_in_it_stands_before_the_first_result(project: Project, app: AppTest):
    said = text_of(opened(app, PAGE))
    assert "deelnemers stroomden in 12" in said
    assert "opnieuw gemeten 92% van wie een 0-meting heeft 11" in said
    assert "niet opnieuw gemeten 1 te laat 1" in said
    assert said.index("stroomden in") < said.index("gingen vooruit op finances")
    assert "Rivierenbuurt · metingen van januari 2025 tot en met juli 2025" in said


def test_a_row_counts_and_tells(project: Project, app: AppTest):
    said = text_of(opened(app, PAGE))
    assert "7 van de 11 deelnemers gingen vooruit op finances, 3 bleven gelijk, 1 ging achteruit." in said
    assert "11 van 12 met een 0-meting zijn opnieuw gemeten" in said
    assert "“Ik doe de post weer open.”" in said
    assert "Gekozen door het bewonerspanel." in said
    assert "finances: van niveau 2 naar niveau 4, net als 2 anderen van de 11 die daar begonnen." in said
    assert "3 verhalen over finances: 2 beter, 1 slechter." in said


def test_a_story_of_decline_stands_beside_a_better_one(project: Project, app: AppTest):
    said = text_of(opened(app, PAGE))
    assert said.index("Ook dit hoort erbij") < said.index("terug bij af")


def test_fewer_is_better_for_professionals_and_three_people_are_few(project: Project, app: AppTest):
    said = text_of(opened(app, PAGE))
    assert "2 van de 3 deelnemers hebben minder professionals dan bij de start, 1 evenveel" in said
    assert said.count("Minder dan 10 mensen") == 1


def test_without_stories_a_row_invites_to_tell(project: Project, app: AppTest):
    assert "Nog geen verhaal over professionals." in text_of(opened(app, PAGE))


def test_every_chart_has_a_text_alternative_with_its_numbers(project: Project, app: AppTest):
    shown = charts(opened(app, PAGE))
    assert len(shown) == 2
    for spec, alternative in shown:
        for trace in spec["data"]:
            if trace["type"] == "bar" and trace["x"][0]:
                assert re.search(rf"\b{trace['x'][0]}\b", alternative)


def test_most_change_comes_first_or_the_order_of_the_instrument(project: Project, app: AppTest):
    def names() -> list[str]:
        return re.findall('class="domain-name">(.+?)<', html_of(app))[:2]

    opened(app, PAGE)
    assert names() == ["professionals", "finances"]
    app.selectbox(key="order").select("instrument").run()
    assert names() == ["finances", "professionals"]


def test_the_page_speaks_english(project: Project, app: AppTest):
    app.button_group(key="lang").set_value("en").run()
    said = text_of(opened(app, PAGE))
    assert "7 of the 11 participants moved forward on finances, 3 stayed the same, 1 moved back." in said


def test_how_sure_we_are_closes_the_page(project: Project, app: AppTest):
    said = text_of(opened(app, PAGE))
    assert "Daarom is dit een aanwijzing , geen bewijs" in said
    assert "dieptepunt" in said


def test_an_import_is_seen_at_once_and_so_is_its_withdrawal(project: Project, app: AppTest):
    opened(app, PAGE)
    more = project.register("person | moment | value | date\n12 | 1 | 5 | 2025-07-10")
    app.run()
    assert "8 van de 12 deelnemers" in text_of(app)
    project.remove(more)
    app.run()
    assert "7 van de 11 deelnemers" in text_of(app)


def test_a_life_domain_shows_everything(project: Project, app: AppTest):
    app.query_params["domain"] = "finances"
    said = text_of(opened(app, DOMAIN_PAGE))
    assert "7 van de 11 deelnemers gingen vooruit" in said
    assert "Op niveau 4 of hoger (zelfredzaam): 0 van de 11 bij de start, 3 bij de laatste meting." in said
    assert "Exacte toets (Wilcoxon, rangtekens, 8 veranderingen)" in said
    assert "geen betrouwbaarheid opgegeven" in said
    assert "181 dagen, ongeveer 6 maanden" in said
    assert "Van de 12 deelnemers met een 0-meting is 1 niet opnieuw gemeten: 1 te laat." in said
    assert said.count("toestemming: financier") == 3
    assert len(charts(app)) == 3


def test_the_table_says_from_where_to_where(project: Project, app: AppTest):
    app.query_params["domain"] = "finances"
    opened(app, DOMAIN_PAGE)
    table = re.search('<table class="transitions">.+?</table>', html_of(app), re.DOTALL)[0]
    rows = [re.findall(r"<td[^>]*>(\d+)</td>", row) for row in table.split("<tr>")[2:]]
    assert rows[1] == ["1", "3", "4", "3", "0", "11"]
    assert rows[-1] == ["1", "3", "4", "3", "0", "11"]


def test_an_unknown_life_domain_is_said_to_be_unknown(project: Project, app: AppTest):
    app.query_params["domain"] = "no_such_domain"
    opened(app, DOMAIN_PAGE)
    assert "komt in dit project niet voor" in app.markdown[0].value


def test_a_project_without_follow_ups_says_so(dashboard_store: Store, app: AppTest):
    Project(dashboard_store).register("person | moment | value | date\n1 | 0 | 2 | 2025-01-10")
    said = text_of(opened(app, PAGE))
    assert "Nog niemand is opnieuw gemeten." in said
    assert "aanwijzing" not in said
    assert charts(app) == []
    app.query_params["domain"] = "finances"
    assert "1 deelnemer gemeten, en nog niet opnieuw" in text_of(opened(app, DOMAIN_PAGE))


def test_a_sample_is_marked_as_invented(project: Project, dashboard_store: Store, app: AppTest):
    with dashboard_store.transaction() as cursor:
        cursor.execute("update registered.project set is_sample = true")
    assert "verzonnen voorbeeldgegevens" in text_of(opened(app, PAGE))
