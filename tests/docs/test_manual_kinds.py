"""The manual has a page for each kind of list, and no page promises what the program does not do."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache

import pandas as pd
import pytest

from dashboard.language import LANGUAGES, all_texts
from docs.manual.examples.kinds import KINDS, Kind
from docs.manual.examples.lists import NOT_MEASURED, WITH_PAID_WORK
from docs.manual.examples.measured import measured
from pipelines.domain.frozen import Language, Name
from pipelines.domain.issue import catalogue
from pipelines.domain.registration import Confidence, Registration
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.mapping.column_mapping import read_mapping
from pipelines.ingest.read import read_registration
from tests.architecture.source_files import HOUSE

IMAGES = HOUSE / "docs" / "images" / "manual"
PICTURE = re.compile(r"!\[([^]]*)\]\(\.\./\.\./images/manual/(\w+\.png)\)")
PROMISE = re.compile(r"\*\*(\d+) \w+, (\d+) \w+ \w+ (\d+) \w+\.\*\*")
QUOTE = {"nl": re.compile("«([^»]+[.?])»"), "en": re.compile("“([^”]+[.?])”")}
MOST_BYTES, MOST_WIDTH = 150_000, 1200
Course = tuple[tuple[int, date, str, float], ...]

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def read(kind: Kind, language: Language, *, answered: bool = True) -> Registration:
    """The example as the page says it should be answered; read once for both languages if they say the same."""
    return read_example(kind.id, kind.mapping(language) if answered else None)


@cache
def read_example(id: str, mapping: str | None) -> Registration:
    (kind,) = (kind for kind in KINDS if kind.id == id)
    pseudonyms = Pseudonyms(b"key", "manual")
    given = read_mapping(mapping) if mapping else None
    return read_registration(kind.uploads(), pseudonyms, mapping=given, today=date(2026, 1, 1))


def courses_read(observations: pd.DataFrame) -> Counter[Course]:
    """What was measured with each person, whoever it is: numbers became pseudonyms."""
    rows = observations.assign(day=observations["measured_on"].dt.date)[
        ["participant_id", "moment", "day", "indicator", "value"]
    ]
    return courses(rows.itertuples(index=False, name=None))


def courses_promised(kind: Kind) -> Counter[Course]:
    rows = [
        (visit.number, visit.moment, visit.day, domain, float(level))
        for visit in measured().visit
        for domain, level in zip(measured().domains, visit.levels, strict=True)
        if kind.id != "codes" or (visit.number, visit.moment, domain) not in NOT_MEASURED
    ]
    if kind.id == "codes":
        rows += [
            (visit.number, visit.moment, visit.day, "paid_work", float((visit.number, visit.moment) in WITH_PAID_WORK))
            for visit in measured().visit
        ]
    return courses(rows)


def courses(rows: Iterable[tuple[int, int, date, str, float]]) -> Counter[Course]:
    found: dict[int, list[tuple[int, date, str, float]]] = {}
    for person, *measurement in rows:
        found.setdefault(person, []).append(tuple(measurement))
    return Counter(tuple(sorted(course)) for course in found.values())


@each_language
@every_kind
def test_every_example_says_what_its_page_promises(kind: Kind, language: Language):
    registration = read(kind, language)
    assert [issue.code for issue in registration.errors] == []
    assert courses_read(registration.observations) == courses_promised(kind)


@each_language
@every_kind
def test_the_numbers_on_the_page_are_those_of_the_example(kind: Kind, language: Language):
    observations = read(kind, language).observations
    n_people, n_visits = (len(observations[keys].drop_duplicates()) for keys in KEYS)
    promised = PROMISE.search(kind.text(language))
    assert promised, "no promise"
    assert tuple(map(int, promised.groups())) == (n_people, n_visits, len(observations))


KEYS = (["participant_id"], ["participant_id", "moment"])


QUESTIONS = {
    "short_names": {"ambiguous_instrument", "column_in_question"},
    "sheet_per_moment": {"moment_column_missing"},
    "codes": {"code_in_question", "tick_in_question"},
    "sites": {"number_restarts"},
}


@every_kind
def test_a_page_shows_answers_exactly_where_the_program_asks(kind: Kind):
    """Without them the example would lack something, or say something else, and what lacks is asked."""
    assert kind.mapping("nl") == kind.mapping("en")
    unanswered = read(kind, "nl", answered=False)
    is_whole = not unanswered.errors and courses_read(unanswered.observations) == courses_promised(kind)
    assert is_whole == (kind.mapping("nl") is None)
    assert QUESTIONS.get(kind.id, set()) <= {issue.code for issue in unanswered.issues}


def test_what_is_suggested_for_short_names_is_what_the_page_answers():
    (kind,) = (kind for kind in KINDS if kind.id == "short_names")
    answers = read_mapping(kind.mapping("nl") or "")
    pseudonyms = Pseudonyms(b"key", "manual")
    found = read_registration(kind.uploads(), pseudonyms, instruments=answers.instrument).found
    asked = {column.column: column.suggestions[0] for column in found if column.confidence is Confidence.ASKED}
    assert len(asked) > 5
    for heading, suggestion in asked.items():
        meant = answers.measured[heading]
        assert (suggestion.indicator, suggestion.moment) == (meant.indicator, meant.moment)


def test_what_identifies_people_is_left_out_or_made_coarse_as_the_page_says():
    registration = read_example("with_names", None)
    used = {column.column for column in registration.found if column.role}
    assert used & {"Naam", "BSN", "Straat"} == set()
    people = [person.attributes for person in registration.participants]
    assert {about["neighbourhood"] for about in people} == {person.postcode[:4] for person in measured().person}
    assert {about["age_band"] for about in people}.isdisjoint(str(person.born) for person in measured().person)


@each_language
@every_kind
def test_every_page_has_its_pictures_with_an_alternative_in_words(kind: Kind, language: Language):
    shown = dict(reversed(found) for found in PICTURE.findall(kind.text(language)))
    asked = {f"{kind.id}_asked_{language}.png"} if kind.mapping(language) else set()
    assert set(shown) == {f"{kind.id}_before.png", f"{kind.id}_after_{language}.png"} | asked
    assert min(len(alternative) for alternative in shown.values()) > 60


def test_the_pictures_are_small_and_all_used():
    there = {file.name: file.read_bytes() for file in IMAGES.glob("*.png")}
    pages = (page.read_text(encoding="utf-8") for page in (HOUSE / "docs" / "manual").glob("*/*.md"))
    assert set(there) == {name for page in pages for _, name in PICTURE.findall(page)}
    assert {name for name, content in there.items() if len(content) > MOST_BYTES} == set()
    assert {name for name, content in there.items() if int.from_bytes(content[16:20], "big") > MOST_WIDTH} == set()


@each_language
def test_what_the_pages_quote_is_what_the_program_says(language: Language):
    said = set(sentences(language))
    quoted = {quote for kind in KINDS for quote in QUOTE[language].findall(" ".join(kind.text(language).split()))}
    assert len(quoted) > 5
    assert {quote for quote in quoted if not any(quote in sentence for sentence in said)} == set()


def sentences(language: Language) -> Iterable[str]:
    """Everything the program can say, with … for what it fills in, whether that stands in quotes or not."""
    texts: list[Name] = [text for kind in catalogue().values() for text in (kind.wrong, kind.right)]
    for text in all_texts().values():
        texts += [text] if isinstance(text, Name) else text.values()
    return (re.sub(r"“?\{\w+\}”?", "…", text.to(language)) for text in texts)
