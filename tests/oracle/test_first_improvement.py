"""Time to the first improvement: the curve and its interval are those of lifelines."""

import warnings
from collections import Counter
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction, Indicator, Kind
from pipelines.outcomes.first_improvement import first_improvement

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from lifelines import KaplanMeierFitter

FINANCES = Indicator(
    code="finances", life_domain="finances", name=Name(nl="Geld", en="Money"), kind=Kind.LEVEL,
    direction=Direction.HIGHER, minimum=1, maximum=5,
)  # fmt: skip
people = st.lists(st.tuples(st.integers(1, 40), st.booleans()), min_size=1, max_size=40)


def rows_of(people: list[tuple[int, bool]]) -> list[SimpleNamespace]:
    """Days and whether somebody improved then, as the query counts them."""
    return [
        SimpleNamespace(
            start_value=2.0, days_to_rise=days if improved else None, days_to_fall=None,
            days_to_last=days + 5 if improved else days, n=n,
        )
        for (days, improved), n in Counter(people).items()
    ]  # fmt: skip


@given(people=people)
@settings(max_examples=100, deadline=None)
def test_the_curve_is_that_of_lifelines(people):
    found = first_improvement(rows_of(people), FINANCES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitter = KaplanMeierFitter().fit([days for days, _ in people], [improved for _, improved in people])
    for point in found.curve:
        assert point.share_improved == pytest.approx(1 - fitter.predict(point.days))
        low, high = fitter.confidence_interval_.loc[point.days]
        # Once everybody has improved the interval is not defined: lifelines says 1 to 1, we say 0 to 1.
        expected = (0, 1) if point.share_improved == 1 else (1 - high, 1 - low)
        assert (point.low, point.high) == pytest.approx(expected, abs=1e-9)
        assert point.n_at_risk == sum(days >= point.days for days, _ in people)
    assert (found.n, found.n_improved) == (len(people), sum(improved for _, improved in people))


@given(people=people)
@settings(max_examples=50, deadline=None)
def test_the_median_is_where_the_curve_passes_a_half(people):
    found = first_improvement(rows_of(people), FINANCES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitter = KaplanMeierFitter().fit(*zip(*people, strict=True))
    # At exactly a half lifelines is a rounding error away from it.
    median = next((days for days, share in fitter.survival_function_.iloc[:, 0].items() if share <= 0.5 + 1e-9), None)
    assert found.median_days == median


def test_who_stood_at_the_best_level_could_not_improve():
    rows = [SimpleNamespace(start_value=5.0, days_to_rise=None, days_to_fall=30, days_to_last=30, n=3)]
    assert first_improvement(rows, FINANCES) is None
