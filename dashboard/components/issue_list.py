"""What is not right in the files: by kind, cell by cell, with the whole list to download."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from dashboard.components.table import show_table
from dashboard.components.template_download import XLSX
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.reports.issue_list import write_issue_list
from pipelines.domain.issue import Issue, Severity

SHOWN = 50
COLUMNS = ("sheet", "row", "column", "value", "wrong", "right")


def show_issues(words: Words, issues: Sequence[Issue]) -> None:
    if not issues:
        st.markdown(words("import_issues.clean"))
        return
    errors = [issue for issue in issues if issue.severity is Severity.ERROR]
    warnings = [issue for issue in issues if issue.severity is Severity.WARNING]
    if errors:
        st.subheader(words("import_issues.errors_title"), anchor=False)
        st.markdown(words.count("import_issues.errors_text", len(errors)))
        _show_kinds(words, errors, unfolded=True)
    if warnings:
        st.subheader(words("import_issues.warnings_title"), anchor=False)
        st.markdown(words("import_issues.warnings_text"))
        _show_kinds(words, warnings, unfolded=False)
    _offer_list(words, issues)


def _show_kinds(words: Words, issues: Sequence[Issue], *, unfolded: bool) -> None:
    by_code = sorted(issues, key=lambda issue: issue.code)
    for code, group in groupby(by_code, key=lambda issue: issue.code):
        found = list(group)
        kind = words(f"import_issues.kind.{code}")
        title = f"{kind} · {words.count('import_issues.times', len(found))}"
        with st.expander(title, expanded=unfolded, key=f"issues_{code}"):
            show_table(kind, headings(words), [cells(words, issue) for issue in found[:SHOWN]])
            if len(found) > SHOWN:
                st.caption(words("import_issues.in_list", shown=SHOWN, n=whole(len(found), words.language)))


def headings(words: Words) -> list[str]:
    return [words(f"import_issues.heading.{column}") for column in COLUMNS]


def cells(words: Words, issue: Issue) -> tuple[str, ...]:
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
