"""Whom the projects of a portfolio reach, and of whom there is a second measurement, in words."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import percentage, whole
from pipelines.editions.portfolio import Reach

HALF = 0.5
REACH_COLUMNS = ("project", "neighbourhood", "target_group", "approach", "enrolled", "target", "followed")


def about_of(n: int | None, total: int | None, words: Words) -> str:
    """Rounded counts, or that there are too few to show."""
    if n is None or total is None:
        return words("portfolio.hidden")
    return words("portfolio.about_of", n=whole(n, words.language), total=whole(total, words.language))


def reach_sentences(reaches: Sequence[Reach], words: Words) -> list[str]:
    """How many people, how many of them were measured again, and where that is fewer than half."""
    return [
        _total_sentence(reaches, words),
        f"{_followed_sentence(reaches, words)} {words('portfolio.reach.only_about_them')}".strip(),
        _half_lost_sentence(reaches, words),
    ]


def sample_note(reaches: Sequence[Reach], words: Words) -> str:
    """Which projects are invented; empty where none is."""
    invented = [reach.project for reach in reaches if reach.is_sample]
    return words("portfolio.sample", projects=words.listing(invented)) if invented else ""


def followed_written(reach: Reach, words: Words) -> str:
    if reach.followed is None:
        return words("portfolio.hidden")
    return words("portfolio.reach.followed_of", of=about_of(reach.with_follow_up, reach.with_start, words))


def reach_alternative(reaches: Sequence[Reach], words: Words) -> str:
    return "; ".join(f"{reach.project}: {followed_written(reach, words)}" for reach in reaches) + "."


def reach_headings(words: Words) -> list[str]:
    return [words(f"portfolio.reach.heading.{column}") for column in REACH_COLUMNS]


def reach_rows(reaches: Sequence[Reach], words: Words) -> list[list[str]]:
    return [_reach_row(reach, words) for reach in reaches]


def _reach_row(reach: Reach, words: Words) -> list[str]:
    unstated = words("portfolio.not_stated")
    facts = (reach.neighbourhood, reach.target_group, reach.approach)
    enrolled = words("portfolio.hidden")
    if reach.enrolled is not None:
        enrolled = words("portfolio.about", n=whole(reach.enrolled, words.language))
    target = unstated if reach.target is None else whole(reach.target, words.language)
    followed = about_of(reach.with_follow_up, reach.with_start, words)
    return [reach.project, *(fact or unstated for fact in facts), enrolled, target, followed]


def _total_sentence(reaches: Sequence[Reach], words: Words) -> str:
    known = [reach.enrolled for reach in reaches if reach.enrolled is not None]
    hidden = [reach.project for reach in reaches if reach.enrolled is None]
    said = words.count("portfolio.reach.total", len(known), total=whole(sum(known), words.language)) if known else ""
    note = words("portfolio.reach.some_hidden", projects=words.listing(hidden)) if hidden else ""
    return f"{said} {note}".strip()


def _followed_sentence(reaches: Sequence[Reach], words: Words) -> str:
    shares = sorted(reach.followed.estimate for reach in reaches if reach.followed is not None)
    if not shares:
        return ""
    low, high = (percentage(share, words.language) for share in (shares[0], shares[-1]))
    if low == high:
        return words("portfolio.reach.followed", share=words("portfolio.about", n=low))
    return words("portfolio.reach.followed_range", low=words("portfolio.about", n=low), high=high)


def _half_lost_sentence(reaches: Sequence[Reach], words: Words) -> str:
    lost = [reach.project for reach in reaches if reach.followed is not None and reach.followed.estimate < HALF]
    return words("portfolio.reach.half_lost", projects=words.listing(lost)) if lost else ""
