"""What somebody tells, beside what was measured of the teller. Who the teller is stays in the store."""

from datetime import date

from pipelines.domain.frozen import Frozen, Name


class Move(Frozen):
    """From start to last follow-up of the teller on one indicator, and where that stands among all pairs.

    "Moved from 2 to 4, as did 9 of the 23 who started at 2": start 2, follow_up 4, n_same_move 9, n_same_start 23.
    Both counts include the teller.
    """

    indicator: str
    indicator_name: Name
    instrument: str
    life_domain: str
    rater: str
    start: float
    follow_up: float
    n_same_move: int
    n_same_start: int


class LinkedNarrative(Frozen):
    """A narrative with the moves of its teller on the life domains it speaks about.

    `moves` is empty when the teller gave no participant number (no consent to link) or has no pair there.
    """

    record_id: int
    teller: str
    told_on: date
    life_domains: tuple[str, ...]
    words: str
    benefit: str | None
    direction: str
    consent: str
    consented_on: date
    chosen_by: str | None
    chosen_because: str | None
    moves: tuple[Move, ...] = ()
