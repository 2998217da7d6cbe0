"""Residents' words, in serif, with who tells and which way it went."""

from collections.abc import Sequence
from html import escape

from dashboard.language import Words
from dashboard.sentences.stories import (
    ARROWS,
    choice_name,
    choice_sentence,
    direction_word,
    move_sentences,
    shortened,
    story_count,
    teller_line,
)
from dashboard.stories import ShownStories
from pipelines.domain.linked_narrative import LinkedNarrative
from pipelines.domain.outcome import Outcome

Outcomes = Sequence[Outcome]
Stories = Sequence[LinkedNarrative]


def stories_beside_html(chosen: ShownStories | None, stories: Stories, outcomes: Outcomes, what: str,
                        words: Words) -> str:  # fmt: skip
    """What stands beside a number: the chosen story, one of no change or decline, and how many there are."""
    if chosen is None:
        return invitation_html(what, words)
    shown = _short_story_html(chosen.shown, outcomes, words)
    beside = ""
    if chosen.beside is not None:
        heading = f'<p class="small-print">{words("sentences.story.beside")}:</p>'
        beside = heading + _short_story_html(chosen.beside, outcomes, words, "beside")
    why = choice_sentence(chosen.shown, chosen.rule, len(stories), words)
    said = escape(f"{story_count(stories, what, words)} {why}")
    return f'<div class="stories">{shown}{beside}<p class="small-print">{said}</p></div>'


def whole_story_html(story: LinkedNarrative, outcomes: Outcomes, words: Words) -> str:
    """Everything about one story, for the page of its life domain."""
    notes = []
    if story.benefit:
        notes.append(words("sentences.story.benefit", benefit=story.benefit))
    if story.chosen_by:
        notes.append(choice_sentence(story, "chosen", 1, words))
    consent = choice_name("consent", story.consent, words.language)
    notes.append(words("sentences.story.consent", consent=consent))
    small = "".join(f'<p class="small-print">{escape(note)}</p>' for note in notes)
    return f'<div class="whole-story">{_story_html(story, story.words, outcomes, words, "story")}{small}</div>'


def _short_story_html(story: LinkedNarrative, outcomes: Outcomes, words: Words, style: str = "story") -> str:
    text, is_shortened = shortened(story.words)
    note = f" {words('sentences.story.shortened')}" if is_shortened else ""
    return _story_html(story, text, outcomes, words, style, note)


def _story_html(story: LinkedNarrative, text: str, outcomes: Outcomes, words: Words, style: str,
                note: str = "") -> str:  # fmt: skip
    arrow = f'<span class="arrow {story.direction}" aria-hidden="true">{ARROWS[story.direction]}</span>'
    teller = f"{direction_word(story, words)} · {teller_line(story, words)}.{note}"
    moves = "".join(f'<p class="small-print">{escape(move)}</p>' for move in move_sentences(story, outcomes, words))
    return (
        f'<figure class="{style}"><blockquote>“{escape(text)}”</blockquote>'
        f"<figcaption>{arrow} {escape(teller)}</figcaption>{moves}</figure>"
    )


def invitation_html(what: str, words: Words) -> str:
    title, invitation = words("sentences.story.none.title", what=what), words("sentences.story.none.invitation")
    return f'<div class="invitation"><p>{escape(title)}</p><p>{escape(invitation)}</p></div>'
