"""A first answer to each question about the outcomes, in one sentence; the rest stands on a page of its own."""

from collections.abc import Mapping

from dashboard.components.compared_choice import AGAINST_COMPARISON_GROUP
from dashboard.components.compared_sections import read_against, sides_of
from dashboard.components.findings import Findings
from dashboard.components.for_whom_groups import attributes_of
from dashboard.components.over_time_moments import trajectory_of
from dashboard.language import Words
from dashboard.sentences.actions import goal_sentences
from dashboard.sentences.compared import compared_sentences
from dashboard.sentences.flow import reach_sentences
from dashboard.sentences.lead import parts_noun
from dashboard.sentences.names import TAKING_PART, attribute_name
from dashboard.sentences.over_time import lasting_sentences
from dashboard.sentences.recognised import recognised_domains, recognised_sentences
from pipelines.domain.project import Project


def first_answers(project: Project, findings: Findings, words: Words) -> Mapping[str, str]:
    """By the name of the page that has the rest, in the order of the menu; with marks."""
    return {
        "flow": _flow(project, findings, words),
        "actions": _actions(findings, words),
        "over_time": _over_time(project, findings, words),
        "for_whom": _for_whom(project, findings, words),
        "compared": _compared(project, findings, words),
        "recognised": _recognised(findings, words),
    }


def _flow(project: Project, findings: Findings, words: Words) -> str:
    if not findings.participation.n_enrolled:
        return words("understanding.answer.nobody")
    return reach_sentences(findings.participation, project.facts.reach_target, words)[0]


def _actions(findings: Findings, words: Words) -> str:
    return goal_sentences(findings.goals[0], words)[0] if findings.goals else words("understanding.answer.no_goals")


def _over_time(project: Project, findings: Findings, words: Words) -> str:
    """Of the indicator on which most people moved forward."""
    outcome = max(findings.outcomes, key=lambda one: one.n_improved, default=None)
    trajectory = trajectory_of(outcome, project, findings.version) if outcome else None
    if outcome is None or trajectory is None or not trajectory.lasting:
        return words("understanding.answer.not_twice")
    said = lasting_sentences(trajectory.lasting[0], outcome, words)[0]
    return words("understanding.answer.over_time", what=words.name(outcome.indicator_name), said=said)


def _for_whom(project: Project, findings: Findings, words: Words) -> str:
    registered = [one for one in attributes_of(project, findings.version) if one != TAKING_PART]
    if not registered:
        return words("understanding.answer.no_attributes")
    names = [attribute_name(attribute, words).lower() for attribute in registered]
    return words("understanding.answer.attributes", attributes=words.listing(names))


def _compared(project: Project, findings: Findings, words: Words) -> str:
    if not findings.participation.n_comparison:
        return words("understanding.answer.no_comparison")
    _, rows = read_against(project, findings.version, None, findings.outcomes)
    of = sides_of(AGAINST_COMPARISON_GROUP, words)
    return compared_sentences(rows, of, parts_noun(findings.outcomes, words), words)[0]


def _recognised(findings: Findings, words: Words) -> str:
    said = recognised_sentences(recognised_domains(findings.recognition, findings.outcomes, words), words)
    return said[0] if said else words("understanding.answer.not_asked")
