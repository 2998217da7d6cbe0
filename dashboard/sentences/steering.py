"""What asks for attention now, in words: where people move back, what falls behind, what is not filled in."""

from collections.abc import Sequence
from datetime import date

from dashboard.language import Words
from dashboard.notation import day, percentage, whole
from dashboard.sentences.lead import parts_noun
from dashboard.sentences.names import ATTRIBUTE_FIELD, attribute_name
from pipelines.domain.outcome import Outcome
from pipelines.domain.project import Project
from pipelines.domain.steering import LastRegistered, MissingField, Steering
from pipelines.outcomes.steering import months_after

BEHIND_MONTHS = 3
ATTRIBUTE = "attribute"
# The page that cannot give its answer, or not a whole one, as long as a field is missing.
BLOCKED_PAGES = {
    "enrolled_on": "flow", "exit_reason": "flow", "goal_attained": "actions", "intervention_ended_on": "actions",
    "intervention_hours": "actions", "measured_on": "over_time", ATTRIBUTE: "for_whom",
}  # fmt: skip


def as_of_line(project: Project, as_of: date, words: Words) -> str:
    """Which day is called now."""
    key = "as_of_today" if project.facts.reference_on is None else "as_of_reference"
    return words(f"steering.{key}", day=day(as_of, words.language))


def share_back(outcome: Outcome) -> float:
    return outcome.n_declined / outcome.n_pairs if outcome.n_pairs else 0.0


def most_back(outcomes: Sequence[Outcome], line: float) -> list[Outcome]:
    """The outcomes of which at least this share moved back, the largest share first."""
    found = [outcome for outcome in outcomes if outcome.n_declined and share_back(outcome) >= line]
    return sorted(found, key=lambda outcome: (-share_back(outcome), -outcome.n_declined))


def back_sentence(outcomes: Sequence[Outcome], line: float, words: Words) -> str:
    paired = [outcome for outcome in outcomes if outcome.n_pairs]
    anywhere = most_back(paired, 0.0)
    if not anywhere:
        return words("steering.back.nobody" if paired else "steering.back.not_again")
    most, found = anywhere[0], most_back(paired, line)
    language = words.language
    slots = {"total": whole(len(paired), language), "parts": parts_noun(paired, words),
             "share": percentage(line, language), "most": words.name(most.indicator_name),
             "pairs": whole(most.n_pairs, language)}  # fmt: skip
    declined = whole(most.n_declined, language)
    if not found:
        return words("steering.back.none", n=declined, **slots)
    return words.count("steering.back.some", len(found), declined=declined, **slots)


def is_old(registered: LastRegistered, as_of: date) -> bool:
    return registered.last_on is not None and months_after(registered.last_on, BEHIND_MONTHS) < as_of


def is_empty(registered: LastRegistered) -> bool:
    return registered.last_on is None and registered.n_participants == 0


def is_behind(steering: Steering) -> bool:
    return any(_found_behind(steering).values())


def behind_sentences(steering: Steering, words: Words) -> list[str]:
    """What is older than three months, what has no day, and what is not there at all; with marks."""
    if not is_behind(steering):
        return [words("steering.behind.none", months=BEHIND_MONTHS)]
    return [
        words(f"steering.behind.{key}", kinds=_kinds(registered, words), months=BEHIND_MONTHS)
        for key, registered in _found_behind(steering).items()
        if registered
    ]


def behind_row(registered: LastRegistered, as_of: date, words: Words) -> tuple[str, str, str, str]:
    """Sheet, newest day, how long ago, of how many people."""
    kind = words(f"steering.behind.kind.{registered.kind}").capitalize()
    return kind, *_newest(registered, as_of, words), _people(registered, words)


def _found_behind(steering: Steering) -> dict[str, list[LastRegistered]]:
    return {
        "old": [one for one in steering.last_registered if is_old(one, steering.as_of)],
        "undated": [one for one in steering.last_registered if one.last_on is None and not is_empty(one)],
        "empty": [one for one in steering.last_registered if is_empty(one)],
    }


def _newest(registered: LastRegistered, as_of: date, words: Words) -> tuple[str, str]:
    if registered.last_on is None:
        return words(f"steering.behind.{'no_record' if is_empty(registered) else 'no_day'}"), ""
    ago = (as_of - registered.last_on).days
    said = words.count("steering.days", ago) if ago else words("steering.behind.ago_today")
    return day(registered.last_on, words.language), said


def _people(registered: LastRegistered, words: Words) -> str:
    """An answer to "do you recognise this?" is nobody's in particular."""
    if registered.kind == "recognition":
        return words("steering.behind.not_counted") if registered.last_on else ""
    return "" if is_empty(registered) else whole(registered.n_participants, words.language)


def _kinds(registered: Sequence[LastRegistered], words: Words) -> str:
    named = [words(f"steering.behind.kind.{one.kind}") for one in registered]
    return f"**{words.listing(named)}**"


def missing_sentence(missing: Sequence[MissingField], words: Words) -> str:
    return words.count("steering.missing.some", len(missing)) if missing else words("steering.missing.nothing")


def by_blocked_page(missing: Sequence[MissingField]) -> dict[str, list[MissingField]]:
    """The fields that are missing by the page that needs them, in the order of the menu."""
    found = {page: [one for one in missing if BLOCKED_PAGES[_kind(one)] == page]
             for page in dict.fromkeys(BLOCKED_PAGES.values())}  # fmt: skip
    return {page: fields for page, fields in found.items() if fields}


def field_sentences(missing: MissingField, words: Words) -> list[str]:
    """In how many records the field is missing, and what cannot be answered because of it; with marks."""
    kind = _kind(missing)
    of, what = whole(missing.n, words.language), attribute_name(missing.field.removeprefix(ATTRIBUTE_FIELD), words)
    said = words.count(f"steering.missing.field.{kind}", missing.n_missing, of=of, what=what)
    return [said, words(f"steering.missing.blocks.{kind}")]


def _kind(missing: MissingField) -> str:
    return missing.field.split(":")[0]
