"""A mapping that is written down is the same mapping when it is read again."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.domain.indicator import Kind
from pipelines.domain.spelling import bare
from pipelines.ingest.cells.limits import MAX_MOMENT
from pipelines.ingest.mapping.column_mapping import (
    ColumnMapping,
    GroupColumn,
    MeasuredColumn,
    MomentColumn,
    known_fields,
    read_mapping,
)
from pipelines.ingest.mapping.file import write_mapping
from pipelines.instruments.catalogue import shipped_sets
from pipelines.instruments.own_set import own_set
from tests.ingest.test_mappings import MAPPING, REAL

WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
MOMENTS = st.integers(0, MAX_MOMENT)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
CODES = st.sampled_from([indicator.code for indicator in shipped_sets()["zrm_2017"].indicators])
ATTRIBUTES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


def headings(n: int) -> st.SearchStrategy[list[str]]:
    return st.lists(WORDS, min_size=n, max_size=n, unique_by=bare)


def by_word(values: st.SearchStrategy) -> st.SearchStrategy[dict]:
    return st.dictionaries(WORDS, values, max_size=3)


@st.composite
def own_sets(draw: st.DrawFn):
    code, name = draw(ATTRIBUTES), draw(WORDS)
    level = {
        "code": code, "name": {"nl": name, "en": name}, "life_domain": "finances", "kind": draw(st.sampled_from(Kind)),
        "direction": draw(st.sampled_from(["higher", "lower"])), "minimum": 0.0, "maximum": 4.5,
        "level_names": draw(st.dictionaries(st.integers(-2, 9), st.just({"nl": name, "en": "x"}), max_size=3)),
        "missing": draw(st.lists(st.sampled_from([0.0, 9.0]), max_size=2)), "aliases": ["eigen " + code],
    }  # fmt: skip
    return draw(st.none() | st.just(own_set([level], source="mapping")))


@st.composite
def mappings(draw: st.DrawFn) -> ColumnMapping:
    """Any mapping that read_mapping takes: a heading has one meaning, and what it means exists."""
    names = iter(draw(headings(14)))
    own = draw(own_sets())
    codes = CODES if own is None else st.sampled_from([own.indicators[0].code]) | CODES
    measured = MeasuredColumn(indicator=draw(codes), moment=draw(st.none() | MOMENTS))
    return ColumnMapping(
        instrument=draw(st.lists(st.sampled_from(sorted(shipped_sets())), max_size=2)),
        sheets=draw(st.lists(WORDS, max_size=2)),
        participant=[next(names) for _ in range(draw(st.integers(0, 3)))],
        moment=draw(st.none() | st.just(MomentColumn(column=next(names), values=draw(by_word(MOMENTS))))),
        date=draw(st.none() | st.just(next(names))),
        rater=draw(st.none() | st.just(next(names))),
        group=draw(st.none() | st.just(GroupColumn(column=next(names), comparison=(draw(WORDS),)))),
        attributes={next(names): draw(ATTRIBUTES)},
        measured={next(names): measured, next(names): measured},
        fields={next(names): draw(st.sampled_from(sorted(known_fields())))},
        values=draw(by_word(NUMBERS)),
        ticks=draw(by_word(st.sampled_from(["no", "missing"]))),
        decimal=draw(by_word(st.sampled_from([",", "."]))),
        sheet_moments=draw(by_word(MOMENTS)),
        missing=draw(st.lists(st.text(st.characters(codec="utf-8"), max_size=5), max_size=3)),
        ignore=draw(st.just(()) | st.just((next(names),))),
        own_set=own,
    )


@settings(max_examples=100, deadline=None)
@given(mappings())
def test_what_is_written_is_read_back(mapping: ColumnMapping):
    assert read_mapping(write_mapping(mapping)) == mapping


def test_nothing_said_is_an_empty_file():
    assert write_mapping(ColumnMapping()) == ""


@pytest.mark.parametrize("text", [MAPPING, *(file.read_text("utf-8") for file in sorted(Path(REAL).glob("*.toml")))])
def test_a_mapping_by_hand_is_kept(text: str):
    assert read_mapping(write_mapping(read_mapping(text))) == read_mapping(text)


def test_it_is_written_the_short_way_where_there_is_one():
    mapping = read_mapping('moment = "tijd"\nparticipant = "nr"\n[measured]\nfin = "finances"')
    assert tomllib.loads(write_mapping(mapping)) == {
        "moment": "tijd", "participant": ["nr"], "measured": {"fin": "finances"},
    }  # fmt: skip
