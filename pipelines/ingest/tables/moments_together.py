"""Moments that headings tell only together: a pair of words, a start without a number, numbers that may be months."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from pipelines.domain.registration import Reason
from pipelines.ingest.headings.vocabulary import UNKNOWN, Meaning, Vocabulary
from pipelines.ingest.tables.table import Heading

# What a column is about, whatever the moment: its field and its indicator in every set.
Thing = tuple[str | None, tuple[tuple[str, str], ...]]
MONTHS_IN_A_QUARTER = 3


def settle_moments(
    headings: Sequence[Heading], vocabulary: Vocabulary, moment_of_sheet: int | None = None
) -> tuple[Heading, ...]:
    """The headings of a table of measurements, with the moments that follow from all of them together."""
    settled = _without_months(_with_pairs(tuple(headings), vocabulary))
    return settled if moment_of_sheet else _with_unnumbered_start(settled)


def may_be_months(moments: Collection[int]) -> bool:
    """Whether numbers of moments are sooner months: 0, 6, 12, but not 0, 1, 2."""
    follow_ups = {moment for moment in moments if moment}
    is_row = follow_ups == set(range(1, len(follow_ups) + 1))
    return bool(follow_ups) and not is_row and all(moment % MONTHS_IN_A_QUARTER == 0 for moment in follow_ups)


def _with_pairs(headings: tuple[Heading, ...], vocabulary: Vocabulary) -> tuple[Heading, ...]:
    """ "Financiën voor" and "Financiën na" are start and follow-up: if both are there and no other follow-up is."""
    halves = {
        heading.position: half
        for heading in headings
        if not heading.meaning.is_recognised and (half := vocabulary.half_of_pair(heading.text)).is_recognised
    }
    if not halves:
        return headings
    whole = [heading.meaning for heading in headings]
    told = {(_thing(meaning), meaning.moment) for meaning in (*whole, *halves.values())}
    if any(moment not in (None, 0, 1) for _, moment in told) or _say_the_same(whole, halves.values()):
        return headings
    started = {thing for thing, moment in told if moment in (None, 0)}
    followed = {thing for thing, moment in told if moment == 1}

    def settle(heading: Heading) -> Heading:
        half = halves.get(heading.position)
        if half is None or _thing(half) not in (followed if half.moment == 0 else started):
            return heading
        return replace(heading, meaning=replace(half, reason=Reason.MOMENT_IN_HEADING))

    return tuple(map(settle, headings))


def _say_the_same(whole: Collection[Meaning], halves: Collection[Meaning]) -> bool:
    """Whether "Financiën na" stands beside "Financiën 1-meting": then the words are about something else."""
    told = {(_thing(meaning), meaning.moment) for meaning in whole if meaning.moment is not None}
    return any((_thing(half), half.moment) in told for half in halves)


def _without_months(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """T0, T6 and T12 may be months: which follow-up is meant is asked."""
    lettered = [heading.meaning.moment for heading in headings if heading.meaning.may_be_months]
    if not may_be_months([moment for moment in lettered if moment is not None]):
        return headings
    return _replaced(headings, lambda meaning: meaning.may_be_months and meaning.moment != 0, UNKNOWN)


def _with_unnumbered_start(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """ "Financiën" beside "Financiën 1-meting" is the start, if every indicator without a moment has a follow-up."""
    if any(heading.meaning.field == "moment" for heading in headings):
        return headings
    measured = [heading.meaning for heading in headings if heading.is_measured]
    followed = {_thing(meaning) for meaning in measured if meaning.moment}
    without = {_thing(meaning) for meaning in measured if meaning.moment is None}
    numbered = {_thing(meaning) for meaning in measured if meaning.moment == 0}
    if not without or not without <= followed or without & numbered:
        return headings
    days = {_thing(heading.meaning) for heading in headings if not heading.is_measured and heading.meaning.moment}
    started = without | days

    def settle(heading: Heading) -> Heading:
        meaning = heading.meaning
        if meaning.moment is not None or _thing(meaning) not in started or meaning.is_given:
            return heading
        return replace(heading, meaning=replace(meaning, moment=0, reason=Reason.MOMENT_IN_HEADING))

    return tuple(map(settle, headings))


def _replaced(
    headings: tuple[Heading, ...], concerns: Callable[[Meaning], bool], meaning: Meaning
) -> tuple[Heading, ...]:
    return tuple(replace(heading, meaning=meaning) if concerns(heading.meaning) else heading for heading in headings)


def _thing(meaning: Meaning) -> Thing:
    return meaning.field, tuple(sorted(meaning.indicators.items()))
