"""What is not right in the files: by kind, cell by cell, with the whole list to download."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from dashboard.components.table import show_grouped_table
from dashboard.components.template_download import XLSX
from dashboard.language import Words
from dashboard.reports.issue_list import write_issue_list
from pipelines.domain.issue import Issue, Severity, catalogue

MOST_SHOWN = 25
KIND = "wide-table issue-table"
COLUMNS = ("sheet", "row", "column", "value", "wrong", "right")


def show_issues(words: Words, issues: Sequence[Issue]) -> None:
    if not issues:
        st.markdown(words("import_issues.clean"))
        return
    errors = [issue for issue in issues if issue.severity is Severity.ERROR]
    notes = [issue for issue in issues if issue.severity is Severity.WARNING]
    if errors:
        st.header(words("import_issues.errors_title"), anchor=False)
        st.markdown(words.count("import_issues.errors_text", len(errors)))
        _show_by_kind(words, words("import_issues.errors_title"), errors)
    if notes:
        title = words.count("import_issues.notes_title", len(notes))
        with st.expander(title, key="import_notes"):
            st.markdown(words("import_issues.notes_text"))
            _show_by_kind(words, title, notes)
    _offer_list(words, issues)


def _show_by_kind(words: Words, caption: str, issues: Sequence[Issue]) -> None:
    """In the order of the catalogue: what concerns a whole file first, then columns, cells, rows together."""
    in_order = sorted(issues, key=lambda issue: list(catalogue()).index(issue.code))
    by_code = groupby(in_order, key=lambda issue: issue.code)
    groups = [_group(words, code, list(found)) for code, found in by_code]
    show_grouped_table(caption, [words(f"import_issues.heading.{column}") for column in COLUMNS], groups, kind=KIND)


def _group(words: Words, code: str, found: Sequence[Issue]) -> tuple[str, list[tuple[str, ...]]]:
    """Title and rows of one kind; what does not fit on the page stands in the list."""
    title = f"{words(f'import_issues.kind.{code}')} · {words.count('import_issues.times', len(found))}"
    if len(found) > MOST_SHOWN:
        title = f"{title} · {words('import_issues.first', shown=MOST_SHOWN)}"
    return title, [_cells(words, issue) for issue in found[:MOST_SHOWN]]


def _cells(words: Words, issue: Issue) -> tuple[str, ...]:
    row = "" if issue.row is None else str(issue.row)
    place = (issue.sheet or "", row, issue.column or "", issue.value or "")
    return (*place, issue.wrong(words.language), issue.right(words.language))


def _offer_list(words: Words, issues: Sequence[Issue]) -> None:
    st.download_button(
        words("import_issues.download"),
        data=lambda: write_issue_list(issues, words),
        file_name=words("import_issues.file_name"),
        mime=XLSX,
        on_click="ignore",
        key="issues_download",
    )
