"""Follow-ups that are held against no start: another rater scored them, or another version of the instrument did."""

from collections.abc import Mapping, Sequence

import numpy as np

from pipelines.ingest.records.measurements import Measured
from pipelines.ingest.records.observations import Observations, Visits, gather_places


def check_raters(visits: Visits, tables: Sequence[Measured]) -> None:
    """A follow-up by a rater of whom there is no start, while another rater scored the start."""
    if len(np.unique(visits.rater)) < 2:
        return
    starts = visits.moment == 0
    rated = set(zip(visits.person[starts].tolist(), visits.rater[starts].tolist(), strict=True))
    started = {person for person, _ in rated}
    pairs = zip(visits.person.tolist(), visits.rater.tolist(), strict=True)
    is_alone = np.array([person in started and (person, rater) not in rated for person, rater in pairs], dtype=bool)
    for place in np.flatnonzero(is_alone & ~starts).tolist():
        issues = tables[visits.table[place]].issues
        issues.about_row("rater_changes", int(visits.row[place]), issues.table.one_with("rater"))


def check_versions(observations: Observations, tables: Sequence[Measured], families: Mapping[str, str]) -> None:
    """A follow-up with one version of an instrument whose start was measured with another version only.

    `families` holds the family of each set by its id.
    """
    sets = [instrument for instrument, _ in observations.keys]
    if len(set(sets)) == len({families[id] for id in sets}):
        return
    versions = list(dict.fromkeys(sets))
    version = np.array([versions.index(id) for id in sets])[observations.indicator]
    family = np.array([list(families.values()).index(families[id]) for id in versions])[version]
    starts = observations.moment == 0
    measured = set(zip(observations.person[starts].tolist(), version[starts].tolist(), strict=True))
    known = {(person, int(family[place])): version[place] for place, person in _at(observations.person, starts)}
    table_of, row_of = gather_places(tables)
    told: set[tuple[int, int]] = set()
    for place, person in _at(observations.person, ~starts):
        start, at = known.get((person, int(family[place]))), (int(table_of[place]), int(row_of[place]))
        if start is None or (person, int(version[place])) in measured or at in told:
            continue
        told.add(at)
        tables[at[0]].issues.about_row("instrument_changes", at[1], expected=versions[start])


def _at(person: np.ndarray, where: np.ndarray) -> list[tuple[int, int]]:
    """Place and person, where a mask holds."""
    return [(int(place), int(person[place])) for place in np.flatnonzero(where)]
