"""How sure a share or a mean is: 95 % intervals."""

import math
from statistics import NormalDist

from scipy.special import stdtrit

from pipelines.domain.outcome import Share

CONFIDENCE = 0.95
_UPPER = (1 + CONFIDENCE) / 2
_Z = NormalDist().inv_cdf(_UPPER)


def share(n: int, total: int) -> Share | None:
    """The share n / total with its Wilson interval (Wilson 1927); None without a total."""
    if total == 0:
        return None
    estimate = n / total
    spread = _Z**2 / total
    centre = (estimate + spread / 2) / (1 + spread)
    margin = math.sqrt(estimate * (1 - estimate) * spread + spread**2 / 4) / (1 + spread)
    # At 0 and 1 the interval ends there exactly; computed, rounding would leave a little.
    low, high = min(estimate, max(0.0, centre - margin)), max(estimate, min(1.0, centre + margin))
    return Share(estimate=estimate, low=low, high=high)


def mean_interval(mean: float, sd: float, n: int) -> tuple[float, float]:
    """The t-interval of a mean over n ≥ 2 values with standard deviation `sd`."""
    margin = float(stdtrit(n - 1, _UPPER)) * sd / math.sqrt(n)
    return mean - margin, mean + margin
