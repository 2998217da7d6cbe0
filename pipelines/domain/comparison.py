"""Groups beside each other: with the size of the difference, and how sure it is (method, section 5)."""

from typing import Literal

from pipelines.domain.frozen import Frozen, Name
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Share

# Not registered of people, but measured: who stood at the problem cut or past it at the start.
START_LEVEL = "start_level"

Equivalence = Literal["fine", "caution", "differs", "unknown"]


class Difference(Frozen):
    """A group against another. Of the change: mean change here minus mean change there, 95 % interval and p by Welch.
    Of the share that improved: 95 % interval by Newcombe. `baseline_difference` is of the means at the start, over the
    pairs; `baseline_d` the same in pooled SDs, judged by the What Works Clearinghouse's lines.

    None where a group is too small to say: two people for a mean difference's interval, one for a share's.
    """

    difference: float | None
    low: float | None
    high: float | None
    p: float | None
    baseline_difference: float | None
    baseline_d: float | None
    equivalence: Equivalence
    share_difference: float | None
    share_low: float | None
    share_high: float | None


class GroupChange(Frozen):
    """What changed in one group on one indicator; `against` is None for the reference group itself."""

    indicator: str
    indicator_name: Name
    instrument: str
    rater: str
    life_domain: str
    kind: Kind
    direction: Direction
    attribute: str
    group: str
    reference: str
    n_pairs: int
    mean_start: float | None
    sd_start: float | None
    mean_change: float | None
    sd_change: float | None
    n_improved: int
    share_improved: Share | None
    against: Difference | None


class SubgroupDifference(Frozen):
    """A group of participants beside all others of whom the attribute is known, on one indicator.

    `p` is Fisher's exact test on who improved; None where a side is empty. It is not yet adjusted for how many
    differences somebody looks at.
    """

    indicator: str
    indicator_name: Name
    instrument: str
    rater: str
    life_domain: str
    kind: Kind
    direction: Direction
    attribute: str
    group: str
    crossed: str | None
    crossed_group: str | None
    n_pairs: int
    n_improved: int
    share_improved: Share | None
    mean_change: float | None
    n_others: int
    n_others_improved: int
    share_others: Share | None
    mean_change_others: float | None
    against: Difference
    p: float | None


class RegressionToMean(Frozen):
    """How much a group that was chosen for low values rises by itself (Barnett 2005), in the indicator's unit.

    `expected` is that rise; `mean_change` what was measured.
    """

    indicator: str
    instrument: str
    rater: str
    expected: float
    mean_change: float | None
    cut: float
    source: str
