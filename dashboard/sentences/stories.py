"""What stands around a resident's words: who tells, how many stories there are, why this one, and the teller's move."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import month, whole
from dashboard.sentences.values import measured, value_name
from dashboard.stories import Rule
from pipelines.domain.frozen import Language
from pipelines.domain.indicator import Kind
from pipelines.domain.linked_narrative import LinkedNarrative, Move
from pipelines.domain.outcome import Outcome
from pipelines.domain.registration_sheets import registration_sheets
from pipelines.domain.series import series_of

ARROWS = {"better": "↗", "same": "→", "worse": "↘"}
LONGEST_QUOTE = 320


def story_count(newest_first: Sequence[LinkedNarrative], what: str, words: Words) -> str:
    """ "14 verhalen over Financiën: 9 beter, 3 gelijk, 2 slechter." """
    split = [
        f"{whole(n, words.language)} {words(f'sentences.story.direction.{direction}')}"
        for direction in ARROWS
        if (n := sum(story.direction == direction for story in newest_first))
    ]
    return words.count("sentences.story.count", len(newest_first), what=what, split=", ".join(split))


def choice_sentence(story: LinkedNarrative, rule: Rule, n_stories: int, words: Words) -> str:
    """Why this story is shown; nothing to explain when there is one only."""
    if rule == "chosen":
        key = "chosen" if story.chosen_because else "chosen_plain"
        return words(f"sentences.story.{key}", by=story.chosen_by, because=story.chosen_because)
    return words(f"sentences.story.{rule}") if n_stories > 1 else ""


def teller_line(story: LinkedNarrative, words: Words) -> str:
    role = choice_name("teller", story.teller, words.language)
    return words("sentences.story.teller", teller=role, month=month(story.told_on, words.language))


def direction_word(story: LinkedNarrative, words: Words) -> str:
    return words(f"sentences.story.direction.{story.direction}")


def choice_name(field: str, code: str, language: Language) -> str:
    """What the registration workbook calls this choice in the sheet of narratives."""
    columns = {column.field: column for column in registration_sheets()["narratives"].column}
    names = {choice.code: choice.name.to(language) for choice in columns[field].choices}
    return names.get(code, code)


def move_sentences(story: LinkedNarrative, outcomes: Sequence[Outcome], words: Words) -> list[str]:
    """The move on these indicators of the participant who tells or whom it is about, and how many made the same.

    Moves lead to the last follow-up: beside an outcome at a pinned moment they would contradict it and are left out.
    """
    by_indicator = {series_of(outcome): outcome for outcome in outcomes if outcome.moment is None}
    said = [
        _move_sentence(move, by_indicator[series_of(move)], words)
        for move in story.moves
        if series_of(move) in by_indicator
    ]
    if story.teller == "participant":
        return said
    return [words("sentences.story.about", move=move) for move in said]


def shortened(text: str) -> tuple[str, bool]:
    """The first sentences of a long story, and whether anything was left out."""
    if len(text) <= LONGEST_QUOTE:
        return text, False
    end = max(text.rfind(mark, 0, LONGEST_QUOTE) for mark in (". ", "! ", "? "))
    if end < LONGEST_QUOTE // 2:
        end = text.rfind(" ", 0, LONGEST_QUOTE) - 1
    return f"{text[: end + 1]} …", True


def _move_sentence(move: Move, outcome: Outcome, words: Words) -> str:
    key = "stayed" if move.start == move.follow_up else "move"
    said = words(
        f"sentences.story.{key}", indicator=words.name(move.indicator_name),
        start=_level(move.start, outcome, words), last=_level(move.follow_up, outcome, words),
    )  # fmt: skip
    if move.n_same_move <= 1:
        return said + words.count("sentences.story.move_alone", move.n_same_start) + "."
    n_start = whole(move.n_same_start, words.language)
    return said + words.count("sentences.story.as_did", move.n_same_move - 1, n_start=n_start) + "."


def _level(value: float, outcome: Outcome, words: Words) -> str:
    """A named level with its number; a level, yes or no by its name; anything else as the number it is."""
    if value != int(value) or outcome.kind in (Kind.COUNT, Kind.AMOUNT):
        return measured(value, words)
    name = value_name(outcome, int(value), words)
    if outcome.kind is Kind.LEVEL and int(value) in outcome.level_names:
        return words("sentences.story.level", name=name, level=measured(value, words))
    return name
