"""The rules of disclosure control, as numbers (method, section 8; defaults of ACRO and SACRO)."""

from pydantic import Field

from pipelines.domain.frozen import Frozen

LOWEST_MINIMUM = 5


class Rules(Frozen):
    """A count under `minimum` is hidden, nothing counted as one too; what is shown is rounded to `rounding`."""

    minimum: int = Field(default=10, ge=LOWEST_MINIMUM)
    rounding: int = Field(default=5, ge=3)

    def rounded(self, n: int) -> int:
        """To the nearest multiple, but never below the minimum; halves go up, which an odd `rounding` never needs."""
        return max(self._lowest_shown, (n + self.slack) // self.rounding * self.rounding)

    def shown_range(self, n: int) -> tuple[int, int]:
        """Between what a count of `n` lies for a reader who sees it shown, and knows that nothing smaller is.

        One under the minimum was shown by an earlier edition that had a lower one.
        """
        if n < self.minimum:
            return max(0, n - self.slack), n + self.slack
        shown = self.rounded(n)
        return self.minimum if shown == self._lowest_shown else shown - self.slack, shown + self.slack

    @property
    def slack(self) -> int:
        """How far a count may lie from the number that is shown."""
        return self.rounding // 2

    @property
    def _lowest_shown(self) -> int:
        """The first multiple from the minimum on."""
        return -(-self.minimum // self.rounding) * self.rounding
