"""Who recognises the outcomes, and which goals were reached."""

from collections.abc import Mapping, Sequence

from dashboard.components.chart import show_figure
from dashboard.components.part import say
from dashboard.impact.charts.published_rows import PublishedRow, published_rows_figure
from dashboard.impact.components.section import section
from dashboard.impact.domains import GOAL_PARTS, Domain, goals_of
from dashboard.impact.parts import Parts
from dashboard.impact.sentences.recognised import ANSWERS, goals_sentence, recognised_in, recognised_sentences
from dashboard.language import Words
from dashboard.reader import theme_is_dark
from dashboard.sentences.marks import plain
from pipelines.editions.cell import TOTAL
from pipelines.editions.edition import Edition


def show_recognised(edition: Edition, domains: Sequence[Domain], words: Words) -> None:
    names = {domain.life_domain: domain.name for domain in domains}
    found = recognised_in(edition, names, words)
    nothing = [] if found else [words("impact.recognised.none")]
    with section("recognised", words("impact.recognised.title"), nothing):
        for respondent, by_domain in found.items():
            _show_respondent(respondent, by_domain, words)


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
            _show_rows(rows, heads, "impact_goals", said, words)


def _show_respondent(respondent: str, by_domain: Mapping[str, Parts], words: Words) -> None:
    sentences = recognised_sentences(respondent, by_domain, words)
    say(sentences)
    shown = {name: parts for name, parts in by_domain.items() if parts.shown}
    if shown:
        heads = [words(f"impact.recognised.{answer}") for answer in ANSWERS]
        _show_rows(shown, heads, f"impact_recognised_{respondent}", [plain(said) for said in sentences], words)


def _show_rows(by_name: Mapping[str, Parts], heads: Sequence[str], key: str, said: Sequence[str], words: Words) -> None:
    rows = [PublishedRow(name, parts) for name, parts in by_name.items()]
    show_figure(published_rows_figure(rows, heads, words, dark=theme_is_dark()), key, alt=" ".join(said))
