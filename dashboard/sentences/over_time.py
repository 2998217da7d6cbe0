"""One indicator over all its moments: who was measured when, what changed since the start, and does it last."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import month, number, whole
from dashboard.sentences.change import better_note, change_sentence
from dashboard.sentences.context import context_line, share_slots
from dashboard.sentences.recognition import moment_name
from dashboard.sentences.values import FEW_PEOPLE, measured, value_name
from pipelines.domain.indicator import Direction, Kind
from pipelines.domain.outcome import Outcome
from pipelines.domain.trajectory import Lasting, MomentPoint, Trajectory
from pipelines.statistics.intervals import share

MOST_VALUES = 8


def at_moment(moment: int, words: Words) -> str:
    """ "At the start", "at follow-up 2"."""
    return words("over_time.at.numbered", moment=moment) if moment else words("over_time.at.start")


def forward_word(outcome: Outcome, words: Words) -> str:
    """Forward for levels; better off for anything else, where `better_note` says which way that is."""
    return words(f"over_time.forward.{'level' if outcome.kind is Kind.LEVEL else 'value'}")


# --- who was measured when ---


def measured_sentences(trajectory: Trajectory, words: Words) -> list[str]:
    """How many at each moment, and that they are not the same people."""
    first, *later = trajectory.points
    said = [words("over_time.measured.first", people=people(first.n, words), at=at_moment(first.moment, words))]
    said += [
        words("over_time.measured.then", n=whole(point.n, words.language), at=at_moment(point.moment, words))
        for point in later
    ]
    what = words.name(trajectory.indicator_name)
    sentences = [words("over_time.measured.sentence", what=what, moments=words.listing(said))]
    if later:
        fewer = later[-1].n < first.n
        sentences.append(words(f"over_time.measured.{'fewer' if fewer else 'others'}"))
    return sentences


def people(n: int, words: Words) -> str:
    return words.count("over_time.people", n)


def measured_row(point: MomentPoint, words: Words) -> str:
    """The moment, how many people, and between which months."""
    return words("over_time.measured.row", moment=moment_name(point.moment, words).capitalize(),
                 people=people(point.n, words), period=measured_in(point, words))  # fmt: skip


def measured_in(point: MomentPoint, words: Words) -> str:
    if point.first_measured_on is None or point.last_measured_on is None:
        return words("over_time.measured.undated")
    first, last = month(point.first_measured_on, words.language), month(point.last_measured_on, words.language)
    return first if first == last else words("over_time.measured.period", first=first, last=last)


def levels_of(trajectory: Trajectory) -> list[int]:
    """All values of the scale from the worst to the best; none where they are too many to show one by one."""
    found = {value for point in trajectory.points for value in point.counts} | set(trajectory.level_names)
    found |= {0, 1} if trajectory.kind is Kind.YES_NO else set()
    if trajectory.kind is Kind.AMOUNT or len(found) > MOST_VALUES:
        return []
    return sorted(map(int, found), reverse=trajectory.direction is Direction.LOWER)


def levels_alternative(trajectory: Trajectory, outcome: Outcome, words: Words) -> str:
    rows = [
        f"{measured_row(point, words)}: " + ", ".join(
            words("over_time.measured.level_count", name=value_name(outcome, level, words),
                  n=whole(point.counts.get(level, 0), words.language))
            for level in levels_of(trajectory)
        )
        for point in trajectory.points
    ]  # fmt: skip
    return "; ".join(rows) + "."


def measured_table(trajectory: Trajectory, words: Words) -> list[list[str]]:
    """A row per moment: its name, how many people, mean, spread, and when."""
    return [
        [
            moment_name(point.moment, words).capitalize(), whole(point.n, words.language), _measured(point.mean, words),
            _measured(point.sd, words), measured_in(point, words),
        ]
        for point in trajectory.points
    ]  # fmt: skip


# --- the change since the start ---


def change_sentences(outcomes: Sequence[Outcome], words: Words) -> list[str]:
    """`outcomes` are the pinned ones, moment by moment; the last moment is put in words."""
    if not outcomes:
        return [words("over_time.change.nobody")]
    last = outcomes[-1]
    at = at_moment(last.moment or 0, words)
    said = words("over_time.change.sentence", At=at[:1].upper() + at[1:], change=change_sentence(last, words))
    if len(outcomes) == 1:
        return [said, words("over_time.change.own_start")]
    names = {key: moment_name(one.moment or 0, words) for key, one in (("first", outcomes[0]), ("last", last))}
    return [said, words("over_time.change.other_people", **names)]


def change_small_print(outcomes: Sequence[Outcome], words: Words) -> list[str]:
    return [
        words("over_time.change.small", moment=moment_name(outcome.moment or 0, words).capitalize(),
              context=f"{context_line(outcome, words)}.")
        for outcome in outcomes
    ]  # fmt: skip


def change_warnings(outcomes: Sequence[Outcome], words: Words) -> list[str]:
    """The moments at which people are few."""
    return [
        words("over_time.change.few", moment=moment_name(outcome.moment or 0, words).capitalize())
        for outcome in outcomes
        if outcome.n_pairs < FEW_PEOPLE
    ]


# --- does it last ---


def lasting_sentences(lasting: Lasting, outcome: Outcome, words: Words) -> list[str]:
    """Who was forward at the first moment and still at the next, who fell back, and who came later."""
    slots = lasting_slots(lasting, outcome, words)
    if lasting.n_improved == 0:
        said = words("over_time.lasting.nobody_forward", total=whole(lasting.n, words.language), **slots)
    elif lasting.n_improved == 1:
        said = words(f"over_time.lasting.alone.{'kept' if lasting.n_kept else 'relapsed'}", **slots)
    else:
        said = _kept_sentence(lasting, slots, words)
    later = words.count("over_time.lasting.later", lasting.n_later, **slots) if lasting.n_later else ""
    return [" ".join(part for part in (said, later, better_note(outcome, words)) if part)]


def lasting_slots(lasting: Lasting, outcome: Outcome, words: Words) -> dict[str, str]:
    is_level = outcome.kind is Kind.LEVEL and outcome.direction is Direction.HIGHER
    return {
        "at_first": at_moment(lasting.moment, words), "at_next": at_moment(lasting.next_moment, words),
        "forward": forward_word(outcome, words), "back": words(f"over_time.lasting.back.{_scale(is_level)}"),
    }  # fmt: skip


def lasting_groups(lasting: Lasting, outcome: Outcome, words: Words) -> list[tuple[str, int]]:
    """All who were measured at both moments, in four groups: what they did, and how many."""
    slots = lasting_slots(lasting, outcome, words)
    never = lasting.n - lasting.n_improved - lasting.n_later
    groups = {"kept": lasting.n_kept, "relapsed": lasting.n_relapsed, "later": lasting.n_later, "never": never}
    return [(words(f"over_time.lasting.group.{group}", **slots), n) for group, n in groups.items()]


def lasting_alternative(lasting: Lasting, outcome: Outcome, words: Words) -> str:
    return "; ".join(f"{name}: {whole(n, words.language)}" for name, n in lasting_groups(lasting, outcome, words)) + "."


def lasting_small_print(lasting: Sequence[Lasting], words: Words) -> list[str]:
    shares = [_share_kept(one, words) for one in lasting if one.n_improved]
    return [*shares, words("over_time.lasting.still"), words("over_time.lasting.survivors")]


def _scale(is_level: bool) -> str:
    return "level" if is_level else "value"


def _kept_sentence(lasting: Lasting, slots: dict[str, str], words: Words) -> str:
    kept = _counted("kept", lasting.n_kept, slots, words)
    relapsed = _counted("relapsed", lasting.n_relapsed, slots, words)
    improved = words("over_time.lasting.improved", n=whole(lasting.n_improved, words.language), **slots)
    return words("over_time.lasting.sentence", improved=improved, kept=kept, relapsed=relapsed)


def _counted(what: str, n: int, slots: dict[str, str], words: Words) -> str:
    key = f"over_time.lasting.{what}"
    return words.count(key, n, **slots) if n else words(f"{key}_none", **slots)


def _share_kept(lasting: Lasting, words: Words) -> str:
    kept = share(lasting.n_kept, lasting.n_improved)
    first, following = moment_name(lasting.moment, words), moment_name(lasting.next_moment, words)
    return words(
        "over_time.lasting.share", moments=words("over_time.lasting.moments", first=first, next=following),
        kept=whole(lasting.n_kept, words.language), n=whole(lasting.n_improved, words.language),
        **share_slots(kept, words),
    )  # fmt: skip


def _measured(value: float | None, words: Words) -> str:
    if value is None:
        return "–"
    return measured(value, words) if abs(value) >= 10 else number(value, words.language, 2)
