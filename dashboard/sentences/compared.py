"""A group beside another in words: where it clearly did better or worse, by how much, and what that can say."""

from collections import Counter
from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.compared_rows import ComparedRow, measured
from dashboard.sentences.lead import MOST_NAMES
from dashboard.sentences.marks import plain
from dashboard.sentences.names import TAKING_PART
from dashboard.sentences.values import instrument_name
from pipelines.domain.frozen import Frozen

OWN_GROUPS = ("participant", "comparison")

Rows = Sequence[ComparedRow]
Slots = dict[str, str]


class Sides(Frozen):
    """What both groups are called: `who` and `reference` in a sentence, the labels over a column."""

    who: str
    reference: str
    label: str
    reference_label: str

    def slots(self) -> Slots:
        return {"who": self.who, "reference": self.reference}


def sides(attribute: str, group: str, reference: str, words: Words) -> Sides:
    return Sides(
        who=_spoken(attribute, group, words),
        reference=_spoken(attribute, reference, words),
        label=group_label(attribute, group, words),
        reference_label=group_label(attribute, reference, words),
    )


def group_label(attribute: str, group: str, words: Words) -> str:
    """What a group is called over a column or in a choice."""
    return words(f"compared.label.{group}") if attribute == TAKING_PART and group in OWN_GROUPS else group


def compared_sentences(rows: Rows, of: Sides, parts: str, words: Words) -> list[str]:
    """Where the group clearly did better or worse; `parts` is what the rows are called."""
    shown = measured(rows)
    if not shown:
        return [words("compared.group.nobody_again")]
    if all(row.is_few for row in shown):
        return [words("compared.group.few"), largest_sentence(rows, of, words)]
    slots = {**of.slots(), "parts": parts, "total": whole(len(shown), words.language)}
    return [*_clear_sentences(rows, slots, words), largest_sentence(rows, of, words)]


def largest_sentence(rows: Rows, of: Sides, words: Words) -> str:
    """Where the shares that moved forward lie furthest apart, in numbers of people; empty where nobody did."""
    apart = [(abs(row.against.share_difference or 0.0), row) for row in measured(rows)]
    largest, row = max(apart, key=lambda pair: pair[0], default=(0.0, None))
    if row is None or not largest:
        return ""
    name = dict(zip(rows, row_names(rows, words), strict=True))[row]
    return words.count("compared.group.largest", row.here.n_improved, name=name, **of.slots(), **counts(row, words))


def compared_notes(rows: Rows, attribute: str, words: Words) -> list[str]:
    """The small print: what "clearly" means, what only seems so, what is not compared, and what it cannot say."""
    alone = [row for row in rows if not row.is_measured]
    design = "chosen_by_nobody" if attribute == TAKING_PART else "own_groups"
    return [
        *([_clear_means(rows, words), _nearly(rows, words)] if any(not row.is_few for row in rows) else []),
        words(f"compared.group.{design}") if measured(rows) else "",
        words("compared.group.unmatched", names=words.listing(row_names(alone, words))) if alone else "",
    ]


def row_names(rows: Rows, words: Words) -> list[str]:
    """What each row is called, with its instrument where two would be called the same."""
    names = [words.name(row.here.indicator_name) for row in rows]
    often = Counter(names)
    return [
        name if often[name] == 1 else f"{name} ({instrument_name(row.here.instrument, words)})"
        for name, row in zip(names, rows, strict=True)
    ]


def some_names(some: Rows, rows: Rows, words: Words) -> str:
    """At most three of the rows by name, and how many more there are."""
    named = dict(zip(rows, row_names(rows, words), strict=True))
    names = [f"**{named[row]}**" for row in some[:MOST_NAMES]]
    more = len(some) - len(names)
    return words.listing([*names, words.count("compared.group.others", more)] if more else names)


def counts(row: ComparedRow, words: Words) -> Slots:
    """How many were measured twice in both groups, and how many of the reference group moved forward."""
    numbers = {"pairs": row.here.n_pairs, "n_there": row.there.n_improved, "pairs_there": row.there.n_pairs}
    return {key: whole(n, words.language) for key, n in numbers.items()}


def n_tests(rows: Rows) -> int:
    """How many tests were adjusted for each other."""
    return sum(row.p_holm is not None for row in rows)


def _spoken(attribute: str, group: str, words: Words) -> str:
    if attribute == TAKING_PART and group in OWN_GROUPS:
        return words(f"compared.who.{group}")
    return words("compared.who.group", group=group)


def _clear_sentences(rows: Rows, slots: Slots, words: Words) -> list[str]:
    shown = measured(rows)
    better = [row for row in shown if row.is_clear and row.gain > 0]
    worse = [row for row in shown if row.is_clear and row.gain < 0]
    if not better and not worse:
        key = "none_only" if len(shown) == 1 else "none"
        said = words(f"compared.group.{key}", names=some_names(shown, rows, words), **slots)
        return [f"{said} {words('compared.group.none_unproven')}"]
    said = [_clearly("better", better, rows, slots, words), _clearly("worse", worse, rows, slots, words)]
    rest = len(shown) - len(better) - len(worse)
    if rest:
        said.append(words.count("compared.group.rest", rest))
    return [" ".join(filter(None, said))]


def _clearly(side: str, clear: Rows, rows: Rows, slots: Slots, words: Words) -> str:
    if not clear:
        return ""
    n_shown = len(measured(rows))
    key = "only" if n_shown == 1 else "all" if len(clear) == n_shown else "some"
    n = whole(len(clear), words.language)
    return words(f"compared.group.{side}_{key}", n=n, names=some_names(clear, rows, words), **slots)


def _clear_means(rows: Rows, words: Words) -> str:
    tests = n_tests(rows)
    if tests == 0:
        return ""
    key = "clear_means_one" if tests == 1 else "clear_means"
    return words(f"compared.group.{key}", n=whole(tests, words.language))


def _nearly(rows: Rows, words: Words) -> str:
    nearly = [row for row in rows if row.is_nearly_clear]
    if not nearly:
        return ""
    names, tests = plain(some_names(nearly, rows, words)), whole(n_tests(rows), words.language)
    return words.count("compared.group.nearly", len(nearly), names=names, tests=tests)
