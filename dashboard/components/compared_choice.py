"""Which group is set beside which: taking part or not where there is a comparison group, else participants."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard.language import Words
from dashboard.sentences.compared import group_label
from dashboard.sentences.names import TAKING_PART, attribute_name
from pipelines.domain.frozen import Frozen

NOTHING = ""
WIDTH = 300


class Comparison(Frozen):
    """A group of an attribute beside another, the reference."""

    attribute: str
    group: str
    reference: str


AGAINST_COMPARISON_GROUP = Comparison(attribute=TAKING_PART, group="participant", reference="comparison")


def choose_comparison(attributes: Mapping[str, Sequence[str]], project_id: int, words: Words) -> Comparison | None:
    """`attributes` with their groups. None as long as nothing is chosen and there is no comparison group."""
    offered = [attribute for attribute, groups in attributes.items() if len(groups) > 1]
    if not offered:
        return None
    with st.container(horizontal=True, key="compared_choices"):
        attribute = _choose_attribute(offered, project_id, words)
        if attribute == NOTHING:
            return None
        if attribute == TAKING_PART:
            return AGAINST_COMPARISON_GROUP
        return _choose_groups(attribute, attributes[attribute], project_id, words)


def _choose_attribute(offered: Sequence[str], project_id: int, words: Words) -> str:
    first = TAKING_PART if TAKING_PART in offered else NOTHING
    options = [first, *(attribute for attribute in offered if attribute != first)]
    return st.selectbox(
        words("compared.choice.attribute"),
        options,
        format_func=lambda code: words("compared.choice.nobody") if code == NOTHING else attribute_name(code, words),
        key=f"compared_attribute_{project_id}",
        persist_state="session",
        width=WIDTH,
    )


def _choose_groups(attribute: str, groups: Sequence[str], project_id: int, words: Words) -> Comparison:
    """Of a group that was chosen once, the others are what it can be compared with."""
    group = _choose_group("group", attribute, groups, project_id, words)
    others = [other for other in groups if other != group]
    reference = _choose_group("reference", f"{attribute}_{group}", others, project_id, words)
    return Comparison(attribute=attribute, group=group, reference=reference)


def _choose_group(side: str, about: str, groups: Sequence[str], project_id: int, words: Words) -> str:
    return st.selectbox(
        words(f"compared.choice.{side}"),
        groups,
        format_func=lambda group: group_label(about, group, words),
        key=f"compared_{side}_{project_id}_{about}",
        persist_state="session",
        width=WIDTH,
    )
