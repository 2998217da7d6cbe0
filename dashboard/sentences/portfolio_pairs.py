"""Which projects may be compared with which, on what, and why elsewhere not."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.names import domain_name
from pipelines.editions.side_by_side import REASONS, ProjectPair, Reason

# From this many on pairs are read in a table.
MANY_PAIRS = 4
NOTHING = "–"
PAIR_COLUMNS = ("pair", "comparable", "reasons")


def pair_sentences(pairs: Sequence[ProjectPair], words: Words) -> list[str]:
    """The whole in one sentence and, as long as they are few, every pair in one of its own."""
    return [_whole_sentence(pairs, words), *(_pair_sentence(pair, words) for pair in pairs if len(pairs) < MANY_PAIRS)]


def why_notes(pairs: Sequence[ProjectPair], words: Words) -> list[str]:
    """Why each of the reasons that occur matters."""
    found = {reason for pair in pairs for reason in pair.reasons}
    return [words(f"portfolio.pairs.why_so.{reason}") for reason in REASONS if reason in found]


def pair_headings(words: Words) -> list[str]:
    return [words(f"portfolio.pairs.heading.{column}") for column in PAIR_COLUMNS]


def pair_rows(pairs: Sequence[ProjectPair], words: Words) -> list[list[str]]:
    return [
        [
            words("portfolio.pairs.pair", one=pair.one, other=pair.other),
            _comparable_written(pair, words),
            reasons_said(pair, words) or NOTHING,
        ]
        for pair in pairs
    ]


def reasons_said(pair: ProjectPair, words: Words) -> str:
    """ "een ander meetinstrument en te weinig mensen om te tonen (op 3 daarvan)"."""
    return words.listing([_reason_said(reason, pair, words) for reason in pair.reasons])


def _reason_said(reason: Reason, pair: ProjectPair, words: Words) -> str:
    said = words(f"portfolio.pairs.reason.{reason}")
    n = sum(reason in reasons for reasons in pair.apart.values())
    if n == len(pair.apart):
        return said
    return words("portfolio.pairs.on_some", reason=said, n=whole(n, words.language))


def _whole_sentence(pairs: Sequence[ProjectPair], words: Words) -> str:
    if not any(pair.comparable for pair in pairs):
        return words("portfolio.pairs.none")
    if any(pair.apart or not pair.comparable for pair in pairs):
        return words("portfolio.pairs.some")
    return words("portfolio.pairs.all")


def _pair_sentence(pair: ProjectPair, words: Words) -> str:
    slots = {"one": pair.one, "other": pair.other}
    if not pair.comparable and not pair.apart:
        return words("portfolio.pairs.nothing_shared", **slots)
    reasons = reasons_said(pair, words)
    if len(pair.apart) == 1 and not pair.comparable:
        return words("portfolio.pairs.apart_on_one", reasons=reasons, **slots)
    if not pair.comparable:
        return words("portfolio.pairs.apart", n=whole(len(pair.apart), words.language), reasons=reasons, **slots)
    domains = words.listing([domain_name(domain, {}, words) for domain in pair.comparable])
    if pair.apart:
        return words("portfolio.pairs.partly", domains=domains, reasons=reasons, **slots)
    return words("portfolio.pairs.whole", domains=domains, **slots)


def _comparable_written(pair: ProjectPair, words: Words) -> str:
    n, total = len(pair.comparable), len(pair.comparable) + len(pair.apart)
    if not total:
        return words("portfolio.pairs.no_domains")
    return words("portfolio.pairs.of_domains", n=whole(n, words.language), total=whole(total, words.language))
