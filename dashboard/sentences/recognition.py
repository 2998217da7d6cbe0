"""What was recognised in an upload, in words: a table in one sentence, a column, and how sure that is."""

from dashboard.language import Words
from dashboard.notation import whole
from pipelines.domain.registration import FoundColumn, FoundTable, Tally
from pipelines.domain.registration_sheets import Column, registration_sheets
from pipelines.domain.spelling import bare

IndicatorNames = dict[str, str]


def tally_sentence(words: Words, tally: Tally) -> str:
    """Rows read = accepted + refused + skipped, in words."""
    sentence = words(
        "import_recognised.tally.sentence",
        read=words.count("import_recognised.tally.rows", tally.read),
        accepted=whole(tally.accepted, words.language),
        refused=whole(tally.refused, words.language),
        skipped=whole(tally.skipped, words.language),
    )
    return f"{sentence} {words('import_recognised.tally.skipped_note')}" if tally.skipped else sentence


def table_sentence(table: FoundTable, words: Words) -> str:
    """Where the table stands, how many rows it has, and what one row is."""
    if not table.kind:
        return words("import_recognised.table.unknown", sheet=table.sheet)
    kind = registration_sheets().get(table.kind)
    parts = [
        words("import_recognised.table.what", sheet=table.sheet, kind=words.name(kind.name) if kind else table.kind),
        words.count("import_recognised.table.rows", table.n_rows),
        _heading_rows(table, words),
        words(f"import_recognised.shape.{table.shape}") if table.shape else "",
    ]
    if table.moment is not None:
        parts.append(words("import_recognised.table.moment", moment=moment_name(table.moment, words)))
    return ", ".join(part for part in parts if part) + "."


def column_meaning(words: Words, column: FoundColumn, indicators: IndicatorNames) -> str:
    """What a column was taken for."""
    if column.role is None:
        return words("import_recognised.role.left_out")
    if column.indicator:
        said = words("import_recognised.role.score_on", indicator=indicators.get(column.indicator, column.indicator))
    elif column.role.startswith("attribute"):
        said = words("import_recognised.role.attribute", name=_attribute_name(words, column))
    else:
        said = field_name(words, column.role, column.column)
    return said if column.moment is None else f"{said}, {moment_name(column.moment, words)}"


def column_certainty(words: Words, column: FoundColumn) -> str:
    """How sure, and why."""
    why = words(f"import_recognised.reason.{column.reason}")
    return f"{words(f'import_recognised.confidence.{column.confidence}')}: {why}"


def field_name(words: Words, field: str, heading: str = "") -> str:
    """Fields of several sheets share a code: the one that is called like the heading is meant."""
    called = [column for sheet in registration_sheets().values() for column in sheet.column if column.field == field]
    meant = next((column for column in called if _is_called(column, heading)), called[0] if called else None)
    return words.name(meant.name) if meant else field


def _attribute_name(words: Words, column: FoundColumn) -> str:
    """The name that we have for it, else the heading of the column: an attribute of the project's own."""
    name = field_name(words, column.role or "", column.column)
    return column.column if name == column.role else name


def moment_name(moment: int, words: Words) -> str:
    return words("moments.start") if moment == 0 else words("moments.numbered", moment=moment)


def _heading_rows(table: FoundTable, words: Words) -> str:
    first, last = table.heading_rows
    if first == last:
        return words("import_recognised.table.heading_row", row=first)
    return words("import_recognised.table.heading_rows", first=first, last=last)


def _is_called(column: Column, heading: str) -> bool:
    return bare(heading) in {bare(name) for name in (column.name.nl, column.name.en, *column.aliases)}
