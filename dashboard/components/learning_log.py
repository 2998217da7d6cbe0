"""The learning log: every lesson from what was seen to what was changed, with how things stand now beside it."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard.components.learning_form import TEXT_WIDTH
from dashboard.components.note_keeping import removal_button
from dashboard.components.part import part, say, small_print_html
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.sentences.learning import (
    Step,
    example_lesson,
    is_on_axis,
    lesson_steps,
    lesson_title,
    log_notes,
    log_sentence,
    now_sentences,
)
from dashboard.sentences.marks import as_html
from dashboard.workspace import PROJECT_KEY, store
from pipelines import notes
from pipelines.domain.note import KeptNote, Lesson
from pipelines.domain.outcome import Outcome
from pipelines.domain.project import Project


def kept_lessons(project: Project) -> tuple[KeptNote, ...]:
    """All lessons of the project, newest first."""
    return notes.notes_of(store(), project.project_id, Lesson)


def show_log(lessons: Sequence[KeptNote], outcomes: Sequence[Outcome], names: Mapping[str, str], project: Project,
             words: Words) -> None:  # fmt: skip
    """`names` are the life domains that are measured. As long as there is no lesson: why to write one, with an
    example.
    """
    if not lessons:
        _invite(words)
        return
    written = [kept.note for kept in lessons]
    with part("log", words("learning.log.title"), [log_sentence(lessons, words)], log_notes(written, words)):
        if is_on_axis(written):
            st.page_link(page_file("over_time"), query_params={PROJECT_KEY: str(project.project_id)},
                         label=words("learning.log.to_axis", page=words("shell.page.over_time")))  # fmt: skip
        for kept in lessons:
            _show_lesson(kept, outcomes, names, words)


def _show_lesson(kept: KeptNote, outcomes: Sequence[Outcome], names: Mapping[str, str], words: Words) -> None:
    with st.container(key=f"part_lesson_{kept.note_id}", width=TEXT_WIDTH):
        title = lesson_title(kept.note, names, words)
        st.html(_lesson_html(title, kept.note, now_sentences(kept.note, outcomes, words), words))
        removal_button(kept.note_id, Lesson, words)


def _invite(words: Words) -> None:
    with part("log", words("learning.log.title"), [words("learning.empty.why")]):
        say([], [words("learning.empty.example")])
        example = example_lesson(words)
        with st.container(width=TEXT_WIDTH):
            st.html(_lesson_html(lesson_title(example, {}, words), example, [], words))


def _lesson_html(title: str, lesson: Lesson, now: Sequence[str], words: Words) -> str:
    steps = "".join(map(_step_html, lesson_steps(lesson, words)))
    role = words("learning.log.role", role=lesson.role)
    return (
        f'<article class="lesson"><h3 class="question">{escape(title)}</h3><dl class="definitions">{steps}</dl>'
        f"{_now_html(now, words)}{small_print_html([role])}</article>"
    )


def _step_html(step: Step) -> str:
    return f"<div><dt>{escape(step.label)}</dt><dd>{escape(step.text)}{small_print_html([step.note])}</dd></div>"


def _now_html(now: Sequence[str], words: Words) -> str:
    said = " ".join(filter(None, now))
    return f'<p class="answer">{escape(words("learning.log.now"))} {as_html(said)}</p>' if said else ""
