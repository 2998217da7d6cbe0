"""The audit log as a table, the newest first."""

from collections.abc import Collection

import streamlit as st

from dashboard import notation
from dashboard.access import Deed, demand
from dashboard.components.notice import show_notice
from dashboard.components.table import show_table
from dashboard.language import Words, all_texts
from dashboard.notation import whole
from pipelines.audit_log import AuditLog, Event, Line, Way

MOST_SHOWN = 200
COLUMNS = ("when", "what", "by", "code", "which")


def show_log(words: Words, logs: Collection[AuditLog]) -> None:
    demand(Deed.OVERSEE)
    if n_unreadable := sum(log.count_unreadable() for log in logs):
        show_notice(words.count("people.log.unreadable", n_unreadable), "stop")
    lines = sorted((line for log in logs for line in log.read()), key=lambda line: line.at, reverse=True)
    if not lines:
        st.markdown(words("people.log.empty"))
        return
    chosen = _choose_event(words)
    wanted = [line for line in lines if chosen in (None, line.event)]
    if len(wanted) > MOST_SHOWN:
        st.caption(words.count("people.log.more", len(wanted), shown=whole(MOST_SHOWN, words.language)))
    headings = [words(f"people.log.{column}") for column in COLUMNS]
    show_table(words("people.log.caption"), headings, [_row(words, line) for line in wanted[:MOST_SHOWN]])


def _choose_event(words: Words) -> Event | None:
    return st.selectbox(
        words("people.log.filter"),
        [None, *Event],
        format_func=lambda event: words(f"people.event.{event}" if event else "people.log.everything"),
        key="audit_event",
        width=320,
    )


def _row(words: Words, line: Line) -> tuple[str, ...]:
    when = f"{notation.day(line.at.date(), words.language)} {line.at:%H:%M}"
    by = words.listing([_by(words, role) for role in line.roles or ("nobody",)])
    return when, words(f"people.event.{line.event}"), by, line.who or "", _which(words, line)


def _by(words: Words, role: str) -> str:
    is_way = role in [*Way, "nobody"]
    return words(f"people.way.{role}" if is_way else f"people.role.{role}")


def _which(words: Words, line: Line) -> str:
    parts = (
        line.project_id is not None and words("people.log.project", number=line.project_id),
        line.import_id is not None and words("people.log.import", number=line.import_id),
        line.edition_id and words("people.log.edition", id=line.edition_id),
        line.page and words("people.log.refused_at", what=_what_was_refused(words, line.page)),
    )
    return ", ".join(part for part in parts if part)


def _what_was_refused(words: Words, name: str) -> str:
    """A page, or a deed; in a log of another version perhaps one that is not known here."""
    for key in (f"shell.page.{name}", f"people.deed.{name}"):
        if key in all_texts():
            return words(key)
    return name
