"""What a value, a moment and a movement are called."""

from typing import Literal, Protocol

from dashboard.language import Words
from dashboard.notation import number, whole
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Outcome
from pipelines.instruments.catalogue import shipped_sets

Movement = Literal["declined", "same", "improved"]
MOVEMENTS: tuple[Movement, ...] = ("declined", "same", "improved")
FEW_PEOPLE = 10


class OfKind(Protocol):
    @property
    def kind(self) -> Kind: ...
    @property
    def direction(self) -> Direction: ...


def counts(outcome: Outcome) -> dict[Movement, int]:
    return {"declined": outcome.n_declined, "same": outcome.n_same, "improved": outcome.n_improved}


def movement_word(outcome: OfKind, movement: Movement, words: Words) -> str:
    """Forward or back for levels; which way the value went for anything else."""
    if movement == "same" or outcome.kind is Kind.LEVEL:
        return words(f"sentences.movement.{outcome.kind}.{movement}")
    rose = (movement == "improved") == (outcome.direction is Direction.HIGHER)
    return words(f"sentences.movement.{outcome.kind}.{'rise' if rose else 'fall'}")


def as_spoken(name: str, kind: Kind, words: Words) -> str:
    """An indicator's name as it stands in a sentence: "Financiën", but "minder hulpverleners"."""
    if kind is not Kind.COUNT:
        return name
    bare = name.removeprefix(words("sentences.number_of")).strip()
    return bare if bare[1:2].isupper() else bare[:1].lower() + bare[1:]


def value_name(outcome: Outcome, value: int, words: Words) -> str:
    """The name of a level, yes or no, or the number and what it is."""
    if value in outcome.level_names:
        return words.name(outcome.level_names[value])
    if outcome.kind is Kind.YES_NO:
        return words("sentences.value.yes" if value else "sentences.value.no")
    kind = Kind.LEVEL if outcome.kind is Kind.LEVEL else Kind.COUNT
    return words(f"sentences.value.{kind}", n=whole(value, words.language))


def instrument_name(instrument: str, words: Words) -> str:
    """The name of a shipped set; a project's own set is called by its id."""
    known = shipped_sets().get(instrument)
    return words.name(known.name) if known else instrument


def measured(value: float, words: Words) -> str:
    """A mean, median or amount with no more decimals than it can bear."""
    if abs(value) >= 100 or float(value).is_integer():
        return whole(value, words.language)
    return number(value, words.language, decimals=1 if abs(value) >= 10 else 2)


def last_moment(outcome: Outcome, words: Words) -> str:
    if outcome.moment is None:
        return words("moments.last")
    return words("moments.numbered", moment=outcome.moment)


def start_moment(words: Words) -> str:
    return words("moments.start")
