"""The sentence above a chart: about how many went forward, stayed the same, went back, and what is not shown."""

from dashboard.impact.domains import Measured
from dashboard.impact.parts import HIDDEN, Parts
from dashboard.impact.sentences.approximate import about, about_of, as_sentence, hidden
from dashboard.language import Words
from dashboard.notation import number, signed
from dashboard.sentences.change import better_note
from dashboard.sentences.values import MOVEMENTS, Movement, as_spoken, movement_word
from pipelines.domain.indicator import Kind
from pipelines.editions.contents import PublishedIndicator

SAID_FIRST: tuple[Movement, ...] = ("improved", "same", "declined")


def change_sentence(measured: Measured, words: Words) -> str:
    """One to three sentences, with marks. The first count that is shown is said in full, the others after it."""
    indicator, here = measured.indicator, measured.here
    what = spoken_name(indicator, words)
    shown = [movement for movement in SAID_FIRST if movement in here.shown]
    if not shown:
        return _nothing_shown(here, what, words)
    first, *others = shown
    said = [_first_clause(indicator, first, here, what, words)]
    said += [_other_clause(indicator, movement, here, words) for movement in others]
    better = better_note(indicator, words)
    return " ".join(filter(None, (", ".join(said) + ".", hidden_sentence(indicator, here, words), better)))


def hidden_sentence(indicator: PublishedIndicator, parts: Parts, words: Words) -> str:
    """ "Gelijk en achteruit: te weinig mensen om te tonen." Empty where all is shown."""
    names = [movement_word(indicator, movement, words) for movement in SAID_FIRST if movement in parts.hidden]
    return words("impact.change.hidden", names=as_sentence(words.listing(names)), hidden=hidden(words)) if names else ""


def part_names(indicator: PublishedIndicator, parts: Parts, words: Words) -> dict[str, str]:
    """What stands under the parts of a bar, and under the hatched one."""
    names = {movement: movement_word(indicator, movement, words) for movement in MOVEMENTS}
    either = words("impact.or").join(names[movement] for movement in MOVEMENTS if movement in parts.hidden)
    hatched = words("impact.change.hatched", names=either) if parts.shown else words("impact.change.hatched_whole")
    return {**names, HIDDEN: hatched}


def spoken_name(indicator: PublishedIndicator, words: Words) -> str:
    return as_spoken(words.name(indicator.name), indicator.kind, words)


def mean_sentence(measured: Measured, words: Words) -> str:
    """From where to where on average; empty where it is hidden, and for yes and no."""
    start, change = measured.mean.start, measured.mean.change
    if start is None or change is None or measured.indicator.kind is Kind.YES_NO:
        return ""
    decimals = 0 if abs(start) >= 100 else 2
    written = {
        "start": number(start, words.language, decimals),
        "last": number(start + change, words.language, decimals),
        "change": signed(change, words.language, decimals),
    }
    scale = _scale(measured.indicator, words)
    return (
        words("impact.change.mean_on_scale", scale=scale, **written)
        if scale
        else words("impact.change.mean", **written)
    )


def _scale(indicator: PublishedIndicator, words: Words) -> str:
    if indicator.kind is not Kind.LEVEL or indicator.minimum is None or indicator.maximum is None:
        return ""
    ends = {"low": indicator.minimum, "high": indicator.maximum}
    return words("impact.change.scale", **{name: number(end, words.language, 0) for name, end in ends.items()})


def _nothing_shown(parts: Parts, what: str, words: Words) -> str:
    if parts.total is None:
        return words("impact.change.nothing", what=what, hidden=hidden(words))
    n = as_sentence(about(parts.total, words))
    return words("impact.change.total_only", n=n, what=what, hidden=hidden(words))


def _first_clause(indicator: PublishedIndicator, movement: Movement, parts: Parts, what: str, words: Words) -> str:
    n = about_of(parts.shown[movement], parts.total, words)
    return as_sentence(
        words(f"impact.change.{indicator.kind}.{movement}.first", n=n, what=what, What=words.name(indicator.name),
              **_ways(indicator, words))
    )  # fmt: skip


def _other_clause(indicator: PublishedIndicator, movement: Movement, parts: Parts, words: Words) -> str:
    n = about(parts.shown[movement], words)
    return words(f"impact.change.{indicator.kind}.{movement}.other", n=n, **_ways(indicator, words))


def _ways(indicator: PublishedIndicator, words: Words) -> dict[str, str]:
    return {
        way: movement_word(indicator, moved, words) for way, moved in (("better", "improved"), ("worse", "declined"))
    }
