"""What stands out over all life domains, and whether those who dropped out differed: the paragraph that opens the page.

"Clearly" is a Holm-adjusted exact p below 0.05; "different ways" means that at least one in five went each way.
"""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.values import FEW_PEOPLE
from pipelines.domain.indicator import Direction
from pipelines.domain.outcome import DropOut, Outcome

CLEAR_P = 0.05
APART_SHARE = 0.2
MOST_NAMES = 3

Outcomes = Sequence[Outcome]


def lead_sentences(outcomes: Outcomes, words: Words) -> list[str]:
    """Which way it went overall; one sentence or more, with marks."""
    paired = [outcome for outcome in outcomes if outcome.n_pairs]
    if not paired:
        return [words("sentences.lead.nobody_again")]
    if max(outcome.n_pairs for outcome in paired) < FEW_PEOPLE:
        return _few_sentences(paired, words)
    named = [_named("back", clearly_back(paired), words), _named("apart", apart(paired), words)]
    return [*_forward_sentences(paired, words), *filter(None, named)]


def clear_note(outcomes: Outcomes, n_tests: int, words: Words) -> str:
    """What "clearly" means when so many tests are looked at together; nothing where the lead does not say it."""
    if n_tests == 0 or max((outcome.n_pairs for outcome in outcomes), default=0) < FEW_PEOPLE:
        return ""
    key = "clear_means_one" if n_tests == 1 else "clear_means"
    return words(f"sentences.lead.{key}", n=whole(n_tests, words.language))


def count_tests(outcomes: Outcomes) -> int:
    """How many tests were corrected for each other."""
    return sum(outcome.wilcoxon is not None for outcome in outcomes)


def is_clear(outcome: Outcome) -> bool:
    test = outcome.wilcoxon
    return test is not None and (test.p if test.p_holm is None else test.p_holm) < CLEAR_P


def clearly_forward(outcomes: Outcomes) -> list[Outcome]:
    return [outcome for outcome in outcomes if is_clear(outcome) and outcome.n_improved > outcome.n_declined]


def clearly_back(outcomes: Outcomes) -> list[Outcome]:
    return [outcome for outcome in outcomes if is_clear(outcome) and outcome.n_declined > outcome.n_improved]


def apart(outcomes: Outcomes) -> list[Outcome]:
    """Where many went forward and many back, the most divided first."""
    divided = [(min(outcome.n_improved, outcome.n_declined) / outcome.n_pairs, outcome) for outcome in outcomes
               if outcome.n_pairs >= FEW_PEOPLE]  # fmt: skip
    divided.sort(key=lambda pair: -pair[0])
    return [outcome for share, outcome in divided if share >= APART_SHARE]


def drop_out_sentence(drop_outs: Sequence[DropOut], outcomes: Outcomes, words: Words) -> str:
    """Whether those not measured again were worse or better off at the start; empty when it cannot be said."""
    compared = [drop_out for drop_out in drop_outs if drop_out.verdict != "unknown"]
    if not compared:
        return ""
    lower_is_better = {outcome.indicator for outcome in outcomes if outcome.direction is Direction.LOWER}
    differing = [drop_out for drop_out in compared if drop_out.verdict == "differs"]
    worse = sum(((drop_out.difference or 0) < 0) != (drop_out.indicator in lower_is_better) for drop_out in differing)
    better = len(differing) - worse
    key = _drop_out_key(worse, better, compared)
    language = words.language
    said = words(
        f"sentences.drop_out.{key}", n=whole(worse or better, language), worse=whole(worse, language),
        better=whole(better, language), total=whole(len(compared), language), parts=parts_noun(outcomes, words),
    )  # fmt: skip
    n = max(drop_out.n_drop_outs for drop_out in compared)
    return said if n >= FEW_PEOPLE else f"{said} {words('sentences.drop_out.few', n=whole(n, language))}"


def parts_noun(outcomes: Outcomes, words: Words) -> str:
    """ "Life domains" when each row is one, "indicators" otherwise."""
    is_domains = len({outcome.life_domain for outcome in outcomes}) == len(outcomes)
    return words("sentences.lead.domains" if is_domains else "sentences.lead.indicators")


def _drop_out_key(worse: int, better: int, compared: Sequence[DropOut]) -> str:
    if worse and better:
        return "mixed"
    if worse or better:
        key = "worse" if worse else "better"
        if (worse or better) < len(compared):
            return key
        return f"{key}_only" if len(compared) == 1 else f"{key}_all"
    return "little" if any(drop_out.verdict == "caution" for drop_out in compared) else "none"


def _most_forward(outcomes: Outcomes) -> Outcome:
    return max(outcomes, key=lambda outcome: outcome.n_improved / outcome.n_pairs)


def _few_sentences(paired: Outcomes, words: Words) -> list[str]:
    """For a handful of people: no pattern, only where most of them moved forward."""
    n, most = max(outcome.n_pairs for outcome in paired), _most_forward(paired)
    said = [words.count("sentences.lead.few", n)]
    if most.n_improved and len(paired) > 1:
        slots = _slots(most, paired, words)
        said.append(words("sentences.lead.most_forward", n=slots["forward"], **slots))
    return said


def _forward_sentences(paired: Outcomes, words: Words) -> list[str]:
    clear = clearly_forward(paired)
    most = _most_forward(clear or paired)
    slots = _slots(most, paired, words)
    if clear and len(paired) == 1:
        return [words("sentences.lead.one_clear", n=slots["forward"], **slots)]
    if clear and len(clear) == len(paired):
        return [words("sentences.lead.all_clear", n=slots["forward"], **slots)]
    if clear:
        return [words.count("sentences.lead.some_clear", len(clear), **slots)]
    if most.n_improved == 0:
        return [words("sentences.lead.nobody_forward")]
    return _unclear_sentences(paired, slots, words)


def _unclear_sentences(paired: Outcomes, slots: dict[str, str], words: Words) -> list[str]:
    """Nothing clearly forward. One outcome that went clearly back has a sentence of its own."""
    if len(paired) == 1:
        return [] if is_clear(paired[0]) else [words("sentences.lead.none_clear_one", **slots)]
    most = words("sentences.lead.most_forward", n=slots["forward"], **slots)
    return [words("sentences.lead.none_clear", **slots), most]


def _slots(most: Outcome, paired: Outcomes, words: Words) -> dict[str, str]:
    numbers = {"forward": most.n_improved, "back": most.n_declined, "pairs": most.n_pairs, "total": len(paired)}
    return {
        "most": words.name(most.indicator_name), "parts": parts_noun(paired, words),
        **{key: whole(n, words.language) for key, n in numbers.items()},
    }  # fmt: skip


def _named(key: str, outcomes: Outcomes, words: Words) -> str:
    """A sentence that names at most three indicators with their counts."""
    if not outcomes:
        return ""
    named = [
        f"**{words.name(outcome.indicator_name)}** ({_against(outcome, words)})" for outcome in outcomes[:MOST_NAMES]
    ]
    return words(f"sentences.lead.{key}", names=words.listing(named))


def _against(outcome: Outcome, words: Words) -> str:
    forward, back = whole(outcome.n_improved, words.language), whole(outcome.n_declined, words.language)
    return words("sentences.lead.against", forward=forward, back=back)
