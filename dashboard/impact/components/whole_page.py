"""Everything that is said of a project, from top to bottom: for its readers, and for the leader before it is signed."""

from collections.abc import Sequence

from dashboard.impact.components.compared import show_compared
from dashboard.impact.components.how_sure import show_how_sure
from dashboard.impact.components.life_domain import show_domains
from dashboard.impact.components.method import show_method
from dashboard.impact.components.opening import show_opening
from dashboard.impact.components.overview import show_overview
from dashboard.impact.components.people import show_people
from dashboard.impact.components.recognised import show_goals, show_recognised
from dashboard.impact.components.section import section, show_contents
from dashboard.impact.domains import Domain
from dashboard.language import Words
from pipelines.editions.edition import Edition

PARTS = ("people", "changed", "compared", "sure", "recognised", "method")


def show_whole_page(edition: Edition, domains: Sequence[Domain], words: Words, *more_parts: str) -> None:
    """`more_parts` follow on the page and stand in its contents."""
    show_opening(edition, domains, words)
    show_contents((*PARTS, *more_parts), words)
    show_people(edition, words)
    with section("changed", words("impact.change.title"), [], [words("impact.change.order")]):
        show_overview(edition, domains, words)
    show_domains(edition, domains, words)
    show_goals(edition, domains, words)
    show_compared(edition, domains, words)
    show_how_sure(edition, words)
    show_recognised(edition, domains, words)
    show_method(edition, words)
