"""The issues of an upload as a workbook: to mend the file by, or to send to whoever keeps it."""

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook

from dashboard.language import Words
from pipelines.domain.issue import Issue

WIDTHS = {"severity": 9, "sheet": 18, "row": 6, "column": 24, "value": 20, "wrong": 52, "right": 62, "code": 26}


def write_issue_list(issues: Sequence[Issue], words: Words) -> bytes:
    """One row an issue. What stands in the user's cells is written as text that no program takes for a formula."""
    content = BytesIO()
    with Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        workbook.set_properties({"title": words("import_issues.document")})
        sheet = workbook.add_worksheet(words("import_issues.document"))
        as_text = workbook.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"})
        bold = workbook.add_format({"bold": True, "bottom": 1})
        for position, (column, width) in enumerate(WIDTHS.items()):
            sheet.set_column(position, position, width)
            sheet.write_string(0, position, words(f"import_issues.heading.{column}"), bold)
        for row, issue in enumerate(issues, start=1):
            for position, cell in enumerate(_cells(issue, words)):
                sheet.write(row, position, cell, as_text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(issues), len(WIDTHS) - 1)
    return content.getvalue()


def _cells(issue: Issue, words: Words) -> tuple[str | int, ...]:
    """In the order of WIDTHS."""
    return (
        words(f"import_issues.severity.{issue.severity}"),
        issue.sheet or "",
        issue.row or "",
        issue.column or "",
        issue.value or "",
        issue.wrong(words.language),
        issue.right(words.language),
        issue.code,
    )
