"""By which attribute people are told apart, alone or together with a second one."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.language import Words
from dashboard.sentences.names import TAKING_PART, attribute_name
from pipelines.domain.comparison import START_LEVEL
from pipelines.domain.outcome import Outcome
from pipelines.domain.project import Project

ALONE = ""


def offered(attributes: Mapping[str, Sequence[str]], outcomes: Sequence[Outcome]) -> list[str]:
    """What the project registered of its participants and, where an indicator has a problem cut, who started low."""
    registered = [attribute for attribute in attributes if attribute != TAKING_PART]
    has_cut = any(outcome.problematic is not None for outcome in outcomes)
    return [*registered, *([START_LEVEL] if has_cut else [])]


def choose_attributes(attributes: Sequence[str], project: Project, words: Words) -> tuple[str, str | None]:
    """The attribute, and the one that it is crossed with; at least one must be offered."""
    attribute = st.selectbox(
        words("for_whom.choice.attribute"),
        attributes,
        format_func=lambda attribute: attribute_name(attribute, words),
        key=f"for_whom_attribute_{project.project_id}",
        persist_state="session",
    )
    seconds = [other for other in attributes if other not in (attribute, START_LEVEL)]
    return attribute, _choose_second(seconds, f"for_whom_crossed_{project.project_id}_{attribute}", words)


def _choose_second(attributes: Sequence[str], key: str, words: Words) -> str | None:
    if not attributes:
        return None
    chosen = st.selectbox(
        words("for_whom.choice.crossed"),
        [ALONE, *attributes],
        format_func=lambda other: attribute_name(other, words) if other else words("for_whom.choice.crossed_none"),
        key=key,
        persist_state="session",
    )
    return chosen or None
