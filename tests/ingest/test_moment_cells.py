"""A column of moments: numbers that may be months are asked about, words are explained once."""

import pytest

from pipelines.ingest.mapping.column_mapping import read_mapping
from tests.ingest.reading import codes, only_issue, read_grid


def column_of(*moments: object, mapping: str = ""):
    rows = [["p1", moment, f"2{place}-01-2025", 2] for place, moment in enumerate(moments)]
    told = read_mapping(mapping) if mapping else None
    return read_grid([["Deelnemer", "Meetmoment", "Datum", "Financiën"], *rows], mapping=told)


def moments_in(registration) -> list[int]:
    return sorted(registration.observations["moment"].tolist())


@pytest.mark.parametrize("moments", [("T0", "T6"), (0, 6, 12), ("0", "3", "6"), ("M0", "M3")])
def test_what_may_be_months_is_asked_and_not_used(moments):
    registration = column_of(*moments)
    assert only_issue(registration, "moment_may_be_months").expected == ", ".join(map(str, moments))
    assert registration.observations.empty


@pytest.mark.parametrize(
    "moments",
    [
        (0, 1, 2),
        ("T0", "T1"),
        (0, 3),
        ("0-meting", "6-meting"),
        (0, 1, 2, 3, 4, 5, 6),
        (1, 2, 3),
        ("start", "nameting"),
    ],
)
def test_numbers_of_moments_are_no_months(moments):
    assert "moment_may_be_months" not in codes(column_of(*moments))


def test_the_mapping_says_which_moment_a_number_of_months_is():
    registration = column_of(0, 6, 12, mapping="[moment]\ncolumn = 'Meetmoment'\nvalues = { 0 = 0, 6 = 1, 12 = 2 }")
    assert (registration.errors, moments_in(registration)) == ((), [0, 1, 2])


def test_a_number_that_the_mapping_does_not_name_is_never_guessed():
    registration = column_of(0, 6, 18, mapping="[moment]\ncolumn = 'Meetmoment'\nvalues = { 0 = 0, 6 = 1, 12 = 2 }")
    assert only_issue(registration, "moment_not_understood").value == "18"


def test_what_the_mapping_does_not_name_speaks_for_itself():
    registration = column_of(
        "voor", "1-meting", "na", mapping="[moment]\ncolumn = 'Meetmoment'\nvalues = { voor = 0, na = 2 }"
    )
    assert (registration.errors, moments_in(registration)) == ((), [0, 1, 2])
