"""What stands beside a change: the comparison group, the goals that were set, and whether people recognise it."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import percentage, whole
from pipelines.domain.outcome import GoalAttainment, Outcome, RecognitionShare
from pipelines.domain.series import series_of


def comparison_sentence(outcome: Outcome, compared: Sequence[Outcome], words: Words) -> str:
    """The share that improved in the comparison group and here; empty without pairs in both."""
    same = (other for other in compared if series_of(other) == series_of(outcome))
    other = next(same, None)
    if other is None or not other.n_pairs or not outcome.n_pairs:
        return ""
    language = words.language
    return words(
        "sentences.beside.compared", n=whole(other.n_improved, language), pairs=whole(other.n_pairs, language),
        share=percentage(other.n_improved / other.n_pairs, language), n_here=whole(outcome.n_improved, language),
        pairs_here=whole(outcome.n_pairs, language),
        share_here=percentage(outcome.n_improved / outcome.n_pairs, language),
    )  # fmt: skip


def goal_sentence(goals: Sequence[GoalAttainment], life_domain: str, words: Words) -> str:
    goal = next((goal for goal in goals if goal.life_domain == life_domain), None)
    if goal is None:
        return ""
    numbers = {"n_goals": goal.n_goals, "n_judged": goal.n_judged, "n_attained": goal.n_attained}
    return words("sentences.beside.goals", **{key: whole(n, words.language) for key, n in numbers.items()})


def recognition_sentences(recognition: Sequence[RecognitionShare], life_domain: str, words: Words) -> list[str]:
    return [
        words(
            "sentences.beside.recognised", n=whole(one.n_recognise, words.language),
            total=whole(one.n_answers, words.language), who=words(f"sentences.beside.who.{one.respondent}"),
        )
        for one in recognition if one.life_domain == life_domain
    ]  # fmt: skip
