"""Writing down a lesson: what was seen, decided and changed. It is read back before it is kept."""

from collections.abc import Mapping
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.components.note_keeping import note_round, read_back_and_keep
from dashboard.components.notice import show_notice
from dashboard.components.part import part
from dashboard.language import Words
from dashboard.sentences.names import domain_name
from pipelines.domain.frozen import Frozen
from pipelines.domain.note import Lesson
from pipelines.domain.project import Project

NOTE = "lesson"
# As wide as the sentences of the page, in pixels.
TEXT_WIDTH = 780
DATE_FORMATS = {"nl": "DD-MM-YYYY", "en": "DD/MM/YYYY"}


class Written(Frozen):
    """The form as somebody sent it, whole or not."""

    seen: str
    decided: str
    changed: str
    changed_on: date | None
    life_domain: str | None
    role: str

    @property
    def lacking(self) -> str | None:
        """The first part that is still needed."""
        needed = {"seen": self.seen, "decided": self.decided, "changed": self.changed or not self.changed_on,
                  "role": self.role}  # fmt: skip
        return next((field for field, said in needed.items() if not said), None)

    def lesson(self) -> Lesson:
        return Lesson(**{**self.model_dump(), "changed": self.changed or None}, noted_on=date.today())


def show_form(project: Project, names: Mapping[str, str], words: Words, *, is_open: bool) -> None:
    """`names` are the life domains that a lesson can be about."""
    with part("write", words("learning.form.title")):
        with _place_of_form(words, is_open=is_open):
            written = _ask(project, names, words)
        lacking = written.lacking if written else None
        if lacking:
            show_notice(words(f"learning.form.lacking.{lacking}"), "question")
        lesson = written.lesson() if written and not lacking else None
        read_back_and_keep(NOTE, lesson, project, words)


def _place_of_form(words: Words, *, is_open: bool) -> DeltaGenerator:
    """Folded away, once there is a log to read."""
    if is_open:
        return st.container(width=TEXT_WIDTH)
    return st.expander(words("learning.form.open"), key=f"lesson_form_open_{note_round(NOTE)}", width=TEXT_WIDTH)


def _ask(project: Project, names: Mapping[str, str], words: Words) -> Written | None:
    """What was filled in, on the run in which it was sent."""
    place = f"{project.project_id}_{note_round(NOTE)}"
    with st.form(f"lesson_form_{place}", border=False):
        st.caption(words("learning.form.no_names"))
        seen = _ask_text("seen", place, words, hint=words("learning.form.seen_hint"))
        decided = _ask_text("decided", place, words)
        what, since = st.columns([2, 1])
        with what:
            changed = _ask_text("changed", place, words)
        with since:
            changed_on = _ask_day(place, words)
        about, as_whom = st.columns([2, 1])
        with about:
            life_domain = _ask_domain(place, names, words)
        with as_whom:
            role = _ask_role(place, words)
        if not st.form_submit_button(words("learning.form.submit"), type="primary", key=f"lesson_submit_{place}"):
            return None
    return Written(seen=seen.strip(), decided=decided.strip(), changed=changed.strip(), changed_on=changed_on,
                   life_domain=life_domain, role=role.strip())  # fmt: skip


def _ask_text(field: str, place: str, words: Words, hint: str = "") -> str:
    label = words(f"learning.form.{field}")
    return st.text_area(label, placeholder=hint, height=80, max_chars=1000, key=f"lesson_{field}_{place}")


def _ask_day(place: str, words: Words) -> date | None:
    label, shown_as = words("learning.form.changed_on"), DATE_FORMATS[words.language]
    return st.date_input(label, value=None, format=shown_as, key=f"lesson_changed_on_{place}")


def _ask_role(place: str, words: Words) -> str:
    label, hint = words("learning.form.role"), words("learning.form.role_hint")
    return st.text_input(label, placeholder=hint, max_chars=60, key=f"lesson_role_{place}")


def _ask_domain(place: str, names: Mapping[str, str], words: Words) -> str | None:
    return st.selectbox(
        words("learning.form.life_domain"),
        [None, *names],
        format_func=lambda code: domain_name(code, names, words),
        key=f"lesson_domain_{place}",
    )
