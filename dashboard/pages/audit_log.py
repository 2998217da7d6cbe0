"""Wat is er gedaan? The audit log, for the administrator."""

from dashboard.components.audit_log import show_log
from dashboard.components.page_heading import show_heading
from dashboard.people import current_audit_log, readers_audit_log
from dashboard.workspace import current_words

words = current_words()

show_heading(words("people.log.title"), words("people.log.lead"))
show_log(words, {log.file: log for log in (current_audit_log(), readers_audit_log())}.values())
