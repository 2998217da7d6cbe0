"""What an import would change: counts, values, and the sentences of Tel en vertel before and after."""

from dashboard.components.changes.before_after import show_before_after
from dashboard.components.changes.counts import show_counts
from dashboard.components.changes.looking_ahead import basis_of, preview_once, rehearsal_once
from dashboard.components.changes.value_changes import show_value_changes
from dashboard.components.notice import show_notice
from dashboard.components.reading import Reading
from dashboard.components.recognition.column_labels import indicator_names
from dashboard.language import Words
from pipelines import imports


def show_changes(words: Words, reading: Reading, leave_out: bool, n_open: int) -> bool:
    """Whether there is something to import and nothing in its way."""
    if obstacle := _obstacle(words, reading, leave_out, n_open):
        show_notice(obstacle, "question")
        return False
    basis = basis_of(reading, leave_out)
    preview = preview_once(words, reading, basis)
    if show_counts(words, preview):
        show_value_changes(words, preview, indicator_names(words, reading.registration))
        rehearsal = rehearsal_once(words, reading, basis)
        if rehearsal:
            show_before_after(words, rehearsal)
    return True


def _obstacle(words: Words, reading: Reading, leave_out: bool, n_open: int) -> str:
    """What has to be done first; empty when the way is free."""
    registration = reading.registration
    if n_open:
        return words.count("import_changes.answer_first", n_open)
    if imports.may_be_stored(registration, leave_out):
        return ""
    if imports.may_be_stored(registration, leave_out_refused=True):
        return words("import_preview.blocked_or_leave_out")
    return words("import_preview.blocked" if registration.errors else "import_preview.empty")
