"""Where the table of a sheet stands, what kind of sheet it is, and what its columns are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from pipelines.domain.registration_sheets import EXPLANATION_SHEET, MENDING_SHEET, registration_sheets
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.limits import HEADING_SEARCH_ROWS
from pipelines.ingest.cells.sheet import Sheet, column_letter, is_empty, text_of
from pipelines.ingest.tables.headings import ATTRIBUTE, MOMENT_FIRST, MOMENT_LAST, UNKNOWN, Vocabulary
from pipelines.ingest.tables.table import INDICATORS, MEASUREMENTS, PROJECT, Heading, Table
from pipelines.ingest.values.notation import moment_of_match, parse_moment

KNOWN_BY_NAME_ONLY = (PROJECT, INDICATORS)
SHEETS_WITHOUT_RECORDS = (
    EXPLANATION_SHEET.nl, EXPLANATION_SHEET.en, MENDING_SHEET.nl, MENDING_SHEET.en, "Leeswijzer", "Lijsten", "Lists",
    "Keuzelijsten",
)  # fmt: skip


def find_table(sheet: Sheet, vocabulary: Vocabulary) -> Table | None:
    """The table of a sheet, None if there is none that is known.

    What the mapping says is measured decides first, then the sheet's own name, then its headings.
    """
    measured = _best_row(sheet, vocabulary, MEASUREMENTS)
    if measured and any(heading.is_measured and heading.meaning.is_given for heading in measured.headings):
        return measured
    named = kind_called(sheet.name)
    if named:
        best = _best_row(sheet, vocabulary, named)
        return best if best and _n_recognised(best) else None
    tables = (_best_row(sheet, vocabulary, kind) for kind in registration_sheets() if kind not in KNOWN_BY_NAME_ONLY)
    fitting = [table for table in tables if table and _has_what_it_takes(table)]
    return next((table for table in fitting if table.kind == MEASUREMENTS), None) or _clearest(fitting)


def _clearest(tables: Sequence[Table]) -> Table | None:
    """The one with the most headings that are known; None if that is not one."""
    most = max(map(_n_recognised, tables), default=0)
    best = [table for table in tables if _n_recognised(table) == most]
    return best[0] if len(best) == 1 else None


def kind_called(sheet_name: str) -> str | None:
    """The kind of sheet that has this name, in either language."""
    return _kinds_by_name().get(bare(sheet_name))


def is_without_records(sheet: Sheet) -> bool:
    """Whether this is the explanation that our own workbook carries, or a sheet with lists to choose from."""
    return bare(sheet.name) in map(bare, SHEETS_WITHOUT_RECORDS)


def moment_of_sheet(name: str) -> int | None:
    """The moment that the name of a sheet or file tells: 0-meting, T1, "zrm 1-meting"."""
    moment = parse_moment(name)
    if moment is not None:
        return moment
    text = " ".join(name.casefold().split())
    found = MOMENT_LAST.fullmatch(text) or MOMENT_FIRST.fullmatch(text)
    # A word such as "start" may be part of any name; a number with its unit is not.
    return None if found is None or found["word"] not in (None, "nulmeting") else moment_of_match(found)


def _best_row(sheet: Sheet, vocabulary: Vocabulary, kind: str) -> Table | None:
    """The table below the first row with the most headings that are known."""

    def n_known(row: int) -> int:
        cells = (column[row] for column in sheet.columns)
        return sum(vocabulary.meaning(cell, kind).is_recognised for cell in cells if isinstance(cell, str))

    row = max(range(min(HEADING_SEARCH_ROWS, sheet.n_rows)), key=n_known, default=None)
    return None if row is None else Table(sheet, kind, row, _headings(sheet, vocabulary, kind, row))


def _headings(sheet: Sheet, vocabulary: Vocabulary, kind: str, row: int) -> tuple[Heading, ...]:
    """Every column that has a heading or holds something; without a heading it goes by its letter."""
    found = []
    for position, column in enumerate(sheet.columns):
        cell = column[row]
        if not is_empty(cell):
            found.append(Heading(position, text_of(cell), vocabulary.meaning(text_of(cell), kind)))
        elif column.rows(row + 1, sheet.n_rows).is_filled.any():
            found.append(Heading(position, column_letter(position), UNKNOWN, has_text=False))
    return tuple(_without_doubled_attributes(_prefer_given(found)))


def _without_doubled_attributes(headings: Iterable[Heading]) -> Iterator[Heading]:
    """Buurt and Wijk may both be there: the first is the attribute we know, the other one of the project's own."""
    taken: set[str | None] = set()
    for heading in headings:
        is_attribute = (heading.meaning.field or "").startswith(ATTRIBUTE)
        yield replace(heading, meaning=UNKNOWN) if is_attribute and heading.meaning.field in taken else heading
        taken.add(heading.meaning.field)


def _prefer_given(headings: Sequence[Heading]) -> Iterator[Heading]:
    """What the mapping says is a field leaves no other column of that field."""
    given = {heading.meaning.field for heading in headings if heading.meaning.is_given}
    for heading in headings:
        doubled = not heading.meaning.is_given and not heading.is_measured and heading.meaning.field in given - {None}
        yield replace(heading, meaning=UNKNOWN) if doubled else heading


def _n_recognised(table: Table) -> int:
    return sum(heading.meaning.is_recognised for heading in table.headings)


def _has_what_it_takes(table: Table) -> bool:
    """Whether the headings alone tell that this is a sheet of its kind."""
    fields = Counter(heading.meaning.field for heading in table.headings if not heading.is_measured)
    if table.kind == MEASUREMENTS:
        is_long = bool(fields["indicator"] and fields["value"])
        about_somebody = bool(fields["participant"]) and (is_long or bool(table.measured) or bool(fields["moment"]))
        return about_somebody or len(table.measured) > 1
    required = [column.field for column in registration_sheets()[table.kind].column if column.required]
    n_own = sum(n for field, n in fields.items() if field)
    return all(fields[field] for field in required) and n_own > 1


@cache
def _kinds_by_name() -> Mapping[str, str]:
    return {
        bare(name): sheet.id
        for sheet in registration_sheets().values()
        for name in (sheet.name.nl, sheet.name.en, *sheet.aliases)
    }
