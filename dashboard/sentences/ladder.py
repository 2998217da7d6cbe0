"""How strong the evidence is, in words: the rung that is reached, what else is there, and what the next one needs."""

from dashboard.language import Words
from pipelines.domain.effect_ladder import EffectLadder, Rung

ON_SHEET = ("target_group", "approach", "aim", "rationale")


def rung_name(rung: Rung, words: Words) -> str:
    return words(f"compared.ladder.rung.{rung.name.lower()}")


def ladder_sentences(ladder: EffectLadder, words: Words) -> list[str]:
    """Which rung is reached and what that means, and which rungs above are there already."""
    beyond = [rung for rung in ladder.there if rung > ladder.reached]
    return [
        words("compared.ladder.reached", name=rung_name(ladder.reached, words), place=ladder.reached + 1,
              total=len(Rung), meaning=words(f"compared.ladder.meaning.{ladder.reached.name.lower()}")),
        words("compared.ladder.top") if ladder.reached is Rung.CAUSAL else "",
        words("compared.ladder.beyond", name=words.listing([rung_name(rung, words) for rung in beyond]))
        if beyond else "",
    ]  # fmt: skip


def next_rung(ladder: EffectLadder) -> Rung | None:
    """None on the highest."""
    return None if ladder.reached is Rung.CAUSAL else Rung(ladder.reached + 1)


def next_sentence(rung: Rung, words: Words) -> str:
    return words("compared.ladder.next", name=rung_name(rung, words))


def needs(ladder: EffectLadder, rung: Rung, words: Words) -> list[str]:
    """What a rung lacks, in words."""
    return [words(f"compared.ladder.needs.{code}") for code in ladder.missing.get(rung, ())]


def is_on_sheet(ladder: EffectLadder, rung: Rung) -> bool:
    """Whether what a rung lacks can be filled in on the sheet Project."""
    return any(code in ON_SHEET for code in ladder.missing.get(rung, ()))


def ladder_alternative(ladder: EffectLadder, words: Words) -> str:
    steps = [words(f"compared.ladder.step.{_state(ladder, rung)}", name=rung_name(rung, words)) for rung in Rung]
    return words("compared.ladder.alternative", steps="; ".join(steps))


def _state(ladder: EffectLadder, rung: Rung) -> str:
    if rung is ladder.reached:
        return "reached"
    return "there" if rung in ladder.there else "missing"
