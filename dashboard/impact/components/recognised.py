"""Who recognises the outcomes, and which goals were reached."""

from collections.abc import Mapping, Sequence
from functools import partial

from dashboard.components.chart import show_lasting_figure
from dashboard.components.part import say
from dashboard.impact.charts.published_rows import PublishedRow, published_rows_figure
from dashboard.impact.components.section import section
from dashboard.impact.domains import GOAL_PARTS, Domain, goals_of
from dashboard.impact.parts import Parts
from dashboard.impact.sentences.recognised import ANSWERS, goals_sentence, recognised_in, recognised_sentences
from dashboard.language import Words
from dashboard.sentences.marks import plain
from pipelines.editions.cell import TOTAL
from pipelines.editions.edition import Edition


def show_recognised(edition: Edition, domains: Sequence[Domain], words: Words) -> None:
    names = {domain.life_domain: domain.name for domain in domains}
    found = recognised_in(edition, names, words)
    nothing = [] if found else [words("impact.recognised.none")]
    with section("recognised", words("impact.recognised.title"), nothing):
        for respondent, by_domain in found.items():
            _show_respondent(edition, respondent, by_domain, words)


def show_goals(edition: Edition, domains: Sequence[Domain], words: Words) -> None:
    """Nothing where nobody set any."""
    goals = goals_of(edition, TOTAL)
    if goals is None:
        return
    with section("goals", words("impact.goals.title"), [goals_sentence(goals, words)]):
        rows = {domain.name: domain.goals for domain in domains if domain.goals is not None and domain.goals.shown}
        if rows:
            heads = [words(f"impact.goals.head.{part}") for part in GOAL_PARTS]
            said = [f"{name}: {plain(goals_sentence(parts, words))}" for name, parts in rows.items()]
            draw = partial(published_rows_figure, _rows(rows), heads, words)
            show_lasting_figure(draw, edition.id, "impact_goals", words, alt=" ".join(said))


def _show_respondent(edition: Edition, respondent: str, by_domain: Mapping[str, Parts], words: Words) -> None:
    sentences = recognised_sentences(respondent, by_domain, words)
    say(sentences)
    shown = {name: parts for name, parts in by_domain.items() if parts.shown}
    if shown:
        heads = [words(f"impact.recognised.{answer}") for answer in ANSWERS]
        draw, key = partial(published_rows_figure, _rows(shown), heads, words), f"impact_recognised_{respondent}"
        show_lasting_figure(draw, edition.id, key, words, alt=plain(" ".join(sentences)))


def _rows(by_name: Mapping[str, Parts]) -> list[PublishedRow]:
    return [PublishedRow(name, parts) for name, parts in by_name.items()]
