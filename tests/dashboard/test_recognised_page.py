"""Herkennen mensen dit, on a small project in a real store."""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pipelines import notes
from pipelines.domain.note import Explanation, Note
from pipelines.domain.records import Recognition
from pipelines.store.store import Store
from tests.spec.tables import Project

PAGE = "dashboard/pages/recognised.py"
MEASUREMENTS = """
    person | indicator | moment | value
    1      | finances  | 0      | 2
    1      | finances  | 1      | 4
    2      | finances  | 0      | 2
    2      | finances  | 1      | 2
    1      | housing   | 0      | 3
    1      | housing   | 1      | 4
"""


def answers() -> tuple[Recognition, ...]:
    """Twelve participants and ten professionals agree on finances; on housing they do not."""
    found = []
    for domain, residents, professionals in (("finances", 9, 8), ("housing", 3, 9)):
        for respondent, total, n in (("participant", 12, residents), ("professional", 10, professionals)):
            found += [(domain, respondent, 4 if i < n else 1) for i in range(total)]
    return tuple(
        Recognition(record_id=i, respondent=respondent, life_domain=domain, score=score, judged_on=date(2026, 1, 1),
                    explanation="dat zie ik <b>niet</b>" if score == 1 else None)
        for i, (domain, respondent, score) in enumerate(found)
    )  # fmt: skip


@pytest.fixture
def project(dashboard_store: Store) -> Project:
    project = Project(dashboard_store)
    project.register(MEASUREMENTS, recognitions=answers())
    return project


