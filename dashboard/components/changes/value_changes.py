"""The values that stand already and would become others: which, from what to what, and whose import gives way."""

from collections.abc import Sequence

import streamlit as st

from dashboard.components.plain_text import as_plain
from dashboard.components.table import show_table
from dashboard.language import Words
from dashboard.notation import day
from dashboard.sentences.recognition import IndicatorNames, moment_name
from dashboard.sentences.values import measured
from pipelines.domain.import_report import ChangedValue, Conflict, Preview

MOST_SHOWN = 200
HEADINGS = ("what", "moment", "old", "new", "place")


def show_value_changes(words: Words, preview: Preview, names: IndicatorNames) -> None:
    for conflict in preview.conflicts:
        st.markdown(as_plain(conflict_sentence(words, conflict)))
    if not preview.changes:
        return
    title = words.count("import_changes.values.title", preview.n_changed_observations)
    folded = st.expander(title, key="changed_values", on_change="rerun")
    if folded.open:
        with folded:
            shown = preview.changes[:MOST_SHOWN]
            if preview.n_changed_observations > len(shown):
                st.caption(words("import_changes.values.first", shown=len(shown)))
            _show_table(words, shown, names, title)


def conflict_sentence(words: Words, conflict: Conflict) -> str:
    """Whose values give way, and why."""
    slots = {"import_id": conflict.import_id, "day": day(conflict.imported_at.date(), words.language)}
    return words.count("import_changes.conflict", conflict.n_values, **slots)


def _show_table(words: Words, changes: Sequence[ChangedValue], names: IndicatorNames, caption: str) -> None:
    headings = [words(f"import_changes.values.heading.{heading}") for heading in HEADINGS]
    show_table(caption, headings, [_row(words, change, names) for change in changes])


def _row(words: Words, change: ChangedValue, names: IndicatorNames) -> tuple[str, ...]:
    place = words("import_changes.values.place", sheet=change.sheet, row=change.row)
    name, moment = names.get(change.indicator, change.indicator), moment_name(change.moment, words)
    return name, moment, measured(change.old, words), measured(change.new, words), place
