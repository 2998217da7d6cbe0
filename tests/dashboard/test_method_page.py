"""Verantwoording: every term, rule and instrument, straight from the texts and the instrument files."""

from collections.abc import Callable
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.method_chapters import chapter_html, chapters
from dashboard.language import LANGUAGES, Words, all_texts
from pipelines.domain.frozen import Language, Name
from pipelines.instruments.catalogue import shipped_sets

PAGE = "dashboard/pages/method.py"


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


def whole_method(words: Words) -> str:
    return "".join(chapter_html(words, chapter) for chapter in chapters())


def sentences(words: Words, *groups: str) -> list[str]:
    """The texts of these groups that have no slots."""
    texts = [text for key, text in all_texts().items() if any(key.startswith(f"method.{group}.") for group in groups)]
    return [words.name(text) for text in texts if isinstance(text, Name)]


def test_every_term_and_rule_is_on_the_page(words: Words):
    page = whole_method(words)
    told = ("pairs", "small", "stories", "privacy", "not_claimed", "sources")
    for sentence in sentences(words, "term", "reason", "counting", "lasting", "comparing", "certainty", *told):
        assert escape(sentence) in page


def test_every_indicator_is_on_the_page_with_its_source(words: Words):
    page = whole_method(words)
    for known in shipped_sets().values():
        assert escape(known.source) in page
        for indicator in known.indicators:
            assert escape(words.name(indicator.name)) in page
            for name in indicator.level_names.values():
                assert escape(words.name(name)) in page


def test_an_indicator_for_which_less_is_better_says_so():
    page = chapter_html(Words("nl"), "instruments")
    support = page[page.index("Hulp en maatregelen") :]
    assert support.index("lager") < support.index("</table>")
    assert "hoger" not in support[: support.index("</table>")]


@pytest.mark.parametrize(
    ("language", "title"), [("nl", "Zo komen de cijfers tot stand"), ("en", "How the figures come about")]
)
def test_the_page_speaks_the_language_of_the_address(opened_at: Callable[..., AppTest], language: Language, title: str):
    app = opened_at(lang=language).switch_page(PAGE).run()
    assert not app.exception
    assert app.title[0].value == title
