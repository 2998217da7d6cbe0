"""What a heading means below labels that stand above it, such as a moment or the name of a group of columns."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from pipelines.domain.spelling import bare
from pipelines.ingest.headings.moments import moment_within, split_moment, split_pair_word
from pipelines.ingest.headings.vocabulary import ATTRIBUTE, BLOCKED, FIELDS_PER_MOMENT, UNKNOWN, Meaning, Vocabulary
from pipelines.ingest.tables.heading_rows import JOINED_BY
from pipelines.ingest.tables.table import MEASUREMENTS

# Labels and headings that only say that something was measured.
PLAIN_LABELS = frozenset(map(bare, (
    "Score", "Scores", "Niveau", "Niveaus", "Leefgebied", "Leefgebieden", "Domein", "Domeinen", "Indicator",
    "Indicatoren", "Meting", "Metingen", "Resultaat", "Resultaten", "Uitkomst", "Uitkomsten", "ZRM",
    "Zelfredzaamheid-Matrix", "Zelfredzaamheidsmatrix", "Level", "Levels", "Domains", "Life domains", "Measurement",
    "Measurements",
)))  # fmt: skip
# Labels that turn a score into something else: a wish, a norm, a sum.
OTHER_THAN_MEASURED = re.compile(
    r"gewenst|streef|wens|doel|norm|verwacht|verschil|verandering|gemiddeld|groei|prioriteit|belang|toelichting|"
    r"opmerking|target|goal|desired|wish|expected|difference|change|average|mean|priority|weight|importance",
    re.IGNORECASE,
)
# Bare heading and the moment that labels above it tell.
Place = tuple[str, int | None]
# What is the same at every moment: a label above it says nothing more.
ABOUT_SOMEBODY = ("participant", "household", "participation", "enrolled_on", "left_on", "exit_reason")


def meaning_below_labels(
    parts: Sequence[str], kind: str, vocabulary: Vocabulary, repeated: Collection[Place]
) -> Meaning:
    """What a column means by the texts above it, from the top.

    `repeated` are the places (place_of) that several columns share: there a label that is not understood may be what
    tells them apart, and is in the way (BLOCKED), as is one that makes something else of a score.
    """
    whole = vocabulary.given(JOINED_BY.join(parts)) or vocabulary.meaning(" ".join(parts), kind)
    if whole.is_recognised or len(parts) < 2:
        return whole
    telling = [part for part in parts if bare(part) not in PLAIN_LABELS | _names(vocabulary)]
    meaning = vocabulary.meaning(" ".join(telling), kind)
    if meaning.is_recognised or len(telling) < 2:
        return meaning
    own = vocabulary.meaning(telling[-1], kind)
    if not own.is_recognised or kind != MEASUREMENTS or _is_about_somebody(own):
        return own
    return _below(telling[:-1], own, place_of(parts) in repeated)


def place_of(parts: Sequence[str]) -> Place:
    """The lowest text above a column, and the moment that the labels above it tell: what may stand there once."""
    return (bare(parts[-1]), label_moment(parts[:-1])) if parts else ("", None)


def label_moment(labels: Sequence[str]) -> int | None:
    """The moment that one of these labels tells by itself."""
    cuts = (cut for label in labels for cut in split_moment(f"{label} x") if cut.rest == "x")
    within = (moment for label in labels if (moment := moment_within(label)) is not None)
    return next((cut.moment for cut in cuts), next(within, None))


def _below(labels: Sequence[str], own: Meaning, is_repeated: bool) -> Meaning:
    moment, is_other = label_moment(labels), any(map(OTHER_THAN_MEASURED.search, labels))
    if is_other or is_repeated or (None not in (moment, own.moment) and moment != own.moment):
        return BLOCKED
    if moment is None and any(split_pair_word(f"{label} x") for label in labels):
        return UNKNOWN
    has_moment = bool(own.indicators) or own.field in FIELDS_PER_MOMENT
    return replace(own, moment=moment) if has_moment and own.moment is None else own


def _is_about_somebody(meaning: Meaning) -> bool:
    field = meaning.field or ""
    return meaning.is_identifying or field in ABOUT_SOMEBODY or field.startswith(ATTRIBUTE)


@cache
def _names_of(ids: tuple[str, ...], names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(bare, (*ids, *names)))


def _names(vocabulary: Vocabulary) -> frozenset[str]:
    """Every name of an instrument."""
    sets = vocabulary.sets.values()
    names = tuple(name for set_ in sets for name in (set_.name.nl, set_.name.en, *set_.aliases))
    return _names_of(tuple(vocabulary.sets), names)
