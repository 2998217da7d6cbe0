"""One table of measurements → what was scored, of whom, at which moment, on which day and by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from pipelines.domain.registration_sheets import registration_sheets
from pipelines.ingest.headings.vocabulary import Vocabulary
from pipelines.ingest.mapping.column_mapping import ColumnMapping
from pipelines.ingest.records.about_people import tell_of_people
from pipelines.ingest.records.moment_cells import months_in, translating
from pipelines.ingest.records.people import NOBODY, People
from pipelines.ingest.records.score_finder import ScoreFinder, Scores
from pipelines.ingest.tables.instruments_in_use import Instruments
from pipelines.ingest.tables.table import MEASUREMENTS, Heading
from pipelines.ingest.tables.table_issues import TableIssues
from pipelines.ingest.values.cell_types import understand_field
from pipelines.ingest.values.understanding import ReadCell, Understood, understand

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


@dataclass(frozen=True)
class Reading:
    """What all tables of measurements of one upload are read with."""

    vocabulary: Vocabulary
    instruments: Instruments
    people: People
    mapping: ColumnMapping
    today: date


def read_measurements(issues: TableIssues, reading: Reading) -> Measured:
    """Everything a table says, with its issues noted. Raises nothing."""
    return _MeasurementReader(issues, reading).read()


class _MeasurementReader:
    def __init__(self, issues: TableIssues, reading: Reading) -> None:
        self._issues = issues
        self._table = issues.table
        self._reading = reading
        self._understood: dict[int, Understood] = {}

    def read(self) -> Measured:
        reading = self._reading
        finder = ScoreFinder(self._issues, reading.vocabulary, reading.instruments, reading.mapping)
        scores = finder.find()
        person = self._read_people()
        occasions = {
            moment: self._read_occasion(moment, _is_scored(self._issues, [of for of in scores if of.moment == moment]))
            for moment in dict.fromkeys(found.moment for found in scores)
        }
        for found in scores:
            self._issues.about_cells(found.heading, found.understood, found.rows)
        self._settle_rows_without_scores(person, _is_scored(self._issues, scores))
        return Measured(self._issues, person, scores, occasions)

    def _read_people(self) -> np.ndarray:
        heading = self._table.one_with("participant")
        if heading is None:
            return np.full(self._table.n_rows, NOBODY, dtype=np.int32)
        return self._reading.people.places(self._understand(heading))

    def _read_occasion(self, moment: int | None, is_scored: np.ndarray) -> Occasion:
        return Occasion(
            moment=self._read_moments(moment, is_scored),
            day=self._read_days(moment, is_scored),
            rater=self._read_raters(moment),
            is_scored=is_scored,
        )

    def _read_moments(self, moment: int | None, is_scored: np.ndarray) -> np.ndarray:
        heading = self._table.one_with("moment")
        if moment is not None or heading is None:
            known = self._table.moment if moment is None else moment
            return np.full(self._table.n_rows, known, dtype=np.int16)
        moments = self._understand(heading)
        self._issues.about_rows("moment_missing", moments.is_missing & is_scored, heading)
        return moments.array("int16", 0)

    def _read_days(self, moment: int | None, is_scored: np.ndarray) -> np.ndarray:
        heading = self._table.one_with("measured_on", moment)
        if heading is None:
            return np.full(self._table.n_rows, NO_DAY)
        days = self._understand(heading)
        self._issues.about_rows("date_missing", days.is_missing & is_scored, heading)
        return days.array("datetime64[s]", NO_DAY)

    def _read_raters(self, moment: int | None) -> np.ndarray:
        heading = self._table.one_with("rater", moment) or self._table.one_with("rater")
        if heading is None:
            return np.zeros(self._table.n_rows, dtype=np.int8)
        raters = self._understand(heading)
        codes = [RATERS.index(rater or "unstated") for rater in raters.meanings]
        return np.array(codes, dtype=np.int8)[raters.column.codes]

    def _understand(self, heading: Heading) -> Understood:
        """The cells of a column by its field. A column is read once, however many moments it serves."""
        if heading.position not in self._understood:
            cells, translated = self._table.cells(heading), self._moments_of_mapping(heading)
            column = FIELDS[heading.meaning.field or ""]
            understood = (
                understand(cells, translated) if translated else understand_field(cells, column, self._reading.today)
            )
            self._issues.about_cells(heading, understood)
            if heading.meaning.field == "moment" and not translated and (months := months_in(cells)):
                self._issues.about_table("moment_may_be_months", heading, expected=", ".join(months))
            self._understood[heading.position] = understood
        return self._understood[heading.position]

    def _moments_of_mapping(self, heading: Heading) -> ReadCell | None:
        """How the mapping translates the cells of the column with moments, if it does."""
        moment = self._reading.mapping.moment
        if heading.meaning.field != "moment" or not heading.meaning.is_given or not moment or not moment.values:
            return None
        return translating(moment)

    def _settle_rows_without_scores(self, person: np.ndarray, is_scored: np.ndarray) -> None:
        """A row without a score is skipped, unless it says something about its participant."""
        number, reading = self._table.one_with("participant"), self._reading
        if number:
            self._issues.about_rows("participant_missing", self._understand(number).is_missing & is_scored, number)
        is_accepted = self._issues.is_accepted
        named = np.where(is_accepted, person, NOBODY)
        tells = tell_of_people(self._issues, named, reading.people, reading.mapping, reading.today)
        without = is_accepted & ~is_scored & ~tells
        self._issues.about_rows("row_without_scores", without)
        self._issues.is_skipped |= without


def _is_scored(issues: TableIssues, scores: Sequence[Scores]) -> np.ndarray:
    """Per row, whether one of these scores stands in it, understood or not."""
    is_scored = np.zeros(issues.table.n_rows, dtype=bool)
    for found in scores:
        is_scored[found.rows] |= found.understood.is_known | found.understood.is_faulty
    return is_scored & ~issues.is_skipped
