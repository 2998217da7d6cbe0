"""The published cells as csv, as the reader's own spreadsheet program expects it: semicolon and comma in Dutch."""

import csv
from io import StringIO

from dashboard.impact.downloads.lines import headings, lines
from dashboard.impact.downloads.plain_cell import as_text
from dashboard.impact.sentences.approximate import hidden
from dashboard.language import Words
from pipelines.editions.edition import Edition

SEPARATOR = {"nl": ";", "en": ","}


def write_csv(edition: Edition, words: Words) -> bytes:
    """UTF-8 with a byte order mark, without which Excel reads accents wrongly."""
    content = StringIO(newline="")
    writer = csv.writer(content, delimiter=SEPARATOR[words.language], lineterminator="\r\n")
    writer.writerow(headings(words))
    for line in lines(edition, words):
        written = hidden(words) if line.value is None else _number(line.value, words)
        writer.writerow([*map(as_text, line[:7]), written, as_text(line.table)])
    return content.getvalue().encode("utf-8-sig")


def _number(value: float, words: Words) -> str:
    """Without a mark for thousands, which programs read each in their own way."""
    text = f"{value:g}" if value.is_integer() else f"{value:.2f}"
    return text.replace(".", ",") if words.language == "nl" else text
