"""Making a copy of the database in the folder that the settings name. Nothing of it passes the browser."""

from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from dashboard.access import Deed
from dashboard.components.notice import show_notice
from dashboard.components.plain_text import as_plain
from dashboard.language import Words
from dashboard.people import note
from dashboard.workspace import store
from pipelines.audit_log import Event
from pipelines.settings import read_settings
from pipelines.store.unavailable import StoreBusy


def offer_backup(words: Words) -> None:
    if st.button(words("people.backup.button"), type="primary", key="back_up"):
        _back_up(words)
    st.markdown(words("people.backup.key"))
    st.markdown(words("people.backup.restore"))


def _back_up(words: Words) -> None:
    file = _backup_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        store(Deed.BACK_UP).back_up(file)
    except (StoreBusy, OSError) as fault:
        show_notice(words("people.backup.busy", why=as_plain(str(fault))), "stop")
    else:
        note(Event.BACKUP)
        show_notice(words("people.backup.done", file=file), "done")


def _backup_file() -> Path:
    settings = read_settings()
    return settings.backups / f"{settings.db.stem}-{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}.duckdb"
