"""The project in one paragraph, and what stands out: to be read aloud."""

from collections.abc import Sequence

from dashboard.impact.domains import Domain, Measured, all_measured
from dashboard.impact.sentences.approximate import about_of
from dashboard.impact.sentences.change import spoken_name
from dashboard.language import Words
from dashboard.notation import month, whole
from pipelines.domain.effect_ladder import Rung
from pipelines.editions.contents import Contents
from pipelines.editions.edition import Edition

MOST_NAMED = 3


def project_facts(contents: Contents, words: Words) -> list[tuple[str, str]]:
    """What the project says of itself, in its own words, each under what it is."""
    facts = {name: getattr(contents, name) for name in ("target_group", "approach", "aim", "rationale")}
    return [(words(f"impact.project.{name}"), said) for name, said in facts.items() if said]


def project_sentence(contents: Contents, words: Words) -> str:
    """Where it works and since when; empty where neither is known."""
    slots = {"neighbourhood": contents.neighbourhood}
    if contents.started_on and contents.ended_on:
        ends = {"first": month(contents.started_on, words.language), "last": month(contents.ended_on, words.language)}
        when = words("impact.project.from_to", **ends)
    elif contents.started_on:
        when = words("impact.project.since", first=month(contents.started_on, words.language))
    else:
        when = ""
    where = words("impact.project.where", **slots) if contents.neighbourhood else ""
    return words("impact.project.works", where_and_when=" ".join(filter(None, (where, when)))) if where or when else ""


def lead_sentences(edition: Edition, domains: Sequence[Domain], words: Words) -> list[str]:
    """Where most moved forward, where people moved back, what cannot be shown, and what that is worth."""
    measured = all_measured(list(domains))
    return [
        _most_forward(measured, words),
        _moved_back(measured, words),
        _not_shown(measured, words),
        _worth(edition, words),
    ]


def _most_forward(measured: Sequence[Measured], words: Words) -> str:
    forward = sorted((one for one in measured if one.share_forward > 0), key=lambda one: -one.share_forward)
    if not forward:
        return words("impact.lead.nobody")
    return words(
        "impact.lead.most", names=words.listing([_named(one, "improved", words) for one in forward[:MOST_NAMED]])
    )


def _moved_back(measured: Sequence[Measured], words: Words) -> str:
    back = sorted((one for one in measured if one.here.share("declined")), key=lambda one: -one.here.shown["declined"])
    if not back:
        return words("impact.lead.back_hidden") if any("declined" in one.here.hidden for one in measured) else ""
    names = words.listing([_named(one, "declined", words) for one in back[:MOST_NAMED]])
    partly = words("impact.lead.back_partly") if any("declined" in one.here.hidden for one in measured) else ""
    return f"{words('impact.lead.back', names=names)} {partly}".strip()


def _named(one: Measured, movement: str, words: Words) -> str:
    n = about_of(one.here.shown[movement], one.here.total, words)
    return words("impact.lead.named", name=spoken_name(one.indicator, words), n=n)


def _not_shown(measured: Sequence[Measured], words: Words) -> str:
    n = sum("improved" in one.here.hidden for one in measured)
    total = whole(len(measured), words.language)
    return words.count("impact.lead.not_shown", n, total=total) if 0 < n < len(measured) else ""


def _worth(edition: Edition, words: Words) -> str:
    """What the evidence is worth in one sentence; the ladder says the rest."""
    reached, measured = edition.contents.ladder.reached, edition.contents.indicators
    if not measured:
        return ""
    has_comparison = any(one.baseline is not None for one in measured)
    if reached is Rung.CAUSAL:
        return words("impact.lead.worth.causal")
    return words(f"impact.lead.worth.{'compared' if has_comparison else 'indication'}")
