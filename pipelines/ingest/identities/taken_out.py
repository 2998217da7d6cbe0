"""What was taken out of a text because it gives somebody away."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class TakenOut:
    """`kind` is the word that took its place in the text. `word` is shown to the second reader, and to nobody else."""

    kind: str
    word: str = field(repr=False)


# A text without what gives people away, and what that was, in order.
Cleaned = tuple[str, tuple[TakenOut, ...]]


def counts_of(taken: Iterable[TakenOut]) -> dict[str, int]:
    """How many of each kind."""
    return dict(Counter(out.kind for out in taken))


def kinds_in(taken: Iterable[TakenOut]) -> str:
    """What was taken out, as an issue shows it: "2 × naam, 1 × plaats"."""
    return ", ".join(f"{n} × {kind}" for kind, n in counts_of(taken).items())
