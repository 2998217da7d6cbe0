"""Who recognises the outcomes, in words: over all life domains, per domain, and why."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.context import share_slots
from dashboard.sentences.marks import plain
from dashboard.sentences.names import domain_name, domain_names
from dashboard.sentences.values import FEW_PEOPLE
from pipelines.domain.frozen import Frozen
from pipelines.domain.outcome import Outcome, RecognitionGap, RecognitionShare
from pipelines.outcomes.recognition import recognition_gaps

RESPONDENTS = ("participant", "professional")
DOTS = {"participant": "●", "professional": "○"}
HALF = 0.5


class RecognisedDomain(Frozen):
    """One life domain that people were asked about: participants before professionals; the gap where both answered.
    `outcome` is what was put before them, None where nothing was measured.
    """

    life_domain: str
    name: str
    outcome: Outcome | None
    shares: tuple[RecognitionShare, ...]
    gap: RecognitionGap | None

    @property
    def is_disagreement(self) -> bool:
        return self.gap is not None and self.gap.is_disagreement


Domains = Sequence[RecognisedDomain]


def recognised_domains(
    shares: Sequence[RecognitionShare], outcomes: Sequence[Outcome], words: Words
) -> list[RecognisedDomain]:
    """Where participants and professionals disagree comes first, then in the order of the instrument."""
    names, gaps = domain_names(outcomes, words), {gap.life_domain: gap for gap in recognition_gaps(shares)}
    asked = {share.life_domain for share in shares}
    order = [*(code for code in names if code in asked), *sorted(asked - names.keys())]
    found = [
        RecognisedDomain(
            life_domain=code,
            name=domain_name(code, names, words),
            outcome=next((outcome for outcome in outcomes if outcome.life_domain == code), None),
            shares=_of_domain(shares, code),
            gap=gaps.get(code),
        )
        for code in order
    ]
    return sorted(found, key=lambda domain: not domain.is_disagreement)


def recognised_sentences(domains: Domains, words: Words) -> list[str]:
    """On how many life domains most people recognise the outcome, and where participants and professionals part."""
    said = [_mostly(domains, respondent, words) for respondent in RESPONDENTS]
    apart = [f"**{domain.name}**" for domain in domains if domain.is_disagreement]
    if apart:
        said.append(words("recognised.domains.apart", names=words.listing(apart)))
    elif any(domain.gap for domain in domains):
        said.append(words("recognised.domains.together"))
    return [sentence for sentence in said if sentence]


def recognition_sentence(domain: RecognisedDomain, words: Words) -> str:
    """How many of each recognise it."""
    counted = [
        words("recognised.domains.counted", n=whole(share.n_recognise, words.language),
              total=whole(share.n_answers, words.language), who=words(f"recognised.who.{share.respondent}"))
        for share in domain.shares
    ]  # fmt: skip
    n = sum(share.n_recognise for share in domain.shares) if len(counted) == 1 else len(counted)
    return words.count("recognised.domains.recognise", n, counted=words.listing(counted))


def gap_sentence(domain: RecognisedDomain, words: Words) -> str:
    """Whether participants and professionals agree, or that only one of them was asked."""
    gap = domain.gap
    if gap is None:
        who = words(f"recognised.who.{domain.shares[0].respondent}")
        return words("recognised.domains.one_side", who=who)
    if not gap.is_disagreement:
        return words("recognised.domains.alike")
    more, fewer = ("participant", "professional") if gap.difference > 0 else ("professional", "participant")
    clear = gap.low > 0 or gap.high < 0
    slots = {"more": words(f"recognised.who.{more}"), "fewer": words(f"recognised.who.{fewer}")}
    return words(f"recognised.domains.{'more_often' if clear else 'divided'}", **slots)


def domain_notes(domain: RecognisedDomain, words: Words) -> list[str]:
    """The shares with their intervals."""
    said = [
        words("recognised.domains.interval", who=words(f"recognised.who.{share.respondent}"),
              **share_slots(share.share, words))
        for share in domain.shares
    ]  # fmt: skip
    return [" · ".join(said) + "."]


def few_answers(domain: RecognisedDomain, words: Words) -> str:
    """A warning where of one or both kinds fewer than 10 people answered."""
    few = [words(f"recognised.who.{share.respondent}") for share in domain.shares if share.n_answers < FEW_PEOPLE]
    return words("recognised.domains.few", who=words.listing(few)) if few else ""


def answers_written(domain: RecognisedDomain, words: Words) -> str:
    """The counts, each with the dot that stands for it."""
    said = [
        words("recognised.domains.written", mark=DOTS[share.respondent], n=whole(share.n_recognise, words.language),
              total=whole(share.n_answers, words.language), who=words(f"recognised.who.{share.respondent}"))
        for share in domain.shares
    ]  # fmt: skip
    return " · ".join(said)


def recognition_alternative(domain: RecognisedDomain, words: Words) -> str:
    """Every number of the picture."""
    counted = plain(recognition_sentence(domain, words))
    return f"{domain.name}: {counted} {domain_notes(domain, words)[0]}"


def _of_domain(shares: Sequence[RecognitionShare], code: str) -> tuple[RecognitionShare, ...]:
    of_domain = (share for share in shares if share.life_domain == code)
    return tuple(sorted(of_domain, key=lambda share: RESPONDENTS.index(share.respondent)))


def _mostly(domains: Domains, respondent: str, words: Words) -> str:
    asked = [share for domain in domains for share in domain.shares if share.respondent == respondent]
    if not asked:
        return ""
    n = sum(share.share.estimate > HALF for share in asked)
    slots = {"n": whole(n, words.language), "total": whole(len(asked), words.language)}
    key = _extent(n, len(asked))
    return words(f"recognised.domains.mostly.{key}", who=words(f"recognised.whose.{respondent}"), **slots)


def _extent(n: int, total: int) -> str:
    if total == 1:
        return "only" if n else "only_not"
    return "none" if n == 0 else "all" if n == total else "some"
