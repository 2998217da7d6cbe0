"""Residents' words beside a number, in serif, with who tells, when, why this story, and which way its teller went."""

from html import escape

from dashboard.components.part import small_print_html
from dashboard.impact.domains import Domain
from dashboard.impact.sentences.stories import chosen_sentence, count_sentence, moved_sentences, teller_line
from dashboard.language import Words
from dashboard.sentences.marks import plain
from dashboard.sentences.stories import ARROWS
from pipelines.editions.contents import PublishedStory


def stories_html(domain: Domain, words: Words) -> str:
    """All of them, whole: what was chosen first, then what stands beside it."""
    count = small_print_html([count_sentence(domain, words)])
    told = "".join(_story_html(story, domain, words) for story in domain.stories)
    return f'<div class="stories">{told}{count}</div>'


def _story_html(story: PublishedStory, domain: Domain, words: Words) -> str:
    arrow = f'<span class="arrow {story.direction}" aria-hidden="true">{ARROWS[story.direction]}</span>'
    benefit = words("sentences.story.benefit", benefit=story.benefit) if story.benefit else ""
    notes = [*(plain(said) for said in moved_sentences(story, domain, words)), benefit, chosen_sentence(story, words)]
    return (
        f"<figure><blockquote>“{escape(story.words)}”</blockquote>"
        f"<figcaption>{arrow} {escape(teller_line(story, words))}</figcaption>{small_print_html(notes)}</figure>"
    )
