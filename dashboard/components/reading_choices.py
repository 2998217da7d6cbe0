"""How the files should be read, as far as somebody said so: instruments, columns, corrections, names to take out."""

from collections.abc import Sequence

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.answers.mends import corrections_of
from dashboard.components.question import question
from dashboard.language import Words
from dashboard.workspace import upload_round
from pipelines.delivery import Delivery
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.instruments.catalogue import shipped_sets


def delivery_of(project: str, uploads: tuple[Upload, ...], answers: Answers) -> Delivery:
    """The files with what was said up to now; asked for before the widgets are shown: the reading comes first."""
    return Delivery(
        project=project,
        uploads=uploads,
        instruments=tuple(st.session_state.get(_instruments_key()) or ()),
        mapping=None if answers.mapping == ColumnMapping() else answers.mapping,
        corrections=corrections_of(answers.mends),
        names=answers.names,
    )


def ask_instrument(words: Words, candidates: Sequence[str]) -> None:
    """Where the columns fit several instruments: one button for each."""
    sets = shipped_sets()
    with question("instrument", words("upload.choices.asked")), st.container(horizontal=True):
        for id in candidates:
            name = words.name(sets[id].name) if id in sets else id
            st.button(name, on_click=_choose, args=(id,), key=f"instrument_{id}")


def choose_instruments(words: Words) -> None:
    """All instruments, to choose from or to change one's mind. Stays on the page, or the choice would be lost."""
    sets = shipped_sets()
    st.multiselect(
        words("upload.choices.instruments"),
        list(sets),
        format_func=lambda id: words.name(sets[id].name),
        placeholder=words("upload.choices.instruments_hint"),
        key=_instruments_key(),
    )


def _choose(id: str) -> None:
    st.session_state[_instruments_key()] = [id]


def _instruments_key() -> str:
    return f"reading_instruments_{upload_round()}"
