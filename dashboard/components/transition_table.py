"""From where to where: a real table of the number of people per start level and follow-up level."""

from dashboard.charts.flow import best_first
from dashboard.components.table import show_table
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.values import last_moment, value_name
from pipelines.domain.outcome import Outcome


def show_transitions(outcome: Outcome, words: Words) -> None:
    """Needs transitions. Rows are where people started, columns where they came; the worst level first."""
    transitions = outcome.transitions
    if transitions is None:
        return
    levels = [level for level in reversed(best_first(outcome)) if level in transitions.levels]
    at = {level: i for i, level in enumerate(transitions.levels)}
    counts = [[transitions.counts[at[start]][at[last]] for last in levels] for start in levels]
    names = [value_name(outcome, level, words) for level in levels]
    total = words("life_domain.transitions.total")
    rows = [_row(name, row, words) for name, row in zip(names, counts, strict=True)]
    rows.append(_row(total, [sum(column) for column in zip(*counts, strict=True)], words))
    caption = words("life_domain.transitions.caption", what=words.name(outcome.indicator_name),
                    moment=last_moment(outcome, words))  # fmt: skip
    show_table(caption, [words("life_domain.transitions.corner"), *names, total], rows)


def _row(name: str, counts: list[int], words: Words) -> list[str]:
    return [name, *(whole(n, words.language) for n in counts), whole(sum(counts), words.language)]
