"""Whether participants and comparison group were alike at the start, in words, beside the effect ladder."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.compared_rows import ComparedRow, measured
from pipelines.domain.effect_ladder import EffectLadder, Rung

ALIKE = ("fine", "caution")
LACKS_LIKENESS = {Rung.CAUSAL: ("equivalence",)}


def alike_sentence(ladder: EffectLadder, rows: Sequence[ComparedRow], parts: str, words: Words) -> str:
    """On how many indicators both groups were alike at the start; empty without a comparison."""
    shown = measured(rows)
    alike = sum(row.against.equivalence in ALIKE for row in shown)
    if not shown:
        return ""
    slots = {"n": whole(alike, words.language), "total": whole(len(shown), words.language), "parts": parts}
    if len(shown) == 1:
        return words("compared.ladder.alike.only" if alike else "compared.ladder.alike.only_not")
    if alike == len(shown):
        return words("compared.ladder.alike.all", **slots)
    only_alike = words("compared.ladder.alike.causal") if alike and ladder.missing == LACKS_LIKENESS else ""
    return f"{words('compared.ladder.alike.some', **slots)} {only_alike}".strip()
