"""What residents and professionals wrote, as it will be stored, and the second reader who confirms it."""

from collections.abc import Iterator

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.components.own_names import ask_own_names
from dashboard.components.table import show_table
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.taken_out import sentences_around
from pipelines.domain.registration import Registration, Removal

MOST_SHOWN = 200


def second_reader_confirms(words: Words, registration: Registration, answers: Answers, fingerprint: str) -> bool:
    """True when there is nothing to read, or somebody has read it. Other files, or other names, ask again."""
    texts = list(_texts(registration))
    if not texts:
        return True
    st.subheader(words("import_texts.title"), anchor=False)
    _show_removals(words, registration)
    with st.expander(words("import_texts.read"), key="free_texts"):
        headings = [words("import_texts.heading.where"), words("import_texts.heading.text")]
        rows = [(words(f"import_texts.where.{kind}"), text) for kind, text in texts]
        show_table(words("import_texts.read"), headings, rows)
    ask_own_names(words, answers)
    return st.checkbox(words("import_texts.confirm"), key=f"second_reader_{fingerprint}")


def _texts(registration: Registration) -> Iterator[tuple[str, str]]:
    """Every free text with what it is."""
    yield from (("narrative", narrative.words) for narrative in registration.narratives)
    yield from (("benefit", narrative.benefit) for narrative in registration.narratives if narrative.benefit)
    yield from (("chosen", told.chosen_because) for told in registration.narratives if told.chosen_because)
    yield from (("goal", goal.description) for goal in registration.goals)
    yield from (("intervention", done.result) for done in registration.interventions if done.result)
    yield from (("recognition", answer.explanation) for answer in registration.recognitions if answer.explanation)


def _show_removals(words: Words, registration: Registration) -> None:
    n_removed = sum(removal.n for removal in registration.removals)
    if not n_removed:
        st.markdown(words("import_texts.none_removed"))
        return
    st.markdown(f"{words.count('import_texts.removed', n_removed)} {words('import_texts.removed_note')}")
    with st.expander(words("import_texts.removed_title"), key="removals", expanded=True):
        headings = [words(f"import_texts.heading.{heading}") for heading in ("row", "kind", "words", "around")]
        rows = [_removal_row(words, removal) for removal in registration.removals[:MOST_SHOWN]]
        show_table(words("import_texts.removed_title"), headings, rows)


def _removal_row(words: Words, removal: Removal) -> tuple[str, ...]:
    place = words("import_texts.place", sheet=removal.sheet, row=removal.row)
    taken = ", ".join(removal.words) or whole(removal.n, words.language)
    return place, what_was_removed(words, removal), taken, sentences_around(removal.text, removal.kind)


def what_was_removed(words: Words, removal: Removal) -> str:
    return words(f"import_texts.removed_kind.{removal.kind.replace('-', '')}")
