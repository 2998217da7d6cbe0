"""Every difference across projects that was looked at in this visit, with whichever choice of projects.

Owns its part of the session: p by difference.
"""

from collections.abc import Hashable, Sequence

import streamlit as st

from dashboard.sentences.portfolio_across import Looked
from pipelines.domain.series import series_of
from pipelines.editions.across import Across
from pipelines.statistics.holm import adjust

LOOKED_AT_KEY = "portfolio_looked_at"


def look_at(shown: Sequence[Across]) -> list[Looked]:
    """Each with its p after correction (Holm) for everything looked at so far, these included."""
    looked_at = _looked_at()
    looked_at.update({_key(across): across.pooled.p for across in shown})
    adjusted = dict(zip(looked_at, adjust(list(looked_at.values())), strict=True))
    return [Looked(across, adjusted[_key(across)]) for across in shown]


def count_looked_at() -> int:
    return len(_looked_at())


def _key(across: Across) -> Hashable:
    """The same groups in other projects are another comparison."""
    editions = frozenset(one.edition for one in across.found)
    return series_of(across.indicator), across.moment, across.attribute, across.group, editions


def _looked_at() -> dict[Hashable, float]:
    return st.session_state.setdefault(LOOKED_AT_KEY, {})
