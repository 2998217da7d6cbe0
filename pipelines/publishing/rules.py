"""The rules of disclosure control, as numbers (method, section 8; defaults of ACRO and SACRO)."""

from pydantic import Field

from pipelines.domain.frozen import Frozen

LOWEST_MINIMUM = 5


class Rules(Frozen):
    """A count under `minimum` is hidden, nothing counted as one too; what is shown is rounded to `rounding`."""

    minimum: int = Field(default=10, ge=LOWEST_MINIMUM)
    rounding: int = Field(default=5, ge=1)

    def rounded(self, n: int) -> int:
        """To the nearest multiple; halves go up, which an odd `rounding` never needs."""
        return (n + self.rounding // 2) // self.rounding * self.rounding

    @property
    def slack(self) -> int:
        """How far a count may lie from the number that is shown."""
        return self.rounding // 2
