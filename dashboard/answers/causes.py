"""Issues by cause: the same fault with the same value in one column is one thing to mend, in however many cells."""

import hashlib
from collections.abc import Iterable, Sequence

from pydantic import Field

from pipelines.domain.frozen import Frozen
from pipelines.domain.issue import Issue, Severity, catalogue

# What is asked as a question of its own, and so is not listed among the faults as well.
CODE_QUESTIONS = ("code_in_question", "value_not_a_number")
COLUMN_QUESTION = "column_in_question"
SHEET_QUESTION = "sheet_in_question"
TICK_QUESTION = "tick_in_question"
DECIMAL_QUESTION = "decimal_unclear"
MOMENT_QUESTION = "moment_column_missing"
MONTHS_QUESTION = "moment_may_be_months"
MOMENT_WORD_QUESTION = "moment_not_understood"
RESTART_QUESTION = "number_restarts"
INSTRUMENT_QUESTION = "ambiguous_instrument"
QUESTIONS = (
    COLUMN_QUESTION, SHEET_QUESTION, TICK_QUESTION, DECIMAL_QUESTION, MOMENT_QUESTION, MONTHS_QUESTION,
    RESTART_QUESTION, INSTRUMENT_QUESTION,
)  # fmt: skip


class Cause(Frozen):
    """One fault with all its places; every issue has the same code, sheet, column and value."""

    code: str
    sheet: str | None
    column: str | None
    value: str | None = Field(repr=False)
    issues: tuple[Issue, ...] = Field(repr=False)

    @property
    def key(self) -> str:
        """Stays the same when the files are read again; says nothing about what stands in them."""
        return hashlib.sha256(repr((self.code, self.sheet, self.column, self.value)).encode()).hexdigest()[:12]

    @property
    def n(self) -> int:
        return len(self.issues)

    @property
    def severity(self) -> Severity:
        return catalogue()[self.code].severity

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows it sits in, each once, in order; none for a fault of a whole sheet or file."""
        return tuple(sorted({issue.row for issue in self.issues if issue.row is not None}))


class CodeQuestion(Frozen):
    """A value that stands in measured columns and may mean something else than it says."""

    value: str = Field(repr=False)
    n_cells: int
    columns: tuple[str, ...]


def causes(issues: Iterable[Issue]) -> list[Cause]:
    """Errors before warnings; within those the one that touches most cells first."""
    found: dict[tuple[str | None, ...], list[Issue]] = {}
    for issue in issues:
        found.setdefault((issue.code, issue.sheet, issue.column, issue.value), []).append(issue)
    grouped = [
        Cause(code=code or "", sheet=sheet, column=column, value=value, issues=tuple(among))
        for (code, sheet, column, value), among in found.items()
    ]
    return sorted(grouped, key=lambda cause: (cause.severity is not Severity.ERROR, -cause.n))


def code_questions(issues: Sequence[Issue], mistakes: Sequence[str]) -> list[CodeQuestion]:
    """One question per value, over all columns; not for what was called a mistake. Most cells first."""
    found: dict[str, list[Issue]] = {}
    for issue in issues:
        if issue.code in CODE_QUESTIONS and issue.value and issue.value not in mistakes:
            found.setdefault(issue.value, []).append(issue)
    questions = [
        CodeQuestion(value=value, n_cells=len(among), columns=tuple(dict.fromkeys(of.column or "" for of in among)))
        for value, among in found.items()
    ]
    return sorted(questions, key=lambda question: -question.n_cells)


def is_asked(issue: Issue, mistakes: Sequence[str]) -> bool:
    """Whether a question stands on the page for this issue."""
    if issue.code in (*CODE_QUESTIONS, MOMENT_WORD_QUESTION):
        return bool(issue.value) and issue.value not in mistakes
    return issue.code in QUESTIONS
