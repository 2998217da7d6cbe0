"""Which part of a change somebody thinks the project made, in words."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import percentage, whole
from pipelines.domain.note import Attribution


def attribution_sentence(kept: Sequence[Attribution], words: Words) -> str:
    """From the lowest to the highest estimate; of one, its range."""
    if not kept:
        return words("compared.attribution.none")
    middles = [note.middle for note in kept]
    low, high = (kept[0].low, kept[0].high) if len(kept) == 1 else (min(middles), max(middles))
    slots = {"low": percentage(low, words.language), "high": percentage(high, words.language)}
    if len(kept) > 1 and low == high:
        return words("compared.attribution.same", n=whole(len(kept), words.language), **slots)
    return words.count("compared.attribution.some", len(kept), **slots)


def attribution_written(note: Attribution, words: Words) -> str:
    return words("compared.attribution.written", **_slots(note, words))


def attribution_alternative(note: Attribution, name: str, words: Words) -> str:
    return words("compared.attribution.alternative", name=name, **_slots(note, words))


def _slots(note: Attribution, words: Words) -> dict[str, str]:
    return {part: percentage(getattr(note, part), words.language) for part in ("low", "middle", "high")}
