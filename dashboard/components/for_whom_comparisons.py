"""Every comparison that was looked at in this visit: who looks long enough always finds some difference.

Owns its part of the session: p by comparison, for each version of a project's data.
"""

from collections.abc import Hashable, Sequence

import streamlit as st

from pipelines.domain.comparison import SubgroupDifference
from pipelines.domain.series import series_of
from pipelines.statistics.holm import adjust

LOOKED_AT_KEY = "comparisons_looked_at"


def look_at(differences: Sequence[SubgroupDifference], moment: int | None, version: str) -> list[float | None]:
    """The p of each, adjusted (Holm) for everything looked at so far in this version of the data, these included."""
    looked_at = _looked_at(version)
    keys = [comparison_of(one, differences, moment) if one.p is not None else None for one in differences]
    looked_at.update({key: one.p for key, one in zip(keys, differences, strict=True) if key is not None})
    adjusted = dict(zip(looked_at, adjust(list(looked_at.values())), strict=True))
    return [None if key is None else adjusted[key] for key in keys]


def count_looked_at(version: str) -> int:
    return len(_looked_at(version))


def comparison_of(one: SubgroupDifference, among: Sequence[SubgroupDifference], moment: int | None) -> Hashable:
    """What is compared with what. Of two groups each against the other is one comparison, not two; nor does it matter
    which of two crossed attributes was chosen first.
    """
    here = _cell(one)
    there = frozenset(_cell(other) for other in among if other.n_pairs) - {here}
    return series_of(one), moment, frozenset({frozenset({here}), there})


def _cell(one: SubgroupDifference) -> Hashable:
    return frozenset({(one.attribute, one.group), (one.crossed, one.crossed_group)})


def _looked_at(version: str) -> dict[Hashable, float]:
    return st.session_state.setdefault(LOOKED_AT_KEY, {}).setdefault(version, {})
