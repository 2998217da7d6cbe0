"""Reservekopie: a copy of the database on the server, without its key."""

from dashboard.components.backup import offer_backup
from dashboard.components.page_heading import show_heading
from dashboard.workspace import current_words

words = current_words()

show_heading(words("people.backup.title"), words("people.backup.lead"))
offer_backup(words)
