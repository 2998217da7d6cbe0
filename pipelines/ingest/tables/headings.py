"""What the heading of a column may mean: a field of a registration sheet, an indicator, or somebody's identity."""

import dataclasses
import re
from collections.abc import Iterable, Mapping
from functools import cache

from pipelines.domain.indicator import IndicatorSet
from pipelines.domain.registration_sheets import registration_sheets
from pipelines.domain.spelling import bare
from pipelines.ingest.identities.identifying_headings import is_identifying
from pipelines.ingest.values.notation import MOMENT_NUMBERED, moment_of_match

# A heading that carries its moment: "Financiën 0-meting", "T1: Financiën", "fin (T0)".
GAP = r"[\s_.:,;/–-]+"
MOMENT_LAST = re.compile(rf"(?P<rest>.+?)(?:{GAP}|\s*\()(?:{MOMENT_NUMBERED.pattern})\)?")
MOMENT_FIRST = re.compile(rf"\(?(?:{MOMENT_NUMBERED.pattern})(?:{GAP}|\)\s*)(?P<rest>.+)")
# A field of a participant that results can be broken down by: attribute:age_band.
ATTRIBUTE = "attribute:"
LONGEST_HEADING = 200
# Fields of a measurement that may have a column per moment.
FIELDS_PER_MOMENT = ("measured_on", "rater")


@dataclasses.dataclass(frozen=True)
class Meaning:
    """What a heading may mean.

    `field` is a field of the sheet, or "value" for a measured column. `indicators` holds, for a measured column, the
    code of the indicator in every set that knows the heading. `moment` is the moment that the heading itself names.
    A meaning is `is_given` when the mapping says it.
    """

    field: str | None = None
    indicators: Mapping[str, str] = dataclasses.field(default_factory=dict)
    moment: int | None = None
    is_identifying: bool = False
    is_ignored: bool = False
    is_given: bool = False

    @property
    def is_recognised(self) -> bool:
        return self.field is not None or self.is_identifying or self.is_ignored


UNKNOWN = Meaning()


class Vocabulary:
    """The headings of all sheets and of the indicators of some sets; what the mapping says (`given`) goes before."""

    def __init__(self, sets: Iterable[IndicatorSet], given: Mapping[str, Meaning]) -> None:
        self._given = given
        self._known: dict[tuple[str, str], Meaning] = {}
        self._indicators: dict[str, dict[str, str]] = {}
        for set_ in sets:
            for indicator in set_.indicators:
                for heading in (indicator.code, *indicator.headings):
                    self._indicators.setdefault(bare(heading), {})[set_.id] = indicator.code

    def indicators_called(self, heading: str) -> Mapping[str, str]:
        """The code of the indicator of this name, by the id of each set that has one."""
        return self._indicators.get(bare(heading), {})

    def meaning(self, heading: str, sheet: str) -> Meaning:
        """What this heading means on this kind of sheet."""
        if len(heading) > LONGEST_HEADING:
            return UNKNOWN
        if (heading, sheet) not in self._known:
            self._known[heading, sheet] = self._meaning(heading, sheet)
        return self._known[heading, sheet]

    def _meaning(self, heading: str, sheet: str) -> Meaning:
        known = bare(heading)
        if not known:
            return UNKNOWN
        if known in self._given:
            return self._given[known]
        if known in _fields(sheet):
            return Meaning(_fields(sheet)[known])
        measured = self._measured(heading) if sheet == "measurements" else UNKNOWN
        if measured.is_recognised:
            return measured
        return Meaning(is_identifying=True) if is_identifying(heading) else UNKNOWN

    def _measured(self, heading: str) -> Meaning:
        if indicators := self.indicators_called(heading):
            return Meaning("value", indicators)
        for form in (MOMENT_LAST, MOMENT_FIRST):
            found = form.fullmatch(" ".join(heading.casefold().split()))
            if found and (indicators := self.indicators_called(found["rest"])):
                return Meaning("value", indicators, moment_of_match(found))
            named = _fields("measurements").get(bare(found["rest"])) if found else None
            if named in FIELDS_PER_MOMENT:
                return Meaning(named, moment=moment_of_match(found))
        return UNKNOWN


@cache
def _fields(sheet: str) -> dict[str, str]:
    """Field by heading. Beside measurements the headings of participants are known too, where they are free."""
    own = {
        bare(heading): column.field
        for column in registration_sheets()[sheet].column
        for heading in (column.name.nl, column.name.en, *column.aliases)
    }
    return {**_fields("participants"), **own} if sheet == "measurements" else own
