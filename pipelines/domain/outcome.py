"""Findings: what changed on one indicator for one group, with the context without which a number means nothing.

All numbers are unrounded. Changes are follow-up minus start in the indicator's own unit; "improved", "better" and
"worse" follow the indicator's direction. Formulas: method, sections 3 and 4.
"""

from datetime import date
from typing import Literal

from pipelines.domain.frozen import Frozen, Name
from pipelines.domain.indicator import Direction, Kind

NoTestReason = Literal["no_pairs", "fewer_than_6_changes"]


class Share(Frozen):
    """A share with its Wilson 95 % interval, each between 0 and 1."""

    estimate: float
    low: float
    high: float


class Missing(Frozen):
    """Participants with a start and no usable pair, by reason."""

    not_due: int = 0
    overdue: int = 0
    left: int = 0
    unusable: int = 0

    @property
    def total(self) -> int:
        return self.not_due + self.overdue + self.left + self.unusable


class SignedRank(Frozen):
    """Wilcoxon signed-rank test on the changes, zeros dropped, mid-ranks for ties, two-sided.

    `w_plus` is the rank sum of the rises (follow-up above start), whichever direction is better.
    """

    w_plus: float
    w_minus: float
    n_nonzero: int
    p: float
    p_holm: float | None = None
    method: Literal["exact", "normal"]


class ReliableChange(Frozen):
    """Change larger than measurement error (Jacobson & Truax 1991); threshold in the indicator's unit."""

    r: float
    source: str
    threshold: float
    n_better: int
    n_same: int
    n_worse: int


class ClinicalChange(Frozen):
    """The categories of Jacobson & Truax, where a functional norm is given."""

    cut_off: float
    n_recovered: int
    n_improved: int
    n_unchanged: int
    n_deteriorated: int
    n_harmed: int


class SelfReliance(Frozen):
    """How many pairs stand at a cut or past it, at start and at follow-up: past a self-reliance cut is better,
    past a problem cut is worse.
    """

    cut: float
    n_start: int
    n_follow_up: int


class Transitions(Frozen):
    """`counts[i][j]`: pairs that went from `levels[i]` at start to `levels[j]` at follow-up."""

    levels: tuple[int, ...]
    counts: tuple[tuple[int, ...], ...]


class Outcome(Frozen):
    """One indicator (and rater kind) for one group of a project. `group` is None for everybody.

    `moment` is the pinned moment, None for "the last measured". Means and SDs are over the pairs; SD with n − 1.
    `n_rows_left_out` counts the rows of the project that were left out by choice.
    """

    indicator: str
    indicator_name: Name
    instrument: str
    rater: str
    life_domain: str
    kind: Kind
    direction: Direction
    level_names: dict[int, Name]
    best: float | None
    moment: int | None
    attribute: str | None
    group: str | None
    n_enrolled: int
    n_start: int
    n_pairs: int
    missing: Missing
    n_improved: int
    n_same: int
    n_declined: int
    n_eligible: int
    share_improved: Share | None
    share_improved_of_eligible: Share | None
    self_reliance: SelfReliance | None
    problematic: SelfReliance | None
    mean_start: float | None
    sd_start: float | None
    median_start: float | None
    mean_follow_up: float | None
    sd_follow_up: float | None
    median_follow_up: float | None
    total_start: float | None
    total_follow_up: float | None
    mean_change: float | None
    sd_change: float | None
    change_low: float | None
    change_high: float | None
    median_days: float | None
    wilcoxon: SignedRank | None
    no_test_reason: NoTestReason | None
    rank_biserial: float | None
    dz: float | None
    reliable: ReliableChange | None
    clinical: ClinicalChange | None
    transitions: Transitions | None
    n_rows_left_out: int = 0


class Participation(Frozen):
    """Who is in it: enrolled → with a start → with a follow-up on at least one indicator."""

    n_enrolled: int
    n_with_start: int
    n_with_follow_up: int
    missing: Missing
    first_measured_on: date | None
    last_measured_on: date | None
    as_of: date
    n_comparison: int
    moments: tuple[int, ...]
    n_rows_left_out: int = 0


class DropOut(Frozen):
    """Completers against drop-outs at the start on one indicator.

    `difference` is the standardised difference (drop-outs minus completers) / pooled SD; None under 2 in a group.
    """

    indicator: str
    instrument: str
    rater: str
    n_completers: int
    n_drop_outs: int
    difference: float | None
    verdict: Literal["fine", "caution", "differs", "unknown"]


class GoalText(Frozen):
    """A goal as it was written down, and how often."""

    description: str
    n_goals: int
    n_judged: int
    n_attained: int


class GoalAttainment(Frozen):
    """Goals of the participants on one life domain; `life_domain` is None for all goals together.

    Attained is a level of 0 (as agreed) or higher. `mean_t` is the mean over `n_participants` of their Goal
    Attainment Scaling T (Kiresuk & Sherman 1968; method, section 4): 50 is as agreed, 10 is one SD.
    `n_overdue` goals should have been judged by now. `median_days` from agreeing on a goal to judging it attained.
    """

    life_domain: str | None
    n_goals: int
    n_judged: int
    n_attained: int
    share_attained: Share | None
    n_participants: int
    mean_t: float | None
    n_overdue: int = 0
    median_days: float | None = None
    texts: tuple[GoalText, ...] = ()


class RecognitionShare(Frozen):
    """How many of one kind of respondent recognise the effect on one life domain: a score of 4 or 5 on 1 to 5."""

    respondent: str
    life_domain: str
    n_answers: int
    n_recognise: int
    share: Share


class RecognitionGap(Frozen):
    """Participants' share that recognises the effect on one life domain minus professionals', with its 95 % interval
    (Newcombe). They disagree where that leaves out 0, or where a majority of the one and not of the other recognises.
    """

    life_domain: str
    difference: float
    low: float
    high: float
    is_disagreement: bool


class RecognitionAnswer(Frozen):
    """Why somebody does or does not recognise the effect."""

    respondent: str
    life_domain: str
    score: int
    explanation: str
    judged_on: date | None
