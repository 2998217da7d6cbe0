"""What was agreed, done and recognised, in line with the scores: the sheets Doelen, Interventies and Herkenning."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from sample_data.making.chance import Chance, next_working_day
from sample_data.making.course import Course
from sample_data.making.sample import Row

DONE_BY = {"professional": 0.45, "volunteer": 0.25, "family": 0.15, "participant": 0.15}
HALF_YEAR = timedelta(days=182)
RESULTS = {1: "better", 0: "same", -1: "worse", None: "unknown"}


@cache
def wording() -> dict[str, dict]:
    return tomllib.loads(files("sample_data.making").joinpath("wording.toml").read_text(encoding="utf-8"))


def set_goals(chance: Chance, courses: Sequence[Course]) -> tuple[Row, ...]:
    """One or two goals for everybody, on what stood worst at the start; the worst counts double."""
    return tuple(
        _goal(chance, course, life_domain, weight=2.0 if place == 0 else 1.0)
        for course in courses
        for place, life_domain in enumerate(_worst_domains(course, chance.whole(1, 2)))
    )


def intervene(chance: Chance, courses: Sequence[Course], known_until: date) -> tuple[Row, ...]:
    """One to three interventions for everybody; those still running on `known_until` have no end and no result."""
    return tuple(
        _intervention(chance, course, life_domain, known_until)
        for course in courses
        for life_domain in _worst_domains(course, chance.whole(1, 3))
    )


def ask_recognition(
    chance: Chance, respondents: Mapping[str, int], recognised: Mapping[str, Mapping[str, float]], asked_on: date
) -> tuple[Row, ...]:
    """`respondents` is how many of each kind; `recognised` the share that agrees, by life domain and kind."""
    return tuple(
        _answer(chance, respondent, life_domain, share, asked_on)
        for life_domain, shares in recognised.items()
        for respondent, share in shares.items()
        for _ in range(respondents[respondent])
    )


def _worst_domains(course: Course, n: int) -> list[str]:
    measured = [profile.life_domain for profile in course.profiles if profile.life_domain in wording()["goals"]]
    return sorted(dict.fromkeys(measured), key=course.level_at_start)[:n]


def _goal(chance: Chance, course: Course, life_domain: str, weight: float) -> Row:
    set_on = next_working_day(course.measurements[0].measured_on + timedelta(days=chance.whole(0, 14)))
    attained = _attained(chance, course, life_domain)
    return {
        "participant": course.person.number,
        "life_domain": life_domain,
        "description": chance.pick(wording()["goals"][life_domain]),
        "set_on": set_on,
        "due_on": set_on + HALF_YEAR,
        "weight": weight,
        "attained": attained,
        "judged_on": None if attained is None else course.measurements[-1].measured_on,
    }


def _attained(chance: Chance, course: Course, life_domain: str) -> int | None:
    """Goal attainment, -2 to 2: those who moved forward mostly reached what was agreed."""
    move = course.moves(life_domain)[0]
    return None if move is None else min(max(move - 1 + chance.pick((0, 0, 1, 1, 2)), -2), 2)


def _intervention(chance: Chance, course: Course, life_domain: str, known_until: date) -> Row:
    started_on = next_working_day(course.measurements[0].measured_on + timedelta(days=chance.whole(2, 40)))
    ended_on = _ended_on(chance, course, started_on, known_until)
    hours = chance.whole(4, 60) / 2
    return {
        "participant": course.person.number,
        "life_domain": life_domain,
        "instrument": chance.pick(wording()["interventions"][life_domain]),
        "done_by": chance.pick(list(DONE_BY), list(DONE_BY.values())),
        "started_on": started_on,
        "ended_on": ended_on,
        "hours": hours,
        "result": chance.pick(wording()["results"][RESULTS[course.moves(life_domain)[0]]]) if ended_on else None,
    }


def _ended_on(chance: Chance, course: Course, started_on: date, known_until: date) -> date | None:
    ended_on = next_working_day(started_on + timedelta(days=chance.whole(21, 170)))
    if course.person.left_on is not None and ended_on > course.person.left_on:
        ended_on = max(course.person.left_on, started_on)
    return ended_on if ended_on <= known_until else None


def _answer(chance: Chance, respondent: str, life_domain: str, share: float, asked_on: date) -> Row:
    score = chance.pick((5, 4, 4)) if chance.happens(share) else chance.pick((3, 3, 2, 1))
    remarks = wording()["recognition"][respondent][str(score)]
    return {
        "respondent": respondent,
        "life_domain": life_domain,
        "score": score,
        "explanation": chance.pick(remarks) if chance.happens(0.4) else None,
        "judged_on": next_working_day(asked_on + timedelta(days=chance.whole(0, 10))),
    }
