"""A project's own list of indicators, wherever it was described, as one indicator set."""

from collections.abc import Mapping, Sequence
from typing import Any

from pipelines.domain.frozen import Name
from pipelines.domain.indicator import OWN_SET, IndicatorSet
from pipelines.domain.life_domain import life_domain_called

NAME = Name(nl="Eigen lijst", en="Own list")


def own_set(indicators: Sequence[Mapping[str, Any]], source: str) -> IndicatorSet:
    """The set with these indicators, each described by the fields of Indicator. Raises pydantic's ValidationError.

    A life domain is a code of ours if its name is known, and otherwise keeps the name it was given.
    """
    return IndicatorSet.model_validate({
        "id": OWN_SET, "family": OWN_SET, "version": "1", "name": NAME, "source": source,
        "indicators": [{**indicator, "life_domain": _life_domain(indicator)} for indicator in indicators],
    })  # fmt: skip


def _life_domain(indicator: Mapping[str, Any]) -> Any:
    named = indicator.get("life_domain", indicator.get("code", ""))
    known = life_domain_called(named) if isinstance(named, str) else None
    return known.code if known else named
