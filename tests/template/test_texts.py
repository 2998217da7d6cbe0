"""The workbook's words: both languages say the same things with the same slots."""

import re

import pytest

from pipelines.domain.registration_sheets import registration_sheets
from pipelines.domain.spelling import bare
from pipelines.template.texts import number, texts


def slots(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


@pytest.mark.parametrize("key", list(texts()))
def test_both_languages_fill_the_same_slots(key: str):
    assert slots(texts()[key].nl) == slots(texts()[key].en)
    assert texts()[key].nl.strip()
    assert texts()[key].en.strip()


@pytest.mark.parametrize(("language", "written"), [("nl", "2,5"), ("en", "2.5")])
def test_numbers_are_written_as_the_reader_does(language, written):
    assert (number(2.5, language), number(4.0, language)) == (written, "4")


@pytest.mark.parametrize("id", list(registration_sheets()))
def test_no_two_columns_of_a_sheet_share_a_heading(id: str):
    headings = [
        heading
        for column in registration_sheets()[id].column
        for heading in {bare(name) for name in (column.name.nl, column.name.en, *column.aliases)}
    ]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("id", list(registration_sheets()))
def test_choices_cannot_be_mistaken_for_each_other(id: str):
    for column in registration_sheets()[id].column:
        words = [
            word
            for choice in column.choices
            for word in {bare(name) for name in (choice.code, choice.name.nl, choice.name.en, *choice.aliases)}
        ]
        assert len(words) == len(set(words))
        assert not any("," in choice.name.nl + choice.name.en for choice in column.choices)


def test_every_sheet_with_records_begins_with_its_example():
    for sheet in registration_sheets().values():
        if sheet.id != "project":
            example = sheet.column[0].example
            assert (example.nl, example.en) == ("VOORBEELD", "EXAMPLE")
