"""One table of measurements → what was scored, of whom, at which moment, on which day and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from pipelines.domain.registration_sheets import registration_sheets
from pipelines.ingest.about_people import tell_of_people
from pipelines.ingest.cell_types import read_moment, read_number_of_person, understand_field
from pipelines.ingest.headings import Vocabulary
from pipelines.ingest.layout import MEASUREMENTS, Heading, moment_of_sheet
from pipelines.ingest.mapping import ColumnMapping
from pipelines.ingest.people import NOBODY, People
from pipelines.ingest.shapes import Instruments, ScoreFinder, Scores
from pipelines.ingest.sheet import text_of
from pipelines.ingest.table_issues import TableIssues
from pipelines.ingest.understanding import Fault, ReadCell, Understood, understand

RATERS = ("unstated", "professional", "participant")
FIELDS = {column.field: column for column in registration_sheets()[MEASUREMENTS].column}
NO_DAY = np.datetime64("NaT", "s")


@dataclass(frozen=True)
class Occasion:
    """When and by whom each row was measured, at one moment or at the moment that the row tells. Arrays are per row."""

    moment: np.ndarray
    day: np.ndarray
    rater: np.ndarray
    is_scored: np.ndarray


@dataclass(frozen=True)
class Measured:
    """A table of measurements understood. `person` is per row; `occasions` by the moment that columns name."""

    issues: TableIssues
    person: np.ndarray
    scores: Sequence[Scores]
    occasions: dict[int | None, Occasion]


class MeasurementReader:
    """Reads the tables of measurements of one upload, all with the same instruments and mapping."""

    def __init__(
        self, vocabulary: Vocabulary, instruments: Instruments, people: People, mapping: ColumnMapping, today: date
    ) -> None:
        self._vocabulary = vocabulary
        self._instruments = instruments
        self._people = people
        self._mapping = mapping
        self._today = today

    def read(self, issues: TableIssues) -> Measured:
        """Everything the table says, with its issues noted. Raises nothing."""
        scores = ScoreFinder(issues, self._vocabulary, self._instruments, self._mapping.missing).find()
        person = self._read_people(issues)
        moments = dict.fromkeys(found.moment for found in scores)
        occasions = {
            moment: self._read_occasion(issues, moment, _is_scored(issues, [s for s in scores if s.moment == moment]))
            for moment in moments
        }
        for found in scores:
            issues.about_cells(found.heading, found.understood, found.rows)
        self._settle_rows_without_scores(issues, person, _is_scored(issues, scores))
        return Measured(issues, person, scores, occasions)

    def _read_people(self, issues: TableIssues) -> np.ndarray:
        heading = issues.table.one_with("participant")
        if heading is None:
            return np.full(issues.table.n_rows, NOBODY, dtype=np.int32)
        numbers = understand(issues.table.cells(heading), read_number_of_person)
        issues.about_cells(heading, numbers)
        return self._people.places(numbers)

    def _read_occasion(self, issues: TableIssues, moment: int | None, is_scored: np.ndarray) -> Occasion:
        n_rows = issues.table.n_rows
        rater = issues.table.one_with("rater", moment) or issues.table.one_with("rater")
        raters = self._read_field(issues, rater, "rater") if rater else None
        return Occasion(
            moment=np.full(n_rows, moment, dtype=np.int16)
            if moment is not None
            else self._read_moments(issues, is_scored),
            day=self._read_days(issues, moment, is_scored),
            rater=_codes_of_raters(raters) if raters else np.zeros(n_rows, dtype=np.int8),
            is_scored=is_scored,
        )

    def _read_moments(self, issues: TableIssues, is_scored: np.ndarray) -> np.ndarray:
        heading = issues.table.one_with("moment")
        if heading is None:
            return np.full(issues.table.n_rows, moment_of_sheet(issues.table.sheet.name), dtype=np.int16)
        moments = understand(issues.table.cells(heading), self._moment_reader(heading))
        issues.about_cells(heading, moments)
        issues.about_rows("moment_missing", moments.is_missing & is_scored, heading)
        return moments.array("int16", 0)

    def _moment_reader(self, heading: Heading) -> ReadCell:
        if not (heading.meaning.is_given and self._mapping.moment and self._mapping.moment.values):
            return read_moment
        values = self._mapping.moment.values
        return lambda cell: values.get(text_of(cell), Fault("moment_not_understood"))

    def _read_days(self, issues: TableIssues, moment: int | None, is_scored: np.ndarray) -> np.ndarray:
        heading = issues.table.one_with("measured_on", moment)
        if heading is None:
            return np.full(issues.table.n_rows, NO_DAY)
        days = self._read_field(issues, heading, "measured_on")
        issues.about_rows("date_missing", days.is_missing & is_scored, heading)
        return days.array("datetime64[s]", NO_DAY)

    def _read_field(self, issues: TableIssues, heading: Heading, field: str) -> Understood:
        understood = understand_field(issues.table.cells(heading), FIELDS[field], self._today)
        issues.about_cells(heading, understood)
        return understood

    def _settle_rows_without_scores(self, issues: TableIssues, person: np.ndarray, is_scored: np.ndarray) -> None:
        """A row without a score is skipped, unless it says something about its participant."""
        number = issues.table.one_with("participant")
        is_record = issues.is_accepted
        issues.about_rows("participant_missing", (person == NOBODY) & is_scored & ~issues.is_skipped, number)
        tells = tell_of_people(issues, np.where(is_record, person, NOBODY), self._people, self._mapping, self._today)
        without = is_record & ~is_scored & ~tells
        issues.about_rows("row_without_scores", without)
        issues.is_skipped |= without


def _is_scored(issues: TableIssues, scores: Sequence[Scores]) -> np.ndarray:
    """Per row, whether one of these scores stands in it, understood or not."""
    is_scored = np.zeros(issues.table.n_rows, dtype=bool)
    for found in scores:
        is_scored[found.rows] |= found.understood.is_known | found.understood.is_faulty
    return is_scored & ~issues.is_skipped


def _codes_of_raters(raters: Understood) -> np.ndarray:
    codes = [RATERS.index(rater or "unstated") for rater in raters.meanings]
    return np.array(codes, dtype=np.int8)[raters.column.codes]
