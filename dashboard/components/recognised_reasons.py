"""Why people do or do not recognise an outcome, in their own words: three columns of equal width, the lowest scores
first. These are texts of people: they are read per session and kept nowhere.
"""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.components.part import part
from dashboard.language import Words
from dashboard.sentences.recognised import RecognisedDomain
from dashboard.sentences.recognised_reasons import GROUPS, Reason, reasons, reasons_sentence, who_said
from pipelines.domain.outcome import RecognitionAnswer

MOST_SHOWN = 4

Answers = Sequence[RecognitionAnswer]


def show_reasons(domains: Sequence[RecognisedDomain], answers: Answers, words: Words) -> None:
    """By life domain, in the order of the domains above."""
    how = words("recognised.reasons.how") if answers else ""
    said = [reasons_sentence(answers, words)]
    with part("recognised_reasons", words("recognised.reasons.title"), said, [how]):
        for domain in domains:
            of_domain = [answer for answer in answers if answer.life_domain == domain.life_domain]
            if of_domain:
                _show_domain(domain, of_domain, words)


def _show_domain(domain: RecognisedDomain, answers: Answers, words: Words) -> None:
    with st.container(key=f"domain_row_reasons_{domain.life_domain}"):
        st.html(f'<h3 class="domain-name">{escape(domain.name)}</h3>')
        for column, group in zip(st.columns(len(GROUPS), gap="large"), GROUPS, strict=True):
            with column:
                st.html(_group_html(group, reasons(answers, group), words))


def _group_html(group: str, found: Sequence[Reason], words: Words) -> str:
    title = f'<p class="question">{escape(words(f"recognised.reasons.group.{group}"))}</p>'
    if not found:
        return f'{title}<p class="small-print">{escape(words("recognised.reasons.nobody"))}</p>'
    shown = "".join(_reason_html(reason, words) for reason in found[:MOST_SHOWN])
    return f'{title}<div class="stories">{shown}</div>{_more_html(found[MOST_SHOWN:], words)}'


def _more_html(more: Sequence[Reason], words: Words) -> str:
    """The rest opens on a click or with the keyboard."""
    if not more:
        return ""
    rest = "".join(_reason_html(reason, words) for reason in more)
    summary = escape(words.count("recognised.reasons.more", len(more)))
    return f'<details class="more-stories"><summary>{summary}</summary><div class="stories">{rest}</div></details>'


def _reason_html(reason: Reason, words: Words) -> str:
    said, who = escape(reason.words), escape(who_said(reason, words))
    return f'<figure class="beside"><blockquote>“{said}”</blockquote><figcaption>{who}</figcaption></figure>'
