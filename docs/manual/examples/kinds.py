"""The kinds of lists that the manual has a page for: the pages, the example, and how it is answered."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docs.manual.examples import lists
from pipelines.domain.frozen import Language
from pipelines.ingest.cells.upload import Upload

MANUAL = Path(__file__).parents[1]
MAPPING = re.compile(r"```toml\n(.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Kind:
    """`id` names the pictures; `page` is the name of the page in each language, without .md."""

    id: str
    page: dict[Language, str]
    uploads: Callable[[], list[Upload]]

    def text(self, language: Language) -> str:
        return (MANUAL / language / f"{self.page[language]}.md").read_text(encoding="utf-8")

    def mapping(self, language: Language) -> str | None:
        """The mapping that the page shows for this example: what the reader's answers come down to."""
        found = MAPPING.search(self.text(language))
        return found[1] if found else None


def _kind(id: str, nl: str, en: str, uploads: Callable[[], list[Upload]]) -> Kind:
    return Kind(id, {"nl": f"soort-{nl}", "en": f"kind-{en}"}, uploads)


KINDS = (
    _kind("template", "invulbestand", "template", lists.template),
    _kind("own_list", "eigen-lijst", "own-list", lists.own_list),
    _kind("row_per_score", "rij-per-score", "row-per-score", lists.row_per_score),
    _kind("short_names", "korte-namen", "short-names", lists.short_names),
    _kind("two_heading_rows", "twee-kopregels", "two-heading-rows", lists.two_heading_rows),
    _kind("sheet_per_moment", "blad-per-meetmoment", "sheet-per-moment", lists.sheet_per_moment),
    _kind("file_per_moment", "bestand-per-meetmoment", "file-per-moment", lists.file_per_moment),
    _kind("csv_export", "csv", "csv", lists.csv_export),
    _kind("codes", "codes", "codes", lists.codes),
    _kind("sites", "meer-locaties", "several-sites", lists.sites),
    _kind("with_names", "met-namen", "with-names", lists.with_names),
)
