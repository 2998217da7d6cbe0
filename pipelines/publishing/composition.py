"""What the project leader chose for an edition."""

from datetime import date

from pipelines.domain.frozen import Frozen
from pipelines.editions.rules import Rules


class Composition(Frozen):
    """`instruments` None means all that were used; `moment` None the last measured follow-up.

    `stories` are record_ids with the reason of choice; None means those that somebody chose already, and on each life
    domain one that did not get better. `notes` are the numbers of explanations and other causes; None means all.
    """

    attributes: tuple[str, ...] = ()
    instruments: tuple[str, ...] | None = None
    moment: int | None = None
    as_of: date | None = None
    stories: dict[int, str] | None = None
    notes: tuple[int, ...] | None = None
    rules: Rules = Rules()
