"""The reader marks the last moment of every participant, indicator and rater; pandas finds the same ones."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.reading import read_grid
from tests.last_moments import with_last_moments

HEADING = ["Deelnemer", "Meetmoment", "Beoordelaar", "Financiën", "Huisvesting", "Justitie"]
score = st.sampled_from(["", "1", "3", "5"])
visit = st.tuples(
    st.sampled_from("ABC"), st.integers(0, 3), st.sampled_from(["professional", "deelnemer"]), score, score, score
)


@given(visits=st.lists(visit, min_size=1, max_size=20, unique_by=lambda row: row[:3]))
@settings(max_examples=50, deadline=None)
def test_the_last_moments_are_those_that_pandas_finds(visits):
    observations = read_grid([HEADING, *map(list, visits)]).observations
    expected = with_last_moments(observations)["is_last"]
    assert observations["is_last"].tolist() == expected.tolist()


def test_a_moment_without_a_score_is_not_the_last():
    rows = [["A", "0", "professional", "2", "3", ""], ["A", "1", "professional", "4", "", ""]]
    observations = read_grid([HEADING, *rows]).observations
    lasts = observations[observations["is_last"]]
    assert dict(zip(lasts["indicator"], lasts["moment"], strict=True)) == {"finances": 1, "housing": 0}


def test_the_scores_of_one_visit_stand_together():
    rows = [["A", "0", "professional", "2", "3", "4"], ["B", "0", "professional", "1", "", "5"]]
    observations = read_grid([HEADING, *rows]).observations
    assert observations["row"].tolist() == [2, 2, 2, 3, 3]
    assert observations["value"].tolist() == [2, 3, 4, 1, 5]
