"""What is wrong in an upload, where, and what would be right."""

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pipelines.domain.frozen import Frozen, Language, Name


class Severity(StrEnum):
    """An error stops the import; a warning is shown and counted."""

    ERROR = "error"
    WARNING = "warning"


class IssueKind(Frozen):
    """One entry of the catalogue: severity and the two sentences, with slots in braces."""

    severity: Severity
    wrong: Name
    right: Name


class Issue(Frozen):
    """One fault in one place. `row` is the row number that the spreadsheet shows; `column` the heading."""

    code: str
    sheet: str | None = None
    row: int | None = None
    column: str | None = None
    value: str | None = None
    expected: str | Name = ""

    @property
    def severity(self) -> Severity:
        return catalogue()[self.code].severity

    def wrong(self, language: Language) -> str:
        return self._filled(catalogue()[self.code].wrong, language)

    def right(self, language: Language) -> str:
        return self._filled(catalogue()[self.code].right, language)

    def message(self, language: Language) -> str:
        return f"{self.wrong(language)} {self.right(language)}"

    def _filled(self, sentence: Name, language: Language) -> str:
        expected = self.expected.to(language) if isinstance(self.expected, Name) else self.expected
        return sentence.to(language).format(
            sheet=self.sheet or "", row=self.row or "", column=self.column or "", value=self.value or "",
            expected=expected,
        )  # fmt: skip


@cache
def catalogue() -> dict[str, IssueKind]:
    """Every issue that an import can raise, by code."""
    text = files("pipelines.domain").joinpath("issues.toml").read_text(encoding="utf-8")
    return {code: IssueKind.model_validate(entry) for code, entry in tomllib.loads(text).items()}
