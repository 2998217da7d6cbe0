"""Writes down which table is found in every spreadsheet of a folder.

python -m docs.real_data.tables_found FOLDER
python -m docs.real_data.tables_found WORKBOOK.xlsx TWIN.csv     holds the one table against the other
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from pipelines.ingest.cells.sheet import text_of
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.cells.workbook import UnreadableUpload
from pipelines.ingest.tables.look import SeenSheet, look_at

SPREADSHEETS = frozenset((".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt"))
NOTES = frozenset(("PROVENANCE.txt", "README.txt"))
HEAD = "| file | sheet | heading rows | first – last row | rows | columns | first headings |"
LINE = "|---|---|---|---|---|---|---|"
MOST_HEADINGS = 3
LONGEST_HEADING = 40


def tables_found(folder: Path) -> Iterator[str]:
    """A line of the table for every sheet, in the order of their names."""
    yield from (HEAD, LINE)
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SPREADSHEETS and path.name not in NOTES:
            yield from _lines(path)


def _lines(path: Path) -> Iterator[str]:
    try:
        seen = look_at(_upload(path))
    except UnreadableUpload as fault:
        yield f"| {path.name} | | refused: `{fault.code}` | | | | |"
        return
    for sheet in seen:
        yield f"| {path.name} | {_plain(sheet.sheet.name)} | {_found(sheet)} |"


def _found(seen: SeenSheet) -> str:
    found = seen.found
    if found is None:
        why = "nothing on it" if seen.sheet.is_empty else "no table: nothing that could be a heading above the values"
        return f"{why} | | | |"
    headings = "; ".join(_plain(heading) for heading in seen.headings[:MOST_HEADINGS])
    rows = f"{found.first_row} – {found.last_row} | {found.n_rows}" if found.n_rows else "– | 0"
    first, last = found.heading_rows
    above = str(first) if first == last else f"{first}–{last}"
    return f"{above} | {rows} | {found.first_column} – {found.last_column} | {headings}"


def compared(workbook: Path, csv: Path) -> str:
    """How many cells of the two tables are equal, by the heading of the column and the first cell of the row."""
    (one,), (other,) = look_at(_upload(workbook)), look_at(_upload(csv))
    ours, theirs = _by_place(one), _by_place(other)
    shared = ours.keys() & theirs.keys()
    n_equal = sum(ours[place] == theirs[place] for place in shared)
    n_alone = len(ours.keys() ^ theirs.keys())
    return f"{n_equal} of {len(shared)} cells that both have are equal; {n_alone} cells stand in one of them only."


def _by_place(seen: SeenSheet) -> dict[tuple[str, str], str]:
    """The cells of a table as text, by row and column; the first column names the row, the others have headings."""
    return {
        (text_of(row[0]), heading): text_of(cell).replace(",", ".")
        for row in seen.rows()
        for heading, cell in zip(seen.headings[1:], row[1:], strict=True)
    }


def _upload(path: Path) -> Upload:
    return Upload(name=path.name, content=path.read_bytes())


def _plain(text: str) -> str:
    """A text that cannot break the table."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text).replace("|", "/")
    return " ".join(shown.split())[:LONGEST_HEADING]


def _main(given: list[str]) -> str:
    paths = [Path(path) for path in given]
    return "\n".join(tables_found(paths[0])) if len(paths) == 1 else compared(*paths)


if __name__ == "__main__":
    sys.stdout.write(_main(sys.argv[1:]) + "\n")
