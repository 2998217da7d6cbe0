"""How the files should be read, for when they cannot be read by themselves: the instruments and a mapping."""

import streamlit as st

from dashboard.components.notice import show_notice
from dashboard.language import Words
from dashboard.workspace import upload_round
from pipelines.domain.frozen import Frozen, Name
from pipelines.ingest.tables.mapping import ColumnMapping, InvalidMapping, read_mapping
from pipelines.instruments.catalogue import shipped_sets


class ReadingChoices(Frozen):
    """`mapping_fault` says why a mapping that was offered is not used."""

    instruments: tuple[str, ...] = ()
    mapping: ColumnMapping | None = None
    mapping_fault: Name | None = None


def current_reading_choices() -> ReadingChoices:
    """What was chosen up to now; asked for before the widgets are shown, because the reading comes first."""
    instruments = tuple(st.session_state.get(_instruments_key()) or ())
    file = st.session_state.get(_mapping_key())
    if file is None:
        return ReadingChoices(instruments=instruments)
    try:
        mapping = read_mapping(file.getvalue().decode("utf-8-sig", errors="replace"))
    except InvalidMapping as fault:
        return ReadingChoices(instruments=instruments, mapping_fault=fault.reason)
    return ReadingChoices(instruments=instruments, mapping=mapping)


def show_reading_choices(words: Words, choices: ReadingChoices, *, instrument_asked: bool) -> None:
    """Folded away, except for a question that the files raise themselves."""
    if choices.mapping_fault:
        show_notice(words("upload.choices.mapping_invalid", reason=words.name(choices.mapping_fault)), "stop")
    if instrument_asked:
        show_notice(words("upload.choices.asked"), "question")
        _choose_instruments(words)
    with st.expander(words("upload.choices.title"), key="reading_choices"):
        if not instrument_asked:
            _choose_instruments(words)
        st.file_uploader(words("upload.choices.mapping"), type=["toml"], key=_mapping_key())


def _instruments_key() -> str:
    return f"reading_instruments_{upload_round()}"


def _mapping_key() -> str:
    return f"reading_mapping_{upload_round()}"


def _choose_instruments(words: Words) -> None:
    sets = shipped_sets()
    st.multiselect(
        words("upload.choices.instruments"),
        list(sets),
        format_func=lambda id: words.name(sets[id].name),
        placeholder=words("upload.choices.instruments_hint"),
        key=_instruments_key(),
    )
