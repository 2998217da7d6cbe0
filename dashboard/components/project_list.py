"""The projects, one a line: who is in it, who was measured, how many stories. The name leads to Tel en vertel."""

from html import escape

import streamlit as st

from dashboard.components.findings import Summary
from dashboard.components.plain_text import as_plain
from dashboard.language import Words
from dashboard.navigation import page_file
from dashboard.notation import whole
from dashboard.workspace import PROJECT_KEY
from pipelines.domain.project import Project


def show_projects(words: Words, projects: list[tuple[Project, Summary]]) -> None:
    for project, summary in projects:
        with st.container(key=f"project_line_{project.project_id}", gap="xxsmall"):
            st.page_link(
                page_file("count_and_tell"),
                label=as_plain(project.name),
                query_params={PROJECT_KEY: str(project.project_id)},
            )
            st.html(_facts_html(words, project, summary))


def _facts_html(words: Words, project: Project, summary: Summary) -> str:
    """A project stays listed when its last import is withdrawn."""
    facts = [words("start.projects.nothing")] if summary.size.is_empty else _facts(words, project, summary)
    items = "".join(f"<li>{escape(fact)}</li>" for fact in facts)
    mark = f'<p class="mark">{escape(words("sentences.participation.sample"))}</p>' if project.is_sample else ""
    return f'<ul class="{"no-facts" if summary.size.is_empty else "facts"}">{items}</ul>{mark}'


def _facts(words: Words, project: Project, summary: Summary) -> list[str]:
    return [
        project.facts.neighbourhood or words("start.projects.no_neighbourhood"),
        words.count("start.projects.participants", summary.participation.n_enrolled),
        _counted(words, "with_start", summary.participation.n_with_start),
        _counted(words, "with_follow_up", summary.participation.n_with_follow_up),
        words.count("start.projects.narratives", summary.size.n_narratives),
    ]


def _counted(words: Words, who: str, n: int) -> str:
    return f"{whole(n, words.language)} {words.count(f'sentences.participation.{who}', n)}"
