"""What was recognised, said in plain words in both languages."""

from datetime import datetime

import pytest

from dashboard.components.changes.value_changes import conflict_sentence
from dashboard.language import LANGUAGES, Words
from dashboard.sentences.recognition import column_certainty, column_meaning, table_sentence
from dashboard.sentences.taken_out import sentences_around
from pipelines.domain.frozen import Language
from pipelines.domain.import_report import Conflict
from pipelines.domain.registration import Confidence, FoundColumn, FoundTable, Reason
from pipelines.ingest.tables.shapes import Shape

WORDS = Words("nl")
COLUMN = FoundColumn(sheet="S", column="fin_t1", role="value", indicator="finances", moment=1)


def table(**changed: object) -> FoundTable:
    found = FoundTable(
        sheet="Metingen", kind="measurements", shape="rows", heading_rows=(4, 5), first_row=6, last_row=117,
        first_column="A", last_column="H", n_rows=112,
    )  # fmt: skip
    return found.model_copy(update=changed)


def test_a_table_is_one_sentence():
    assert table_sentence(table(), WORDS) == (
        "Metingen is gelezen als Metingen, 112 rijen, kolomnamen in rij 4 tot en met 5, "
        "één rij per deelnemer en meetmoment."
    )


def test_one_heading_row_and_the_moment_of_a_sheet_are_told():
    said = table_sentence(table(heading_rows=(1, 1), moment=0), WORDS)
    assert "kolomnamen in rij 1," in said
    assert said.endswith("alles van de 0-meting.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shape_reason_and_confidence_has_words(language: Language):
    words = Words(language)
    for shape in Shape:
        assert table_sentence(table(shape=str(shape)), words)
    for reason in Reason:
        for confidence in Confidence:
            column = COLUMN.model_copy(update={"reason": reason, "confidence": confidence})
            assert ":" in column_certainty(words, column)
        assert words(f"import_columns.why.{reason}")


def test_a_score_is_told_with_its_moment():
    assert column_meaning(WORDS, COLUMN, {"finances": "Financiën"}) == "score op Financiën, 1-meting"


def test_a_column_that_is_left_out_is_said_to_be():
    assert column_meaning(WORDS, COLUMN.model_copy(update={"role": None}), {}) == "weggelaten"


def test_a_field_is_called_as_its_sheet_calls_it():
    left = FoundColumn(sheet="S", column="Uitstroomdatum", role="left_on")
    assert column_meaning(WORDS, left, {}) == "Uitstroomdatum"


def test_a_conflict_says_whose_values_give_way_and_why():
    conflict = Conflict(import_id=3, imported_at=datetime(2025, 11, 12), file_names=("m.csv",), n_values=4)
    said = conflict_sentence(WORDS, conflict)
    assert said == "Levering 3 van 12 november 2025: 4 waarden wijken. De nieuwste levering telt."


def test_only_the_sentence_around_what_was_taken_out_is_shown():
    text = "Het gaat goed. Ik bel [naam] elke dag! Dat helpt."
    assert sentences_around(text, "naam") == "Ik bel [naam] elke dag!"
    assert sentences_around("Alles.", "naam") == "Alles."
