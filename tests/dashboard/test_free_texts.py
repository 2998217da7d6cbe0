"""The second reader: asked for wherever there is a free text, with the texts to read."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.free_texts import what_was_removed
from dashboard.language import Words
from pipelines.domain.registration import Removal
from pipelines.ingest.identities.free_text import PLACEHOLDERS, SOMETHING_ELSE
from pipelines.ingest.identities.personal_data import PERSONAL_DATA

KINDS = sorted({*PLACEHOLDERS.values(), SOMETHING_ELSE, *(personal.kind for personal in PERSONAL_DATA)})
CONFIRM = "second_reader_f1"


def page() -> None:
    from datetime import date

    import streamlit as st
    from pandas import DataFrame

    from dashboard.answers.answers import Answers
    from dashboard.components.free_texts import second_reader_confirms
    from dashboard.language import Words
    from pipelines.domain.records import Narrative, ProjectFacts
    from pipelines.domain.registration import OBSERVATION_COLUMNS, Registration, Removal, Tally

    told = Narrative(
        record_id=1, teller="participant", told_on=date(2025, 1, 1), life_domains=("finances",), consent="internal",
        words="Ik doe de post <weer> open.", direction="better", consented_on=date(2025, 1, 1),
    )  # fmt: skip
    removed = Removal(
        sheet="Verhalen", row=2, kind="e-mailadres", n=2, words=("a@b.nl", "c@d.nl"),
        text="Het gaat goed. Ik mail [e-mailadres] en [e-mailadres].",
    )  # fmt: skip
    registration = Registration(
        project_facts=ProjectFacts(), indicator_sets=(), observations=DataFrame(columns=list(OBSERVATION_COLUMNS)),
        participants=(), tally=Tally(read=1, accepted=1, refused=0, skipped=0), issues=(),
        narratives=(told,) if st.session_state["told"] else (),
        removals=(removed,) if st.session_state["removed"] else (),
    )  # fmt: skip
    st.session_state["answer"] = second_reader_confirms(Words("nl"), registration, Answers(), "f1")


@pytest.fixture
def asked() -> AppTest:
    app = AppTest.from_function(page)
    app.session_state["told"] = True
    app.session_state["removed"] = False
    return app


def said(app: AppTest) -> str:
    return " ".join([element.proto.body for element in app.get("html")] + [text.value for text in app.markdown])


def test_without_texts_nobody_is_asked(asked: AppTest):
    asked.session_state["told"] = False
    asked.run()
    assert asked.session_state["answer"] is True
    assert not asked.checkbox


def test_with_a_story_somebody_must_confirm(asked: AppTest):
    asked.run()
    assert asked.session_state["answer"] is False
    asked.checkbox(key=CONFIRM).check().run()
    assert asked.session_state["answer"] is True


def test_the_reader_sees_the_texts_as_they_are(asked: AppTest):
    assert "Ik doe de post &lt;weer&gt; open." in said(asked.run())


def test_what_was_taken_out_is_counted(asked: AppTest):
    asked.session_state["removed"] = True
    assert "haalde 2 persoonsgegevens uit de teksten" in said(asked.run())


def test_what_was_taken_out_is_shown_with_the_sentence_it_stood_in(asked: AppTest):
    asked.session_state["removed"] = True
    words = said(asked.run())
    assert "a@b.nl, c@d.nl" in words
    assert ">Ik mail [e-mailadres] en [e-mailadres].<" in words


def test_names_that_were_missed_are_handed_on_each_once(asked: AppTest):
    asked.run()
    asked.text_area(key="own_names_0").set_value("Fatima\n  Jan  de Vries \n\nFatima").run()
    asked.button(key="take_out_names").click().run()
    assert asked.session_state["answers"][1].names == ("Fatima", "Jan de Vries")


@pytest.mark.parametrize("kind", KINDS)
def test_all_that_can_be_taken_out_has_a_name_for_the_reader(kind: str):
    assert what_was_removed(Words("en"), Removal(sheet="Verhalen", row=2, kind=kind, n=1))
