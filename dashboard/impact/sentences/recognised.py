"""Who recognises the outcomes, and how many goals were reached, in words."""

from collections.abc import Mapping

from dashboard.impact.parts import Parts, parts_in, rows_of
from dashboard.impact.sentences.approximate import about, about_of, about_part, as_sentence, hidden
from dashboard.language import Words
from dashboard.sentences.names import domain_name
from pipelines.editions.cell import TableOf
from pipelines.editions.edition import Edition

RESPONDENTS = ("participant", "professional")
ANSWERS = ("do_not", "recognise")


def recognised_in(edition: Edition, names: Mapping[str, str], words: Words) -> dict[str, dict[str, Parts]]:
    """By respondent, then by the name of the life domain; without respondents who were not asked."""
    found = {respondent: _of(edition, respondent, names, words) for respondent in RESPONDENTS}
    return {respondent: by_domain for respondent, by_domain in found.items() if by_domain}


def recognised_sentences(respondent: str, by_domain: Mapping[str, Parts], words: Words) -> list[str]:
    """One sentence a life domain that is shown; the others together."""
    shown = {name: parts for name, parts in by_domain.items() if parts.counts["recognise"] is not None}
    unseen = [name for name in by_domain if name not in shown]
    who = words(f"recognised.who.{respondent}")
    said = [
        words("impact.recognised.some", name=name, who=who, n=about_part(parts, "recognise", words))
        for name, parts in shown.items()
    ]
    if unseen:
        slots = {"names": words.listing(unseen), "who": who, "hidden": hidden(words)}
        said.append(as_sentence(words("impact.recognised.hidden", **slots)))
    return said


def goals_sentence(goals: Parts | None, words: Words) -> str:
    """Of all goals how many were reached; empty where nobody set any."""
    if goals is None:
        return ""
    n = goals.counts["attained"]
    if n is None:
        return words("impact.goals.hidden", hidden=hidden(words))
    said = as_sentence(words("impact.goals.attained", n=about_of(n, goals.total, words)))
    others = {name: count for name, count in goals.shown.items() if name != "attained"}
    rest = [words(f"impact.goals.{name}", n=about(count, words)) for name, count in others.items()]
    return f"{said} {as_sentence(words.listing(rest))}." if rest else said


def _of(edition: Edition, respondent: str, names: Mapping[str, str], words: Words) -> dict[str, Parts]:
    table = TableOf("recognition", rater=respondent)
    return {
        domain_name(code, names, words): parts_in(edition, table, code, ANSWERS) for code in rows_of(edition, table)
    }
