"""Which projects are laid side by side: by neighbourhood, target group and approach. Nothing chosen is all."""

from collections.abc import Iterable, Sequence

import streamlit as st

from dashboard.language import Words
from pipelines.editions.edition import Edition
from pipelines.editions.portfolio import choose


def choose_projects(editions: Sequence[Edition], words: Words) -> tuple[Edition, ...]:
    """Those that fit every choice. Asked is only what tells projects apart."""
    contents = [edition.contents for edition in editions]
    with st.container(horizontal=True, key="choices"):
        return choose(
            editions,
            neighbourhoods=_chosen("neighbourhood", (one.neighbourhood for one in contents), words),
            target_groups=_chosen("target_group", (one.target_group for one in contents), words),
            approaches=_chosen("approach", (one.approach for one in contents), words),
        )


def _chosen(fact: str, values: Iterable[str | None], words: Words) -> Sequence[str]:
    options = sorted({value for value in values if value}, key=str.casefold)
    if len(options) < 2:
        return ()
    return st.multiselect(
        words(f"portfolio.choice.{fact}"),
        options,
        placeholder=words("portfolio.choice.all"),
        select_all=False,
        key=f"portfolio_{fact}",
        persist_state="session",
    )
