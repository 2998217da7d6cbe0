"""The Wilcoxon signed-rank test on counts of changes: zeros dropped, mid-ranks for ties, two-sided.

With t_k changes of size k the mid-rank is R_k = Σ_{j<k} t_j + (t_k + 1) / 2. Given the ties, every sign is equally
likely under the null hypothesis, so W⁺ is the sum over k of R_k · Binomial(t_k, ½): its distribution is exact.
"""

import math
from dataclasses import dataclass

import numpy as np

from pipelines.domain.outcome import NoTestReason, SignedRank
from pipelines.outcomes.pairs import Pairs

FEWEST_CHANGES = 6
MOST_FOR_EXACT = 200


@dataclass(frozen=True, eq=False)
class RankSums:
    """Rank sums of the rises and the falls, with the mid-rank and the number of changes of each size."""

    w_plus: float
    w_minus: float
    ranks: np.ndarray
    ties: np.ndarray

    @property
    def n_nonzero(self) -> int:
        return int(self.ties.sum())

    @property
    def rank_biserial(self) -> float | None:
        """Matched pairs: (W⁺ − W⁻) / (W⁺ + W⁻); None when nobody changed."""
        total = self.w_plus + self.w_minus
        return (self.w_plus - self.w_minus) / total if total else None


def rank_changes(pairs: Pairs) -> RankSums:
    """Ranks the changes by size, leaving out who did not change."""
    changed = pairs.change != 0
    change, counts = pairs.change[changed], pairs.counts[changed]
    sizes, size_of = np.unique(np.abs(change), return_inverse=True)
    ties = np.bincount(size_of, weights=counts, minlength=sizes.size)
    ranks = np.cumsum(ties) - ties + (ties + 1) / 2
    weighted = ranks[size_of] * counts
    return RankSums(float(weighted[change > 0].sum()), float(weighted[change < 0].sum()), ranks, ties.astype(int))


def why_no_test(pairs: Pairs, sums: RankSums) -> NoTestReason | None:
    """None when there are enough changes to test."""
    if pairs.n == 0:
        return "no_pairs"
    return "fewer_than_6_changes" if sums.n_nonzero < FEWEST_CHANGES else None


def signed_rank(sums: RankSums) -> SignedRank:
    """Exact up to 200 changes, normal with correction for ties and without one for continuity above."""
    is_exact = sums.n_nonzero <= MOST_FOR_EXACT
    return SignedRank(
        w_plus=sums.w_plus,
        w_minus=sums.w_minus,
        n_nonzero=sums.n_nonzero,
        p=_exact_p(sums) if is_exact else _normal_p(sums),
        method="exact" if is_exact else "normal",
    )


def _exact_p(sums: RankSums) -> float:
    """Twice the smaller tail, the observed sum included. Counted in half ranks, which are whole numbers."""
    chances = np.ones(1)
    for step, ties in zip(np.rint(2 * sums.ranks).astype(int).tolist(), sums.ties.tolist(), strict=True):
        wider = np.zeros(chances.size + step * ties)
        for rises in range(ties + 1):
            wider[rises * step : rises * step + chances.size] += chances * (math.comb(ties, rises) / 2**ties)
        chances = wider
    observed = round(2 * sums.w_plus)
    return float(min(1.0, 2 * min(chances[: observed + 1].sum(), chances[observed:].sum())))


def _normal_p(sums: RankSums) -> float:
    n, ties = sums.n_nonzero, sums.ties.astype(float)
    variance = n * (n + 1) * (2 * n + 1) / 24 - float((ties**3 - ties).sum()) / 48
    z = (sums.w_plus - n * (n + 1) / 4) / math.sqrt(variance)
    return math.erfc(abs(z) / math.sqrt(2))
