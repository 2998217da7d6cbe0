"""What is said to who has nothing to read here."""

from dashboard.impact.visitor import current_visitor
from dashboard.language import Words


def nothing_here(words: Words) -> str:
    visitor = current_visitor()
    if visitor.is_of_the_project:
        return words("impact.nothing.published")
    return words("impact.nothing.shared" if visitor.person else "impact.nothing.public")
