"""With which instruments an upload measures: asked for, or the only ones that explain its headings. Never a guess."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from pipelines.domain.indicator import IndicatorSet

# The ids of the sets that know a heading.
Knowers = Collection[str]


class AmbiguousInstrument(Exception):
    """Several sets explain the headings equally well; `ids` names them."""

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__(", ".join(ids))
        self.ids = tuple(ids)


def explaining_sets(
    headings: Sequence[Knowers], sets: Mapping[str, IndicatorSet], own: Collection[str]
) -> tuple[str, ...]:
    """The sets that together explain the headings, from the one that explains most.

    A project's own lists (`own`) go before the shipped sets. Of one family only one version can be meant. Raises
    AmbiguousInstrument where two sets explain equally many, or where only another version explains the rest.
    """
    chosen: list[str] = []
    unexplained = list(headings)
    while unexplained:
        best = _best(unexplained, [id for id in sets if not _family_taken(id, chosen, sets)], own)
        if not best:
            raise AmbiguousInstrument([*chosen, *sorted({id for known in unexplained for id in known} - set(chosen))])
        if len(best) > 1:
            raise AmbiguousInstrument(best)
        chosen += best
        unexplained = [known for known in unexplained if best[0] not in known]
    return tuple(chosen)


def check_one_meaning(headings: Sequence[Knowers], asked: Collection[str]) -> None:
    """Raises AmbiguousInstrument if a heading belongs to more than one of the sets that were asked for."""
    for known in headings:
        among_asked = [id for id in asked if id in known]
        if len(among_asked) > 1:
            raise AmbiguousInstrument(among_asked)


def find_set(name: str, sets: Mapping[str, IndicatorSet]) -> str | None:
    """The id of the set that somebody means by this name."""
    return next((id for id, known in sets.items() if known.is_called(name)), None)


def _best(unexplained: Sequence[Knowers], free: Sequence[str], own: Collection[str]) -> list[str]:
    counts = Counter(id for known in unexplained for id in known if id in free)
    among = {id: n for id, n in counts.items() if id in own} or counts
    return sorted(id for id, n in among.items() if n == max(among.values()))


def _family_taken(id: str, chosen: Sequence[str], sets: Mapping[str, IndicatorSet]) -> bool:
    return sets[id].family in {sets[taken].family for taken in chosen}
