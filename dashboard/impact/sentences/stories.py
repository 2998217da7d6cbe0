"""What stands around a resident's words: who tells, when, why this story, and which way its teller went."""

from collections.abc import Mapping

from dashboard.impact.domains import Domain, Measured
from dashboard.impact.sentences.approximate import about, about_part, as_sentence
from dashboard.impact.sentences.change import spoken_name
from dashboard.language import Words
from dashboard.notation import month, whole
from dashboard.sentences.stories import choice_name
from dashboard.sentences.values import movement_word
from pipelines.domain.series import series_of
from pipelines.editions.contents import BESIDE_THE_OTHERS, Movement, PublishedStory
from pipelines.editions.edition import Edition


def teller_line(story: PublishedStory, words: Words) -> str:
    """ "beter · deelnemer, maart 2026"."""
    role = choice_name("teller", story.teller, words.language)
    told = words("sentences.story.teller", teller=role, month=month(story.told_on, words.language))
    return f"{words(f'sentences.story.direction.{story.direction}')} · {told}"


def chosen_sentence(story: PublishedStory, words: Words) -> str:
    if story.chosen_because == BESIDE_THE_OTHERS:
        return words("impact.story.beside_the_others")
    if story.chosen_by:
        return words("sentences.story.chosen", by=story.chosen_by, because=story.chosen_because)
    return words("impact.story.chosen", because=story.chosen_because)


def moved_sentences(story: PublishedStory, domain: Domain, words: Words) -> list[str]:
    """Which way its teller went on what was measured here, and that others went the same way."""
    by_series = {" ".join(series_of(one.indicator)): one for one in domain.measured}
    return [
        _moved(story, moved, by_series, series, words) for series, moved in story.moved.items() if series in by_series
    ]


def count_sentence(domain: Domain, words: Words) -> str:
    """How many stories there are, and how many stand here; empty where their number is hidden."""
    if domain.n_stories is None:
        return ""
    total, n = about(domain.n_stories, words), len(domain.stories)
    if not n:
        return as_sentence(words("impact.story.not_here", total=total))
    return as_sentence(words.count("impact.story.count", n, total=total, shown=whole(n, words.language)))


def withdrawn_sentence(edition: Edition, words: Words) -> str:
    """That a story is gone since, without saying which; empty where none is."""
    gone = edition.withdrawn & {story.number for story in edition.contents.stories}
    return words("impact.story.withdrawn") if gone else ""


def _moved(story: PublishedStory, moved: Movement, by_series: Mapping[str, Measured], series: str, words: Words) -> str:
    one = by_series[series]
    who = "self" if story.teller == "participant" else "about"
    way = movement_word(one.indicator, moved, words)
    name, others = spoken_name(one.indicator, words), about_part(one.here, moved, words)
    return words(f"impact.story.moved.{who}", name=name, way=way, others=others)
