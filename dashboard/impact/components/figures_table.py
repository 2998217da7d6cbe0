"""The published figures of one indicator as a table, folded away: everybody, the comparison group, and the groups."""

from html import escape

from dashboard.components.table import table_html
from dashboard.impact.domains import Measured, outcome_table
from dashboard.impact.parts import parts_in, rows_of
from dashboard.impact.sentences.approximate import shown_or_hidden
from dashboard.impact.sentences.change import SAID_FIRST
from dashboard.impact.sentences.people import group_name
from dashboard.language import Words
from dashboard.sentences.values import MOVEMENTS, movement_word
from pipelines.editions.cell import TOTAL, TableOf
from pipelines.editions.edition import Edition


def figures_table_html(edition: Edition, one: Measured, words: Words, *, is_only: bool) -> str:
    """Opens on a click or with the keyboard. Its name is in sight where there are several."""
    name = words.name(one.indicator.name)
    heads = [words("impact.change.who"), *(movement_word(one.indicator, way, words) for way in SAID_FIRST),
             words("impact.change.total")]  # fmt: skip
    table = table_html(words("impact.change.caption", what=name), heads, _rows(edition, one, words))
    summary = escape(words("impact.change.table"))
    ear = f'<span class="{"for-the-ear" if is_only else "of-what"}">: {escape(name)}</span>'
    return f'<details class="figures"><summary>{summary}{ear}</summary>{table}</details>'


def _rows(edition: Edition, one: Measured, words: Words) -> list[list[str]]:
    plain_table = outcome_table(one.indicator)
    rows = [_row(edition, plain_table, row, words) for row in (TOTAL, *rows_of(edition, plain_table))]
    for attribute in edition.contents.attributes:
        table = outcome_table(one.indicator, attribute)
        rows += [_row(edition, table, group, words) for group in rows_of(edition, table)]
    return rows


def _row(edition: Edition, table: TableOf, row: str, words: Words) -> list[str]:
    parts = parts_in(edition, table, row, MOVEMENTS)
    counts = [shown_or_hidden(parts.counts[movement], words) for movement in SAID_FIRST]
    return [group_name(row, words), *counts, shown_or_hidden(parts.total, words)]
