"""Were both groups alike at the start: in words, and every indicator under its verdict."""

from collections.abc import Sequence

from dashboard.components.part import part
from dashboard.components.table import show_grouped_table
from dashboard.language import Words
from dashboard.sentences.compared import Sides
from dashboard.sentences.compared_rows import ComparedRow, measured
from dashboard.sentences.compared_start import start_groups, start_headings, start_sentences


def show_start(rows: Sequence[ComparedRow], of: Sides, parts: str, words: Words) -> None:
    """Nothing as long as nobody can be compared."""
    if not measured(rows):
        return
    sentences, means = start_sentences(rows, of, parts, words), words("compared.start.means")
    with part("compared_start", words("compared.start.title"), sentences, [means]):
        groups = start_groups(rows, words)
        show_grouped_table(words("compared.start.caption"), start_headings(of, words), groups)
