"""What others wrote stays what they wrote, in markdown and in HTML."""

import pytest

from dashboard.components.plain_text import as_plain
from dashboard.components.table import table_html

MARKED = ["*West*", "[a](http://b)", "# kop", "1. een", "`x`", "<b>x</b>", "$x$", ":red[x]", "a|b"]


@pytest.mark.parametrize("text", MARKED)
def test_markdown_is_escaped_mark_by_mark(text: str):
    escaped = as_plain(text)
    marks = [character for character in text if not (character.isalnum() or character.isspace() or character == "/")]
    assert all(f"\\{mark}" in escaped for mark in marks)
    assert escaped.replace("\\", "") == text


def test_a_line_break_in_a_name_becomes_a_space():
    assert as_plain("Achter\n\nde voordeur") == "Achter de voordeur"


def test_markup_in_a_cell_stays_text():
    html = table_html("c", ["Kop"], [["<img src=http://x onerror=alert(1)>"]])
    assert "<img" not in html
    assert "&lt;img" in html


def test_the_first_cell_names_its_row_and_every_cell_carries_its_heading():
    html = table_html("Wie", ["Blad", "Rij"], [["Metingen", "3"]])
    assert '<th scope="row" data-label="Blad">Metingen</th><td data-label="Rij">3</td>' in html
    assert '<caption class="for-the-ear">Wie</caption>' in html


def test_a_row_that_does_not_fit_its_headings_is_loud():
    with pytest.raises(ValueError, match="zip"):
        table_html("Wie", ["Blad", "Rij"], [["Metingen"]])
