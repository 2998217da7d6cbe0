"""The one sentence above a chart: how many went forward, stayed the same, went back."""

from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.values import MOVEMENTS, Movement, OfKind, as_spoken, counts, movement_word
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Outcome

SAID_FIRST: tuple[Movement, ...] = ("improved", "same", "declined")


def change_sentence(outcome: Outcome, words: Words) -> str:
    """One or two sentences, with marks; without pairs it says why there is nothing to say."""
    if outcome.n_pairs == 0:
        return _unpaired_sentence(outcome, words)
    everybody = [movement for movement in MOVEMENTS if counts(outcome)[movement] == outcome.n_pairs]
    said = [_everybody_clause(outcome, everybody[0], words)] if everybody else _clauses(outcome, words)
    return " ".join(part for part in (", ".join(said) + ".", better_note(outcome, words)) if part)


def better_note(outcome: OfKind, words: Words) -> str:
    """For anything but levels: which way is better."""
    match outcome.kind:
        case Kind.LEVEL:
            return ""
        case Kind.YES_NO:
            return words(f"sentences.better.{'yes' if outcome.direction is Direction.HIGHER else 'no'}")
        case _:
            better = movement_word(outcome, "improved", words)
            return words(f"sentences.better.{outcome.kind}", Better=better.capitalize())


def spoken_name(outcome: Outcome, words: Words) -> str:
    return as_spoken(words.name(outcome.indicator_name), outcome.kind, words)


def _unpaired_sentence(outcome: Outcome, words: Words) -> str:
    what = spoken_name(outcome, words)
    if outcome.n_start == 0:
        return words("sentences.not_paired.not_measured", what=what)
    return words.count("sentences.not_paired.measured_once", outcome.n_start, what=what)


def _clauses(outcome: Outcome, words: Words) -> list[str]:
    return [_clause(outcome, movement, counts(outcome)[movement], words) for movement in SAID_FIRST]


def _clause(outcome: Outcome, movement: Movement, n: int, words: Words) -> str:
    key = f"sentences.change.{outcome.kind}.{movement}"
    slots = _slots(outcome, words)
    return words.count(f"{key}.some", n, **slots) if n else words(f"{key}.none", **slots)


def _everybody_clause(outcome: Outcome, movement: Movement, words: Words) -> str:
    number = "both" if outcome.n_pairs == 2 else "all"
    everybody = words(f"sentences.everybody.{number}", n=whole(outcome.n_pairs, words.language))
    key = f"sentences.change.{outcome.kind}.{movement}.all"
    return words.count(
        key, outcome.n_pairs, everybody=everybody, everybody_low=everybody.lower(), **_slots(outcome, words)
    )


def _slots(outcome: Outcome, words: Words) -> dict[str, str]:
    what = spoken_name(outcome, words)
    return {
        "what": what,
        "What": words.name(outcome.indicator_name),
        "pairs": whole(outcome.n_pairs, words.language),
        "better": movement_word(outcome, "improved", words),
        "worse": movement_word(outcome, "declined", words),
    }
