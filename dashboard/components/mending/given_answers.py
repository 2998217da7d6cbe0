"""What was answered and mended up to now, each with a button to take it back."""

from collections.abc import Iterator

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.answers.codes import without_value
from dashboard.answers.columns import use_said, without_column
from dashboard.answers.mends import Mend
from dashboard.components.current_answers import answer, take_back_mend
from dashboard.components.plain_text import as_plain
from dashboard.components.recognition.column_labels import indicator_names, use_label
from dashboard.language import Words
from dashboard.notation import number
from dashboard.sentences.recognition import IndicatorNames, moment_name
from pipelines.domain.registration import Registration
from pipelines.ingest.mapping.column_mapping import ColumnMapping


def show_given_answers(words: Words, registration: Registration, answers: Answers) -> None:
    """Folded away, with their number as title."""
    said = list(_said(words, answers.mapping, indicator_names(words, registration)))
    if n := len(said) + len(answers.mends):
        folded = st.expander(words.count("import_mending.given", n), key="given_answers", on_change="rerun")
        if folded.open:
            with folded:
                _show(words, answers, said)


def _show(words: Words, answers: Answers, said: list[tuple[str, ColumnMapping]]) -> None:
    undo, n = words("import_mending.undo"), len(said) + len(answers.mends)
    for position, (sentence, without) in enumerate(said):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(as_plain(sentence))
            st.button(undo, on_click=answer, args=(without,), key=f"undo_answer_{n}_{position}")
    for position, step in enumerate(answers.mends):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(as_plain(mend_sentence(words, step)))
            st.button(undo, on_click=take_back_mend, args=(position,), key=f"undo_mend_{n}_{position}")


def mend_sentence(words: Words, step: Mend) -> str:
    """ "Financiën: 9 werd 4, in 12 cellen"; of people no number is repeated."""
    if step.kind == "same_person":
        return words("import_mending.did.same_person")
    old = step.old or words("import_mending.empty")
    slots = {"sheet": step.sheet, "column": step.column, "old": old, "new": step.new}
    return words.count(f"import_mending.did.{step.kind}", step.n, **slots)


def _said(words: Words, mapping: ColumnMapping, names: IndicatorNames) -> Iterator[tuple[str, ColumnMapping]]:
    """Each answer in words, with the mapping that no longer holds it."""
    for heading in mapping.headings:
        what = use_label(words, use_said(mapping, heading), names)
        yield words("import_mending.said.column", column=heading, what=what), without_column(mapping, heading)
    for value in mapping.missing:
        yield words("import_mending.said.missing", value=value), without_value(mapping, value)
    for value, meant in mapping.values.items():
        shown = number(meant, words.language, decimals=0 if float(meant).is_integer() else 2)
        yield words("import_mending.said.value", value=value, number=shown), without_value(mapping, value)
    yield from _said_of_sheets(words, mapping)


def _said_of_sheets(words: Words, mapping: ColumnMapping) -> Iterator[tuple[str, ColumnMapping]]:
    for sheet, moment in mapping.sheet_moments.items():
        said = words("import_mending.said.sheet", sheet=sheet, moment=moment_name(moment, words))
        yield said, _without(mapping, "sheet_moments", sheet)
    for heading, meaning in mapping.ticks.items():
        yield words(f"import_mending.said.tick.{meaning}", column=heading), _without(mapping, "ticks", heading)


def _without(mapping: ColumnMapping, key: str, name: str) -> ColumnMapping:
    kept = {known: meaning for known, meaning in getattr(mapping, key).items() if known != name}
    return mapping.model_copy(update={key: kept})
