"""The observations of an import in the form in which DuckDB takes them fastest: numbers for names, in large pieces."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa

from pipelines.domain.indicator import IndicatorSet

# DuckDB keeps so many rows together. Pieces of another size are gathered first, which takes half as long again.
ROWS_TOGETHER = 122_880

# Id of the set, code of the indicator.
IndicatorKey = tuple[str, str]


@dataclass(frozen=True)
class IndicatorsObserved:
    """Every set with every code, and per observation which of them it is."""

    keys: Sequence[IndicatorKey]
    codes: np.ndarray

    @property
    def used(self) -> set[IndicatorKey]:
        return {self.keys[code] for code in np.flatnonzero(np.bincount(self.codes)).tolist()}


def indicators_observed(observations: pd.DataFrame) -> IndicatorsObserved:
    instrument, indicator = (observations[name].astype("category").cat for name in ("instrument", "indicator"))
    keys = [(id, code) for id in instrument.categories for code in indicator.categories]
    codes = instrument.codes.to_numpy(dtype=np.int32) * len(indicator.categories) + indicator.codes.to_numpy()
    return IndicatorsObserved(keys, codes)


def described(sets: Sequence[IndicatorSet], used: Collection[IndicatorKey]) -> pd.DataFrame:
    """One row per indicator that is used; `position` runs on over the sets."""
    rows = [
        (set_.id, set_.family, indicator.code, indicator.life_domain, indicator.model_dump_json())
        for set_ in sets
        for indicator in set_.indicators
    ]
    frame = pd.DataFrame(rows, columns=["instrument", "family", "code", "life_domain", "definition"])
    frame["position"] = range(len(frame))
    return frame[[(row.instrument, row.code) in used for row in frame.itertuples()]]


def observation_rows(
    observations: pd.DataFrame, indicators: IndicatorsObserved, numbers: Mapping[IndicatorKey, int]
) -> pa.Table:
    """One row per observation. An indicator without a number is missing, which the store refuses, loudly."""
    known = pa.array([numbers.get(key) for key in indicators.keys], pa.int32())
    columns = {
        "participant_id": pa.array(observations["participant_id"].to_numpy(dtype=np.int64)),
        "indicator_id": known.take(pa.array(indicators.codes)),
        "moment": pa.array(observations["moment"].to_numpy(dtype=np.int16)),
        "rater": pa.array(observations["rater"].astype("category").array, from_pandas=True),
        "measured_on": pa.array(observations["measured_on"].to_numpy(dtype="datetime64[D]")),
        "value": pa.array(observations["value"].to_numpy(dtype=np.float64)),
        "is_last": pa.array(observations["is_last"].to_numpy(dtype=bool)),
    }
    return pa.Table.from_batches(pa.table(columns).to_batches(max_chunksize=ROWS_TOGETHER))
