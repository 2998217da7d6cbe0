"""How strong the evidence is: the effect ladder of Van Yperen & Veerman (NJi), derived from what there is."""

from enum import IntEnum

from pipelines.domain.frozen import Frozen


class Rung(IntEnum):
    IMPLICIT = 0
    DESCRIPTIVE = 1
    THEORETICAL = 2
    INDICATIVE = 3
    CAUSAL = 4


class EffectLadder(Frozen):
    """`reached` is the highest rung of which all below are there too; `there` are all rungs that are there by
    themselves. `missing` says by rung what is lacking: a fact of the project, or follow_up, comparison, equivalence.
    """

    reached: Rung
    there: tuple[Rung, ...]
    missing: dict[Rung, tuple[str, ...]]
