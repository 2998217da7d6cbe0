"""Who took part, who was measured again, and whether those who were lost were others."""

from collections import Counter
from typing import NamedTuple

from dashboard.impact.parts import count_in, rows_of
from dashboard.impact.sentences.approximate import about, about_of, as_sentence, hidden
from dashboard.language import Words
from dashboard.notation import day, month, whole
from dashboard.sentences.names import attribute_name
from pipelines.editions.cell import COMPARISON, TOTAL, UNKNOWN, TableOf
from pipelines.editions.edition import Edition

PEOPLE = TableOf("people")
POPULATIONS = ("enrolled", "with_start", "with_follow_up")


class Figure(NamedTuple):
    """A large number, or that it is hidden, and what it counts."""

    written: str
    what: str


def people_figures(edition: Edition, words: Words) -> list[Figure]:
    """Who came in, who was measured, who was measured again, and who they are compared with."""
    figures = [Figure(_large(_people(edition, which), words), words(f"impact.people.{which}")) for which in POPULATIONS]
    if COMPARISON in rows_of(edition, PEOPLE):
        n = count_in(edition, PEOPLE, COMPARISON, "enrolled")
        figures.append(Figure(_large(n, words), words("impact.people.comparison")))
    return figures


def people_sentences(edition: Edition, words: Words) -> list[str]:
    return [_again(edition, words), *drop_out_sentences(edition, words), _target(edition, words)]


def drop_out_sentences(edition: Edition, words: Words) -> list[str]:
    """Whether those who were not measured again stood elsewhere at the start (method, section 3)."""
    verdicts = Counter(one.drop_out for one in edition.contents.indicators)
    known = verdicts.total() - verdicts["unknown"]
    if not known:
        return [words("impact.people.drop_out.unknown")] if verdicts else []
    slots = {"n": whole(verdicts["differs"], words.language), "total": whole(known, words.language)}
    key = "none" if not verdicts["differs"] else "all" if verdicts["differs"] == known else "some"
    return [words(f"impact.people.drop_out.{key}", **slots)]


def group_sentences(edition: Edition, words: Words) -> list[str]:
    """By attribute: about how many there are in each group."""
    return [_groups(edition, attribute, words) for attribute in edition.contents.attributes]


def measured_note(edition: Edition, words: Words) -> str:
    """When the measurements were made, and until when the registrations count."""
    contents = edition.contents
    as_of = words("impact.people.as_of", day=day(contents.as_of, words.language))
    if contents.first_measured_on is None or contents.last_measured_on is None:
        return as_of
    first, last = month(contents.first_measured_on, words.language), month(contents.last_measured_on, words.language)
    return f"{words('impact.people.measured', first=first, last=last)} {as_of}"


def group_name(group: str, words: Words) -> str:
    """As the project wrote it."""
    return words(f"impact.row.{group}") if group in (TOTAL, COMPARISON, UNKNOWN) else group


def _groups(edition: Edition, attribute: str, words: Words) -> str:
    table = PEOPLE._replace(attribute=attribute)
    counts = {group: count_in(edition, table, group, "enrolled") for group in rows_of(edition, table)}
    shown = [
        words("impact.people.group", name=group_name(group, words), n=about(n, words))
        for group, n in counts.items()
        if n is not None
    ]
    unseen = [group_name(group, words) for group, n in counts.items() if n is None]
    said = [", ".join(shown)] if shown else []
    if unseen:
        said.append(words("impact.people.groups_hidden", names=words.listing(unseen), hidden=hidden(words)))
    return words("impact.people.groups", attribute=as_sentence(attribute_name(attribute, words)), said="; ".join(said))


def _again(edition: Edition, words: Words) -> str:
    again, start = _people(edition, "with_follow_up"), _people(edition, "with_start")
    if again is None or start is None:
        return words("impact.people.again_hidden", hidden=hidden(words))
    return as_sentence(words("impact.people.again", n=about_of(again, start, words)))


def _target(edition: Edition, words: Words) -> str:
    n, target = _people(edition, "enrolled"), edition.contents.reach_target
    if n is None or target is None:
        return ""
    return words("impact.people.target", n=about(n, words), target=whole(target, words.language))


def _people(edition: Edition, which: str) -> int | None:
    return count_in(edition, PEOPLE, TOTAL, which)


def _large(n: int | None, words: Words) -> str:
    return hidden(words) if n is None else about(n, words)
