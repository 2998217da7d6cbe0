"""Which table of which kind stands on a sheet, by the name of the sheet and by the headings that are known."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from pipelines.domain.registration_sheets import EXPLANATION_SHEET, MENDING_SHEET, registration_sheets
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.limits import HEADING_SEARCH_ROWS
from pipelines.ingest.cells.sheet import Cell, Sheet, column_letter
from pipelines.ingest.headings.vocabulary import ATTRIBUTE, UNKNOWN, Meaning, Vocabulary
from pipelines.ingest.tables.heading_rows import HeadingBlock, heading_blocks
from pipelines.ingest.tables.label_meanings import label_moment, meaning_below_labels, place_of
from pipelines.ingest.tables.moments_together import settle_moments
from pipelines.ingest.tables.table import INDICATORS, MEASUREMENTS, PROJECT, Heading, Table
from pipelines.ingest.tables.table_end import find_last_row
from pipelines.ingest.values.notation import parse_number

KNOWN_BY_NAME_ONLY = (PROJECT, INDICATORS)
SHEETS_WITHOUT_RECORDS = (
    EXPLANATION_SHEET.nl, EXPLANATION_SHEET.en, MENDING_SHEET.nl, MENDING_SHEET.en, "Leeswijzer", "Lijsten", "Lists",
    "Keuzelijsten",
)  # fmt: skip


def find_table(sheet: Sheet, vocabulary: Vocabulary, moment: int | None = None) -> Table | None:
    """The table of a sheet, None if there is none that is known.

    What the mapping says is measured decides first, then the sheet's own name, then its headings. `moment` is the one
    that the whole sheet is about.
    """
    blocks = _blocks(sheet, vocabulary)
    measured = _best_table(sheet, blocks, vocabulary, MEASUREMENTS, moment)
    if measured and any(heading.is_measured and heading.meaning.is_given for heading in measured.headings):
        return measured
    named = kind_called(sheet.name)
    if named:
        best = measured if named == MEASUREMENTS else _best_table(sheet, blocks, vocabulary, named)
        return best if best and _n_recognised(best) else None
    if measured and _has_what_it_takes(measured):
        return measured
    others = [kind for kind in registration_sheets() if kind not in (*KNOWN_BY_NAME_ONLY, MEASUREMENTS)]
    tables = (_best_table(sheet, blocks, vocabulary, kind) for kind in others)
    return _clearest([table for table in tables if table and _has_what_it_takes(table)])


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


def _blocks(sheet: Sheet, vocabulary: Vocabulary) -> list[tuple[HeadingBlock, int]]:
    """Every heading there may be, with how many of its names can be known at most: a number is none, unless the mapping
    names it."""
    return [
        (block, sum(_may_be_known(sheet.columns[position][block.row], vocabulary) for position in _named(block)))
        for row in range(min(HEADING_SEARCH_ROWS, sheet.n_rows))
        for block in heading_blocks(sheet, row)
    ]


def _named(block: HeadingBlock) -> list[int]:
    return [position for position, parts in enumerate(block.parts) if parts]


def _may_be_known(cell: Cell, vocabulary: Vocabulary) -> bool:
    return isinstance(cell, str) and (parse_number(cell) is None or vocabulary.given(cell) is not None)


def _best_table(
    sheet: Sheet,
    blocks: Sequence[tuple[HeadingBlock, int]],
    vocabulary: Vocabulary,
    kind: str,
    moment: int | None = None,
) -> Table | None:
    """The table below the first heading with the most names that are known, of as few rows as tell as much."""
    best: tuple[tuple[int, int], HeadingBlock, list[Meaning]] | None = None
    for block, n_at_most in blocks:
        if best is None or n_at_most >= best[0][0]:
            meanings = _meanings(block, kind, vocabulary)
            told = (_n_known(sheet, block, meanings, kind, vocabulary), _n_told_by_labels(block, meanings))
            if best is None or told > best[0]:
                best = told, block, meanings
    if best is None:
        return None
    _, block, meanings = best
    headings = _prefer_given(_headings(sheet, block, meanings))
    settled = settle_moments(tuple(headings), vocabulary, moment) if kind == MEASUREMENTS else tuple(headings)
    table = Table(sheet, kind, block.row, tuple(_without_doubled_attributes(settled)), block.first_row, moment=moment)
    return replace(table, last_row=find_last_row(table))


def _meanings(block: HeadingBlock, kind: str, vocabulary: Vocabulary) -> list[Meaning]:
    """Per column what stands above it means."""
    times = Counter(map(place_of, block.parts))
    repeated = {place for place, n in times.items() if n > 1}
    return [meaning_below_labels(parts, kind, vocabulary, repeated) if parts else UNKNOWN for parts in block.parts]


def _n_known(sheet: Sheet, block: HeadingBlock, meanings: Sequence[Meaning], kind: str, vocabulary: Vocabulary) -> int:
    """How many texts are headings that are known."""
    return sum(
        meaning.is_recognised
        or meaning.is_blocked
        or (kind == MEASUREMENTS and vocabulary.half_of_pair(block.text(position)).is_recognised)
        for position, meaning in enumerate(meanings)
        if block.parts[position] and _may_be_known(sheet.columns[position][block.row], vocabulary)
    )


def _n_told_by_labels(block: HeadingBlock, meanings: Sequence[Meaning]) -> int:
    """Over how many columns the labels say something that matters."""
    return sum(
        meaning.is_blocked or (meaning.moment is not None and label_moment(parts) is not None)
        for meaning, parts in zip(meanings, block.parts, strict=True)
        if len(parts) > 1
    )


def _headings(sheet: Sheet, block: HeadingBlock, meanings: Sequence[Meaning]) -> Iterator[Heading]:
    """Every column that has a heading or holds something; without a heading it goes by its letter."""
    for position, (column, meaning) in enumerate(zip(sheet.columns, meanings, strict=True)):
        if block.parts[position]:
            yield Heading(position, block.text(position), meaning)
        elif column.rows(block.row + 1, sheet.n_rows).is_filled.any():
            yield Heading(position, column_letter(position), UNKNOWN, has_text=False)


def _without_doubled_attributes(headings: Sequence[Heading]) -> Iterator[Heading]:
    """Buurt and Wijk may both be there: the first is the attribute we know, the other one of the project's own."""
    taken: set[str | None] = set()
    for heading in headings:
        is_attribute = (heading.meaning.field or "").startswith(ATTRIBUTE)
        yield replace(heading, meaning=UNKNOWN) if is_attribute and heading.meaning.field in taken else heading
        taken.add(heading.meaning.field)


def _prefer_given(headings: Iterator[Heading]) -> Iterator[Heading]:
    """What the mapping says is a field leaves no other column of that field."""
    found = tuple(headings)
    given = {heading.meaning.field for heading in found if heading.meaning.is_given}
    for heading in found:
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
