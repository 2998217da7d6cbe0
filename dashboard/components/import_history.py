"""All imports, newest first, and taking one back."""

from datetime import datetime
from html import escape

import streamlit as st

from dashboard import notation
from dashboard.access import Deed
from dashboard.components.notice import show_notice
from dashboard.components.plain_text import as_plain
from dashboard.language import Words
from dashboard.people import note
from dashboard.workspace import project_id_of, store
from pipelines import imports
from pipelines.audit_log import Event
from pipelines.domain.import_report import ImportRecord

SHOWN = 20
WITHDRAWN_KEY = "withdrawn_import"


def show_history(words: Words) -> None:
    st.header(words("import_history.title"), anchor=False)
    _tell_withdrawal(words)
    records = imports.history(store())
    if not records:
        st.markdown(words("import_history.empty"))
    for record in records[:SHOWN]:
        _show_record(words, record)
    if older := records[SHOWN:]:
        with st.expander(words("import_history.older"), key="older_imports"):
            for record in older:
                _show_record(words, record)


def _show_record(words: Words, record: ImportRecord) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"import_{record.import_id}"):
        st.html(_record_html(words, record))
        if record.withdrawn_at is None:
            pressed = st.button(words("import_history.withdraw"), key=f"withdraw_{record.import_id}")
            if pressed:
                _confirm_withdrawal(words, record)


def _record_html(words: Words, record: ImportRecord) -> str:
    title = f"{words('import_history.delivery', import_id=record.import_id)} · {record.project}"
    lines = [_when_and_who(words, record), _files(words, record), _counts(words, record)]
    if record.withdrawn_at:
        lines.append(words("import_history.withdrawn", at=_moment(words, record.withdrawn_at)))
    state = "withdrawn" if record.withdrawn_at else "live"
    return (
        f'<div class="import-line {state}"><h3>{escape(title)}</h3>'
        + "".join(f"<p>{escape(line)}</p>" for line in lines)
        + "</div>"
    )


def _moment(words: Words, at: datetime) -> str:
    return words("import_history.at", day=notation.day(at.date(), words.language), time=f"{at:%H:%M}")


def _when_and_who(words: Words, record: ImportRecord) -> str:
    at = _moment(words, record.imported_at)
    return words("import_history.by", at=at, who=record.imported_by) if record.imported_by else at


def _files(words: Words, record: ImportRecord) -> str:
    """Each file with the beginning of its hash, where it is known."""
    if len(record.file_digests) != len(record.file_names):
        return ", ".join(record.file_names)
    files = zip(record.file_names, record.file_digests, strict=True)
    return ", ".join(words("import_history.file", name=name, digest=digest[:8]) for name, digest in files)


def _counts(words: Words, record: ImportRecord) -> str:
    tally = record.tally
    parts = [
        words.count("import_history.rows", tally.read),
        words(
            "import_history.counts",
            accepted=notation.whole(tally.accepted, words.language),
            refused=notation.whole(tally.refused, words.language),
            skipped=notation.whole(tally.skipped, words.language),
        ),
    ]
    if n_messages := sum(record.issue_counts.values()):
        parts.insert(2, words.count("import_history.messages", n_messages))
    return " · ".join(parts)


def _confirm_withdrawal(words: Words, record: ImportRecord) -> None:
    @st.dialog(words("import_history.dialog.title"))
    def ask() -> None:
        st.markdown(
            words(
                "import_history.dialog.text",
                import_id=record.import_id,
                project=as_plain(record.project),
                files=as_plain(", ".join(record.file_names)),
            )
        )
        with st.container(horizontal=True):
            confirm, cancel = words("import_history.dialog.confirm"), words("import_history.dialog.cancel")
            confirmed = st.button(confirm, type="primary", on_click=_withdraw, args=(record,), key="withdraw_yes")
            if confirmed or st.button(cancel, key="withdraw_no"):
                st.rerun()

    ask()


def _withdraw(record: ImportRecord) -> None:
    """Somebody else may have been first: then there is nothing left to do, and the page says so."""
    try:
        st.session_state[WITHDRAWN_KEY] = imports.withdraw(store(Deed.ERASE), record.import_id)
    except imports.UnknownImport:
        st.session_state[WITHDRAWN_KEY] = None
    else:
        note(Event.WITHDRAW, project_id=project_id_of(record.project), import_id=record.import_id)


def _tell_withdrawal(words: Words) -> None:
    """Once, right after it happened."""
    if WITHDRAWN_KEY not in st.session_state:
        return
    record: ImportRecord | None = st.session_state.pop(WITHDRAWN_KEY)
    if record is None:
        show_notice(words("import_history.gone"), "question")
    else:
        done = words("import_history.dialog.done", import_id=record.import_id, project=record.project)
        show_notice(done, "done")
