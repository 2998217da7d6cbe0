"""What is hidden in an edition and why, why one is refused, and what was published: in the project leader's words."""

from collections import Counter

from dashboard.language import Words
from dashboard.notation import day, whole
from dashboard.sentences.names import attribute_name, domain_name
from dashboard.sentences.values import instrument_name
from pipelines.editions.manifest import Manifest
from pipelines.editions.rules import Rules
from pipelines.publishing.draft import Draft
from pipelines.publishing.protection import Hidden
from pipelines.publishing.refusal import Reason


def hidden_sentences(draft: Draft, rules: Rules, words: Words) -> list[str]:
    """How much of it is hidden, and then a sentence for each reason that occurs."""
    counts = Counter(draft.hidden.values())
    total = whole(len(draft.cells.all), words.language)
    said = [words.count("publishing.hidden.all", draft.cells.n_hidden, total=total)]
    minimum = whole(rules.minimum, words.language)
    said += [
        words.count(f"publishing.hidden.{reason}", counts[reason], minimum=minimum)
        for reason in Hidden
        if counts[reason]
    ]
    n_means = sum(cell.hidden for cell in draft.cells.all if cell.table.subject == "mean")
    return [*said, words.count("publishing.hidden.mean", n_means, minimum=minimum)] if n_means else said


def refusal_sentence(reason: Reason, words: Words) -> str:
    """What is wrong, and what to do about it."""
    n = "" if reason.n is None else whole(reason.n, words.language)
    return words(f"publishing.refused.{reason.code}", about=_about(reason, words), n=n, edition=reason.edition)


def published_line(manifest: Manifest, words: Words) -> str:
    return words(
        "publishing.published.line",
        day=day(manifest.published_at.date(), words.language), by=manifest.signed_by, edition=manifest.edition,
    )  # fmt: skip


def _about(reason: Reason, words: Words) -> str:
    match reason.code:
        case "unknown_attribute":
            return attribute_name(reason.about, words)
        case "unknown_instrument":
            return instrument_name(reason.about, words)
        case "only_better":
            return domain_name(reason.about, {}, words)
        case "few_apart":
            return words(f"publishing.population.{reason.about}")
        case _:
            return reason.about
