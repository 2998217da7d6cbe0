"""What the heading of a column may mean: a field of a registration sheet, an indicator, or somebody's identity."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache

from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.registration import Reason
from pipelines.domain.registration_sheets import registration_sheets
from pipelines.domain.spelling import bare
from pipelines.ingest.headings.marks import without_marks
from pipelines.ingest.headings.moments import HeadingMoment, split_moment, split_pair_word
from pipelines.ingest.identities.identifying_headings import is_identifying

# A field of a participant that results can be broken down by: attribute:age_band.
ATTRIBUTE = "attribute:"
LONGEST_HEADING = 200
# Fields of a measurement that may have a column per moment.
FIELDS_PER_MOMENT = ("measured_on", "rater")


class Coarsened(StrEnum):
    """What a column holds of which only the outline is used."""

    BIRTH_DATE = "birth_date"
    POSTCODE = "postcode"


@dataclasses.dataclass(frozen=True)
class Meaning:
    """What a heading may mean.

    `field` is a field of the sheet, or "value" for a measured column. `indicators` holds, for a measured column, the
    code of the indicator in every set that knows the heading. `moment` is the moment that the heading itself names,
    `may_be_months` if it does so by a mere letter (T6, 6M). A meaning is `is_given` when the mapping says it, and
    `is_remembered` besides when an earlier one does. `part_of` is the field that the column makes up with others,
    and `is_joined` the column that they make up.
    `reason` is set where it does not follow from the rest. What `is_blocked` has a name that is known, below a label
    that says it is something else.
    """

    field: str | None = None
    indicators: Mapping[str, str] = dataclasses.field(default_factory=dict)
    moment: int | None = None
    is_identifying: bool = False
    is_ignored: bool = False
    is_given: bool = False
    is_remembered: bool = False
    may_be_months: bool = False
    part_of: str | None = None
    is_joined: bool = False
    reason: Reason | None = None
    is_blocked: bool = False
    coarsened: Coarsened | None = None

    @property
    def is_recognised(self) -> bool:
        return self.field is not None or self.is_identifying or self.is_ignored or self.part_of is not None


UNKNOWN = Meaning()
BLOCKED = Meaning(is_blocked=True)


class Vocabulary:
    """The headings of all sheets and of the indicators of some sets; what the mapping says (`given`) goes before."""

    def __init__(self, sets: Iterable[IndicatorSet], given: Mapping[str, Meaning]) -> None:
        self._given = given
        self._known: dict[tuple[str, str], Meaning] = {}
        self._indicators: dict[str, dict[str, str]] = {}
        self.sets = {set_.id: set_ for set_ in sets}
        for set_ in self.sets.values():
            for indicator in set_.indicators:
                for heading in (indicator.code, *indicator.headings):
                    self._indicators.setdefault(bare(heading), {})[set_.id] = indicator.code

    def indicators_called(self, heading: str) -> Mapping[str, str]:
        """The code of the indicator of this name, by the id of each set that has one."""
        return self._indicators.get(bare(heading), {})

    def given(self, heading: str) -> Meaning | None:
        """What the mapping says of this heading, if it names it."""
        return self._given.get(bare(heading))

    def meaning(self, heading: str, sheet: str) -> Meaning:
        """What this heading means on this kind of sheet."""
        if len(heading) > LONGEST_HEADING:
            return UNKNOWN
        if (heading, sheet) not in self._known:
            self._known[heading, sheet] = self._meaning(heading, sheet)
        return self._known[heading, sheet]

    def half_of_pair(self, heading: str) -> Meaning:
        """What a heading such as "Financiën na" means if its counterpart is there too; UNKNOWN for any other."""
        if len(heading) > LONGEST_HEADING:
            return UNKNOWN
        return next(self._cut(split_pair_word(without_marks(heading))), UNKNOWN)

    def _meaning(self, heading: str, sheet: str) -> Meaning:
        if not bare(heading):
            return UNKNOWN
        if given := self.given(heading):
            return given
        for name in dict.fromkeys((heading, without_marks(heading))):
            if field := _fields(sheet).get(bare(name)):
                return Meaning(field)
            measured = self._measured(name) if sheet == "measurements" else UNKNOWN
            if measured.is_recognised:
                return measured
        return Meaning(is_identifying=True) if is_identifying(heading) else UNKNOWN

    def _measured(self, heading: str) -> Meaning:
        if indicators := self.indicators_called(heading):
            return Meaning("value", indicators)
        return next(self._cut(split_moment(heading)), UNKNOWN)

    def _cut(self, ways: Iterable[HeadingMoment]) -> Iterator[Meaning]:
        """What the name beside the moment means, for every way of cutting in which it means something."""
        for way in ways:
            name = way.rest if self.indicators_called(way.rest) else without_marks(way.rest)
            if indicators := self.indicators_called(name):
                yield Meaning("value", indicators, way.moment, may_be_months=way.may_be_months)
            field = _fields("measurements").get(bare(way.rest))
            if field in FIELDS_PER_MOMENT and not way.is_of_anything:
                yield Meaning(field, moment=way.moment, may_be_months=way.may_be_months)


@cache
def _fields(sheet: str) -> dict[str, str]:
    """Field by heading. Beside measurements the headings of participants are known too, where they are free."""
    own = {
        bare(heading): column.field
        for column in registration_sheets()[sheet].column
        for heading in (column.name.nl, column.name.en, *column.aliases)
    }
    return {**_fields("participants"), **own} if sheet == "measurements" else own