@pytest.fixture(autouse=True)
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a text for names takes half a minute to begin with; tests/test_notes.py is about that."""

    def as_it_is(store: Store, project: str, note: Note, *_: object) -> notes.CleanedNote:
        return notes.CleanedNote(note=note, taken_out=())

    monkeypatch.setattr(notes, "clean_note", as_it_is)


def opened(app: AppTest) -> AppTest:
    app.switch_page(PAGE).run()
    assert not app.exception
    return app


def html_of(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def text_of(app: AppTest) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html_of(app)).split()).replace(" .", ".").replace(" ,", ",")


def test_the_outcome_stands_beside_who_recognises_it(project: Project, app: AppTest):
    said = text_of(opened(app))
    outcome, recognised = "1 van de 2 deelnemers ging vooruit op finances", "9 van de 12 deelnemers en 8 van de 10"
    assert said.index(outcome) < said.index(recognised)
    alternatives = [chart.proto.alt for chart in app.get("plotly_chart")]
    assert any("finances: 9 van de 12 deelnemers en 8 van de 10 professionals" in alt for alt in alternatives)


def test_a_disagreement_comes_first_and_is_said(project: Project, app: AppTest):
    said = text_of(opened(app))
    assert "Deelnemers en professionals zien het anders op housing" in said
    assert "professionals herkennen dit duidelijk vaker dan deelnemers" in said
    names = re.findall('class="domain-name">(.+?)<', html_of(app))
    assert names.index("housing") < names.index("finances")


def test_those_who_do_not_recognise_it_are_quoted_and_markup_stays_text(project: Project, app: AppTest):
    said = text_of(opened(app))
    assert "15 mensen schreven erbij waarom: 15 herkennen het niet, 0 een beetje, 0 wel." in said
    assert "&lt;b&gt;niet&lt;/b&gt;" in html_of(app)
    assert "deelnemers, 9 keer" in said
    assert "Niemand schreef dit." in said


def test_nobody_asked_yet_is_an_invitation(dashboard_store: Store, app: AppTest):
    Project(dashboard_store).register(MEASUREMENTS)
    said = text_of(opened(app))
    assert "Nog niemand is gevraagd of deze uitkomsten kloppen." in said
    assert "op het blad Herkenning" in said
    assert "Vraag het nu" in said


def test_few_answers_are_marked(dashboard_store: Store, app: AppTest):
    Project(dashboard_store).register(MEASUREMENTS, recognitions=answers()[:12])
    assert "Minder dan 10" not in text_of(opened(app))
    Project(dashboard_store).register(MEASUREMENTS, recognitions=answers()[20:24])
    assert "Minder dan 10 antwoorden van professionals" in text_of(app.run())


def test_an_answer_on_the_spot_counts_at_once_and_the_form_is_empty_again(project: Project, app: AppTest):
    opened(app)
    assert "Dank u wel" not in text_of(app)
    key = "answer_1_finances_0"
    app.button_group(key=f"{key}_score").set_value(5)
    app.button_group(key=f"{key}_respondent").set_value("participant")
    app.text_area(key=f"{key}_words").set_value("Ik slaap weer.")
    app.button(key=f"{key}_send").click().run()
    assert "9 van de 12 deelnemers" in text_of(app)
    app.button(key="keep_answer").click().run()
    assert not app.exception
    said = text_of(app)
    assert "10 van de 13 deelnemers" in said
    assert "“Ik slaap weer.” deelnemer" in said
    assert "Dank u wel. Uw antwoord is bewaard." in said
    assert app.button_group(key="answer_1_finances_1_score").value is None
    assert app.text_area(key="answer_1_finances_1_words").value == ""


def test_the_thanks_make_room_for_the_next_answer(project: Project, app: AppTest):
    test_an_answer_on_the_spot_counts_at_once_and_the_form_is_empty_again(project, app)
    key = "answer_1_finances_1"
    app.button_group(key=f"{key}_score").set_value(1)
    app.button_group(key=f"{key}_respondent").set_value("professional")
    app.text_area(key=f"{key}_words").set_value("Ik zie het niet terug.")
    app.button(key=f"{key}_send").click().run()
    assert "Dank u wel" not in text_of(app)


@pytest.mark.parametrize(("score", "respondent"), [(None, None), (4, None), (None, "participant")])
def test_an_answer_needs_a_score_and_a_role(project: Project, app: AppTest, score: int | None, respondent: str | None):
    opened(app)
    app.button_group(key="answer_1_finances_0_score").set_value(score)
    app.button_group(key="answer_1_finances_0_respondent").set_value(respondent)
    app.button(key="answer_1_finances_0_send").click().run()
    assert not app.exception
    assert "Kies eerst een getal van 1 tot 5, en wie u bent." in text_of(app)
    assert not [button for button in app.button if button.key == "keep_answer"]


def test_an_answer_that_was_a_mistake_can_be_taken_back(project: Project, app: AppTest):
    test_an_answer_on_the_spot_counts_at_once_and_the_form_is_empty_again(project, app)
    app.button(key="remove_GivenRecognition_1").click().run()
    app.button(key="remove_for_good_GivenRecognition_1").click().run()
    assert "9 van de 12 deelnemers" in text_of(app)


def test_an_explanation_is_kept_with_a_role_under_its_kind(project: Project, app: AppTest):
    opened(app)
    key = "explanation_1_0"
    app.button_group(key=f"{key}_kind").set_value("alternative")
    app.selectbox(key=f"{key}_about").select("housing")
    app.text_area(key=f"{key}_words").set_value("De huren gingen omlaag.")
    app.button(key=f"{key}_send").click().run()
    assert "vul uw rol en uw woorden in" in text_of(app)
    app.text_input(key=f"{key}_role").set_value("corporatie")
    app.button(key=f"{key}_send").click().run()
    app.button(key="keep_explanation").click().run()
    said = text_of(app)
    assert said.index("Andere oorzaken") < said.index("“De huren gingen omlaag.” corporatie · housing ·")
    assert "Nog geen andere oorzaak." not in said
    assert "Nog geen verklaring." in said


def test_an_explanation_can_be_removed(project: Project, app: AppTest, dashboard_store: Store):
    note = Explanation(kind="judgement", role="expert", words="knap gedaan", noted_on=date(2026, 1, 1))
    notes.keep_note(dashboard_store, "Project", note)
    assert "“knap gedaan” expert · Het hele project · 1 januari 2026" in text_of(opened(app))
    app.button(key="remove_Explanation_1").click().run()
    app.button(key="remove_for_good_Explanation_1").click().run()
    assert "knap gedaan" not in text_of(app)


def test_what_people_write_is_read_anew_and_kept_in_no_cache(project: Project, app: AppTest, dashboard_store: Store):
    """Taken out of the store behind the back of every cache, it is gone at once; the counts are still remembered."""
    assert "dat zie ik" in text_of(opened(app))
    with dashboard_store.transaction() as cursor:
        cursor.execute("update registered.recognition set explanation = null")
    said = text_of(app.run())
    assert "dat zie ik" not in said
    assert "9 van de 12 deelnemers" in said


def test_the_page_speaks_english(project: Project, app: AppTest):
    app.button_group(key="lang").set_value("en").run()
    said = text_of(opened(app))
    assert "9 of the 12 participants and 8 of the 10 professionals recognise this." in said
    assert any(group.label.startswith("Do you recognise this?") for group in app.button_group)


def test_without_a_project_the_page_invites(app: AppTest):
    opened(app)
    assert [header.value for header in app.header] == ["Nog geen project"]
