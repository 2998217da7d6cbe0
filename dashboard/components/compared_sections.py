"""The two parts that set a group beside another, read for the groups that the reader chose."""

from collections.abc import Sequence

from dashboard.components.compared_choice import AGAINST_COMPARISON_GROUP, Comparison, choose_comparison
from dashboard.components.compared_group import show_comparison, show_invitation
from dashboard.components.compared_start import show_start
from dashboard.components.part import part
from dashboard.language import Words
from dashboard.sentences.compared import Sides, sides
from dashboard.sentences.compared_rows import ComparedRow, compared_rows
from dashboard.sentences.lead import parts_noun
from dashboard.workspace import read_once
from pipelines.domain.comparison import GroupChange
from pipelines.domain.outcome import Outcome
from pipelines.domain.project import Project
from pipelines.outcomes.comparison import read_comparison
from pipelines.outcomes.projects import read_attributes

Outcomes = Sequence[Outcome]
Against = tuple[tuple[GroupChange, ...], list[ComparedRow]]


def show_groups(project: Project, version: str, moment: int | None, outcomes: Outcomes, words: Words) -> None:
    """Whether it went better than in another group, and whether both started alike."""
    attributes = read_once(read_attributes, project, version)
    parts = parts_noun(outcomes, words)
    with part("compared_group", words("compared.group.title")):
        compared = choose_comparison(attributes, project.project_id, words)
        if compared is None:
            show_invitation(bool(attributes), words)
            return
        _, rows = read_against(project, version, moment, outcomes, compared)
        of = sides_of(compared, words)
        show_comparison(rows, compared, of, parts, words)
    show_start(rows, of, parts, words)


def read_against(project: Project, version: str, moment: int | None, outcomes: Outcomes,
                 compared: Comparison = AGAINST_COMPARISON_GROUP) -> Against:  # fmt: skip
    """The changes of all groups against the reference, and the chosen group beside it on these outcomes."""
    changes = read_once(read_comparison, project, version, attribute=compared.attribute, reference=compared.reference,
                        moment=moment)  # fmt: skip
    return changes, compared_rows(changes, compared.group, outcomes)


def sides_of(compared: Comparison, words: Words) -> Sides:
    return sides(compared.attribute, compared.group, compared.reference, words)
