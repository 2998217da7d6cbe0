"""Groups beside all others, in words: who moved forward more often, how sure that is, and what may explain it too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.language import Words
from dashboard.notation import number, whole
from dashboard.sentences.change import better_note
from dashboard.sentences.lead import CLEAR_P
from dashboard.sentences.names import ATTRIBUTE_FIELD, attribute_name
from dashboard.sentences.over_time import forward_word
from dashboard.sentences.values import FEW_PEOPLE, measured
from pipelines.domain.comparison import START_LEVEL, SubgroupDifference
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Outcome
from pipelines.domain.registration_sheets import registration_sheets

BY_CHANCE = 20


@dataclass(frozen=True)
class Group:
    """A group beside all others: what it is called, and p after correction for everything that was looked at."""

    name: str
    difference: SubgroupDifference
    p: float | None

    @property
    def is_clear(self) -> bool:
        return self.p is not None and self.p < CLEAR_P


def group_name(difference: SubgroupDifference, outcome: Outcome, words: Words) -> str:
    """`outcome` is of the same indicator: it knows the cut of who started low."""
    name = difference.group
    if difference.attribute == START_LEVEL and outcome.problematic is not None:
        scale = f"{'level' if outcome.kind is Kind.LEVEL else 'value'}_{outcome.direction}"
        name = words(f"for_whom.group.{difference.group}.{scale}", cut=measured(outcome.problematic.cut, words))
    if difference.crossed_group is None:
        return name
    return words("for_whom.group.crossed", group=name, crossed=difference.crossed_group)


def with_pairs(groups: Sequence[Group]) -> list[Group]:
    return [group for group in groups if group.difference.n_pairs]


# --- who moved forward more or less often ---


def group_sentences(groups: Sequence[Group], outcome: Outcome, words: Words) -> list[str]:
    """Every group that clearly differs, else that none does; needs two groups with somebody measured again."""
    among = with_pairs(groups)
    slots = {"forward": forward_word(outcome, words), "what": words.name(outcome.indicator_name)}
    n, total = (sum(getattr(group.difference, field) for group in among) for field in ("n_improved", "n_pairs"))
    everybody = words.count("for_whom.groups.all", n, total=whole(total, words.language), **slots)
    clear = _clear_once(among)
    found = [_clear_sentence(group, slots, words) for group in clear] or [_none_clear(among, slots, words)]
    return [*found, *_limits(among, words), f"{everybody} {better_note(outcome, words)}".strip()]


def _limits(among: Sequence[Group], words: Words) -> list[str]:
    """Why even a clear difference need not be what the project did."""
    if any(group.difference.attribute == START_LEVEL for group in among):
        return [words("for_whom.groups.start_level_limit")]
    return [words("for_whom.groups.not_the_cause")] if any(group.is_clear for group in among) else []


def _clear_once(among: Sequence[Group]) -> list[Group]:
    """Of two groups the one says what the other says: the one that moved forward more often."""
    clear = [group for group in among if group.is_clear]
    return [group for group in clear if _is_ahead(group)] if len(among) == 2 else clear


def _is_ahead(group: Group) -> bool:
    return (group.difference.against.share_difference or 0) > 0


def _clear_sentence(group: Group, slots: Mapping[str, str], words: Words) -> str:
    one = group.difference
    total = whole(one.n_pairs, words.language)
    were = (
        words.count("for_whom.groups.were", one.n_improved, total=total, **slots)
        if one.n_improved
        else words("for_whom.groups.were_none", total=total, **slots)
    )
    others = words("for_whom.groups.others", n=whole(one.n_others_improved, words.language),
                   total=whole(one.n_others, words.language))  # fmt: skip
    return words(
        f"for_whom.groups.{'more' if _is_ahead(group) else 'less'}", group=group.name, were=were, others=others
    )


def _none_clear(among: Sequence[Group], slots: Mapping[str, str], words: Words) -> str:
    if len(among) == 2:
        return words("for_whom.groups.none_clear_two")
    return words("for_whom.groups.none_clear", n=whole(len(among), words.language), **slots)


def written(group: Group, outcome: Outcome, words: Words) -> str:
    """What stands above the dots of a group: people, here and among all others."""
    one = group.difference
    counted = {"n": one.n_improved, "total": one.n_pairs, "others": one.n_others_improved, "total_others": one.n_others}
    said = words("for_whom.groups.written", forward=forward_word(outcome, words),
                 **{key: whole(n, words.language) for key, n in counted.items()})  # fmt: skip
    return words("for_whom.groups.written_few", written=said) if one.n_pairs < FEW_PEOPLE else said


def groups_alternative(groups: Sequence[Group], outcome: Outcome, words: Words) -> str:
    return "; ".join(f"{group.name}: {written(group, outcome, words)}" for group in with_pairs(groups)) + "."


def groups_small_print(groups: Sequence[Group], outcome: Outcome, words: Words) -> list[str]:
    """How to read the dots, what "clearly" means, who is not in it, and who started elsewhere."""
    again = [group.name for group in groups if not group.difference.n_pairs]
    of_start = any(group.difference.attribute == START_LEVEL for group in groups)
    return [
        words("for_whom.groups.reading", forward=forward_word(outcome, words)),
        words("for_whom.groups.clearly"),
        words("for_whom.groups.not_again", groups=words.listing(again)) if again else "",
        "" if of_start else _start_note(groups, words),
    ]


def few_note(groups: Sequence[Group], words: Words) -> str:
    """Which groups are small; empty where none is."""
    among = with_pairs(groups)
    small = [group.name for group in among if group.difference.n_pairs < FEW_PEOPLE]
    if small and len(small) == len(among):
        return words("for_whom.groups.all_few")
    return words("for_whom.groups.few", groups=words.listing(small)) if small else ""


def _start_note(groups: Sequence[Group], words: Words) -> str:
    """Which groups stood elsewhere than all others before anything happened. Small ones always do, by chance."""
    differing = [
        group for group in groups
        if group.difference.against.equivalence == "differs" and group.difference.n_pairs >= FEW_PEOPLE
    ]  # fmt: skip
    named = [_started(group, words) for group in differing]
    return words("for_whom.groups.start_differs", groups=words.listing(named)) if named else ""


def _started(group: Group, words: Words) -> str:
    higher = (group.difference.against.baseline_d or 0) > 0
    better = higher == (group.difference.direction is Direction.HIGHER)
    return words(f"for_whom.groups.{'started_better' if better else 'started_worse'}", group=group.name)


# --- how many comparisons were looked at ---


def counter_sentences(n: int, words: Words) -> list[str]:
    """How many, how many of them look clear by chance alone, and what is done about it."""
    looked = words.count("for_whom.counter.looked", n)
    return [f"{looked} {_by_chance(n, words)}", words("for_whom.counter.adjusted")]


def _by_chance(n: int, words: Words) -> str:
    if n <= BY_CHANCE:
        return words("for_whom.counter.meaning")
    expected = n / BY_CHANCE
    by_chance = number(expected, words.language, decimals=0 if expected.is_integer() else 1)
    return words("for_whom.counter.meaning_many", n=whole(n, words.language), by_chance=by_chance)


# --- what is not registered ---


def unknown_sentences(known: Mapping[str, int], n_participants: int, words: Words) -> list[str]:
    """`known` says of how many participants each attribute is known."""
    missing = [attribute_name(attribute, words) for attribute in offered_attributes() if attribute not in known]
    partly = [
        words("for_whom.unknown.partly_one", attribute=attribute_name(attribute, words), n=whole(n, words.language),
              total=whole(n_participants, words.language))
        for attribute, n in known.items()
        if n < n_participants
    ]  # fmt: skip
    return [
        words("for_whom.unknown.missing", attributes=words.listing(missing)) if missing else "",
        words("for_whom.unknown.partly", attributes=words.listing(partly)) if partly else "",
        words("for_whom.unknown.never"),
    ]


def offered_attributes() -> list[str]:
    """The attributes that the registration sheet has a column for."""
    columns = registration_sheets()["participants"].column
    fields = [column.field for column in columns if column.field.startswith(ATTRIBUTE_FIELD)]
    return [field.removeprefix(ATTRIBUTE_FIELD) for field in fields]
