"""Which participant may have told a story: one whose own scores say the same."""

import tomllib
from collections.abc import Sequence
from datetime import date, timedelta
from importlib.resources import files

from pipelines.domain.frozen import Frozen
from sample_data.making.chance import Chance, next_working_day
from sample_data.making.course import Course
from sample_data.making.sample import Person, Row

DIRECTIONS = {"better": 1, "same": 0, "worse": -1}
PANEL = "bewonerspanel"


class Fits(Frozen):
    """Who may have told it; narratives.toml explains the fields."""

    household: tuple[str, ...] = ()
    age: tuple[str, ...] = ()
    levels: tuple[int, int] | None = None
    at_most: int | None = None
    scored: str | None = None
    left: bool = False


class Story(Frozen):
    teller: str
    life_domains: tuple[str, ...]
    direction: str
    consent: str
    words: str
    benefit: str | None = None
    chosen_because: str | None = None
    fits: Fits | None = None


class NobodyFits(LookupError):
    """No participant is left whose scores agree with the story."""


def read_stories(project: str) -> tuple[Story, ...]:
    text = files("sample_data.making").joinpath("narratives.toml").read_text(encoding="utf-8")
    return tuple(Story.model_validate(entry) for entry in tomllib.loads(text)[project])


def tell(chance: Chance, stories: Sequence[Story], courses: Sequence[Course], told_until: date) -> tuple[Row, ...]:
    """The sheet Verhalen: each story beside somebody it fits, nobody twice, told no later than `told_until`."""
    tellers = _cast(chance, stories, [course for course in courses if course.person.participation == "participant"])
    return tuple(_row(chance, story, tellers.get(place), told_until) for place, story in enumerate(stories))


def agrees(story: Story, course: Course) -> bool:
    """The first life domain moved as the story says; the others did not move the other way."""
    fits = story.fits or Fits()
    sign = DIRECTIONS[fits.scored or story.direction]
    moves = [move for domain in story.life_domains for move in course.moves(domain)]
    if not moves or any(move is None for move in moves):
        return False
    if not _levels_fit(fits, *course.ends(story.life_domains[0])):
        return False
    return moves[0] == sign and all(move in (sign, 0) for move in moves)


def _levels_fit(fits: Fits, first: float, last: float) -> bool:
    return (fits.levels is None or (first, last) == fits.levels) and (fits.at_most is None or last <= fits.at_most)


def _cast(chance: Chance, stories: Sequence[Story], courses: Sequence[Course]) -> dict[int, Person]:
    """Who tells which story, by its place in the list; the story that fits fewest people chooses first."""
    free, waiting, tellers = list(courses), [place for place, story in enumerate(stories) if story.fits is not None], {}
    while waiting:
        fitting = {place: [course for course in free if _may_tell(stories[place], course)] for place in waiting}
        hardest = min(waiting, key=lambda place: len(fitting[place]))
        if not fitting[hardest]:
            raise NobodyFits(stories[hardest].words)
        teller = chance.pick(fitting[hardest])
        tellers[hardest] = teller.person
        free.remove(teller)
        waiting.remove(hardest)
    return tellers


def _may_tell(story: Story, course: Course) -> bool:
    fits, person = story.fits or Fits(), course.person
    lives_so = not fits.household or person.attributes["household_type"] in fits.household
    is_of_age = not fits.age or person.attributes["age_band"] in fits.age
    if fits.left:
        return lives_so and is_of_age and person.exit_reason == "stopped" and not person.has_follow_up
    return lives_so and is_of_age and person.has_follow_up and agrees(story, course)


def _row(chance: Chance, story: Story, teller: Person | None, told_until: date) -> Row:
    told_on = _told_on(chance, teller, told_until)
    return {
        "participant": teller.number if teller else None,
        "teller": story.teller,
        "told_on": told_on,
        "life_domains": "; ".join(story.life_domains),
        "words": story.words,
        "benefit": story.benefit,
        "direction": story.direction,
        "consent": story.consent,
        "consented_on": min(told_until, told_on + timedelta(days=chance.pick((0, 0, 0, 7)))),
        "chosen_by": PANEL if story.chosen_because else None,
        "chosen_because": story.chosen_because,
    }


def _told_on(chance: Chance, teller: Person | None, told_until: date) -> date:
    if teller is None:
        return chance.working_day(told_until - timedelta(days=300), told_until - timedelta(days=7))
    last_seen = teller.measured_on[-1] if teller.has_follow_up else teller.left_on or teller.measured_on[-1]
    return min(next_working_day(last_seen + timedelta(days=chance.whole(0, 20))), told_until)
