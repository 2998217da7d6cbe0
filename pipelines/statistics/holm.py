"""Several tests together: the step-down adjustment of Holm (1979)."""

from collections.abc import Sequence


def adjust(p_values: Sequence[float]) -> list[float]:
    """The adjusted p-values, in the order of the given ones: the k-th smallest of m times m − k + 1, never falling."""
    adjusted = [0.0] * len(p_values)
    highest = 0.0
    for position, index in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        highest = max(highest, p_values[index] * (len(p_values) - position))
        adjusted[index] = min(1.0, highest)
    return adjusted
