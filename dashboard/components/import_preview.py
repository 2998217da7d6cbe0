"""What will change, the choice to leave refused rows out, and the go-ahead."""

import streamlit as st

from dashboard.components.plain_text import as_plain
from dashboard.components.reading import Reading
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.workspace import store
from pipelines import imports
from pipelines.domain.frozen import Frozen
from pipelines.domain.import_report import ImportRecord, Preview


class GoAhead(Frozen):
    """The button was pressed; `leave_out_refused` as it was ticked."""

    leave_out_refused: bool


def ask_go_ahead(words: Words, reading: Reading, *, texts_confirmed: bool) -> GoAhead | None:
    st.header(words("import_preview.title", project=as_plain(reading.project)), anchor=False)
    if standing := _standing_import(reading):
        st.info(words("import_preview.already", import_id=standing.import_id))
        return None
    leave_out = _choose_to_leave_out(words, reading)
    reason = _reason_to_wait(words, reading, leave_out, texts_confirmed)
    if imports.may_be_stored(reading.registration, leave_out):
        show_preview(words, imports.preview(store(), reading.project, reading.registration))
    if reason:
        st.markdown(reason)
    label = words("import_preview.button", project=as_plain(reading.project))
    pressed = st.button(label, type="primary", disabled=reason is not None, key="import_button")
    return GoAhead(leave_out_refused=leave_out) if pressed else None


def show_preview(words: Words, preview: Preview) -> None:
    """The numbers that are not zero, as a list."""
    counts = {field.removeprefix("n_"): n for field, n in preview.model_dump().items() if n}
    if not set(counts) - {"known_participants", "same_observations"}:
        st.markdown(words("import_preview.nothing"))
        return
    lines = (
        f"<li><strong>{whole(n, words.language)}</strong> {words.count(f'import_preview.count.{what}', n)}</li>"
        for what, n in counts.items()
    )
    st.html(f'<ul class="counts">{"".join(lines)}</ul>')


def _standing_import(reading: Reading) -> ImportRecord | None:
    """The import of the very same files that stands already."""
    for record in imports.history(store(), reading.project):
        if record.fingerprint == reading.fingerprint and record.withdrawn_at is None:
            return record
    return None


def _choose_to_leave_out(words: Words, reading: Reading) -> bool:
    """Offered only where the good rows can do without the refused ones."""
    registration = reading.registration
    if not registration.errors or not imports.may_be_stored(registration, leave_out_refused=True):
        return False
    n = registration.tally.refused
    chosen = st.checkbox(words.count("import_preview.leave_out", n), key=f"leave_out_{reading.fingerprint}")
    st.caption(words.count("import_preview.leave_out_note", n))
    return chosen


def _reason_to_wait(words: Words, reading: Reading, leave_out: bool, texts_confirmed: bool) -> str | None:
    if not imports.may_be_stored(reading.registration, leave_out):
        return words("import_preview.blocked" if reading.registration.errors else "import_preview.empty")
    return None if texts_confirmed else words("import_preview.confirm_first")
