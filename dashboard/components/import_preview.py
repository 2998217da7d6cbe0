"""What will change, the choice to leave refused rows out, and the go-ahead."""

import streamlit as st

from dashboard.components.free_texts import second_reader_confirms
from dashboard.components.notice import show_notice
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


def ask_go_ahead(words: Words, reading: Reading) -> GoAhead | None:
    """None until everything is in order and the button is pressed."""
    if standing := _standing_import(reading):
        show_notice(words("import_preview.already", import_id=standing.import_id), "done")
        return None
    if not imports.may_be_stored(reading.registration, leave_out_refused=True):
        show_notice(words("import_preview.blocked" if reading.registration.errors else "import_preview.empty"), "stop")
        return None
    confirmed = second_reader_confirms(words, reading.registration, reading.fingerprint)
    st.header(words("import_preview.title", project=as_plain(reading.project)), anchor=False)
    leave_out = _choose_to_leave_out(words, reading)
    return _ask(words, reading, leave_out, confirmed)


def _ask(words: Words, reading: Reading, leave_out: bool, confirmed: bool) -> GoAhead | None:
    possible = imports.may_be_stored(reading.registration, leave_out)
    if possible:
        show_preview(words, imports.preview(store(), reading.project, reading.registration))
    ready = possible and confirmed
    if not ready:
        still = words("import_preview.confirm_first" if possible else "import_preview.blocked_or_leave_out")
        show_notice(still, "question")
    label = words("import_preview.button", project=as_plain(reading.project))
    pressed = st.button(label, type="primary", disabled=not ready, key="import_button")
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
    registration = reading.registration
    if not registration.errors:
        return False
    n = registration.tally.refused
    chosen = st.checkbox(words.count("import_preview.leave_out", n), key=f"leave_out_{reading.fingerprint}")
    st.caption(words.count("import_preview.leave_out_note", n))
    return chosen
