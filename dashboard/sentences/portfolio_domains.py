"""Where each project stands on a life domain, and how it was measured there."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import percentage, whole
from dashboard.sentences.marks import plain
from dashboard.sentences.names import domain_name
from dashboard.sentences.portfolio import about_of
from dashboard.sentences.values import instrument_name
from pipelines.domain.indicator import OWN_SET
from pipelines.editions.contents import PublishedIndicator
from pipelines.editions.side_by_side import REASONS, DomainSides, ProjectPair, Side

UNSTATED = "unstated"


def group_heading(sides: Sequence[Side], has_several: bool, words: Words) -> str:
    """How sides that were measured alike were measured; the indicator too where a domain has several."""
    first = sides[0]
    kind = measured_how(first.project, first.indicator, first.moment, words)
    if has_several:
        return words("portfolio.domains.with_indicator", indicator=words.name(first.indicator.name), kind=kind)
    return kind


def measured_how(project: str, indicator: PublishedIndicator, moment: int | None, words: Words) -> str:
    """ "ZRM 2017 · laatste meting · score door professionals"."""
    own = words("portfolio.own_list", project=project)
    instrument = own if indicator.instrument == OWN_SET else instrument_name(indicator.instrument, words)
    slots = {"instrument": instrument, "moment": _moment_name(moment, words)}
    if indicator.rater == UNSTATED:
        return words("portfolio.domains.kind_unstated", **slots)
    return words("portfolio.domains.kind", rater=words(f"count_and_tell.choice.rater_by.{indicator.rater}"), **slots)


def for_whom(sides: Sequence[Side], words: Words) -> str:
    """Whom these projects are for; empty where that is not filled in."""
    target_group = sides[0].target_group
    return words("portfolio.domains.for_whom", target_group=target_group) if target_group else ""


def side_written(side: Side, words: Words) -> str:
    if side.share is None:
        return words("portfolio.hidden")
    return words("portfolio.domains.written", of=about_of(side.n_improved, side.n, words))


def domain_sentences(domain: DomainSides, pairs: Sequence[ProjectPair], words: Words) -> list[str]:
    """Between which shares the projects lie that may be compared, without saying which is which; else why none may."""
    shown = [[side.share.estimate for side in sides if side.share] for sides in domain.alike]
    found = {reason for pair in pairs for reason in pair.apart.get(domain.life_domain, ())}
    reasons = words.listing([words(f"portfolio.pairs.reason.{reason}") for reason in REASONS if reason in found])
    return [_range_said(shares, words) for shares in shown if len(shares) > 1] or [
        words("portfolio.domains.not_comparable", reasons=reasons)
    ]


def domain_alternative(domain: DomainSides, words: Words) -> str:
    """Every group of sides, with its projects by name."""
    return plain(" ".join(_group_said(sides, domain, words) for sides in domain.alike))


def has_several_indicators(domain: DomainSides) -> bool:
    return len({side.indicator.indicator for group in domain.alike for side in group}) > 1


def only_one_sentence(domains: Sequence[DomainSides], words: Words) -> str:
    """The life domains that one project measured; empty where there are none."""
    names = [f"{domain_name(domain.life_domain, {}, words)} ({domain.projects[0]})" for domain in domains]
    return words("portfolio.domains.only_one", domains=words.listing(names)) if names else ""


def _group_said(sides: Sequence[Side], domain: DomainSides, words: Words) -> str:
    said = "; ".join(
        words("portfolio.domains.side", project=side.project, said=side_written(side, words)) for side in sides
    )
    return f"{group_heading(sides, has_several_indicators(domain), words)}: {said}."


def _range_said(shares: Sequence[float], words: Words) -> str:
    low, high = (percentage(share, words.language) for share in (min(shares), max(shares)))
    n = whole(len(shares), words.language)
    if low == high:
        return words("portfolio.domains.comparable_same", n=n, share=low)
    return words("portfolio.domains.comparable", n=n, low=low, high=high)


def _moment_name(moment: int | None, words: Words) -> str:
    return words("moments.last") if moment is None else words("moments.numbered", moment=moment)
