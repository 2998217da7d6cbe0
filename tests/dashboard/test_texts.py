"""Every text stands there in both languages, with the same slots, and is used; every text that is used stands there."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import pytest

from dashboard.language import all_texts
from pipelines.domain.frozen import Name

DASHBOARD = Path(__file__).parents[2] / "dashboard"
TOPICS = {key.split(".")[0] for key in all_texts()}
KEY = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")
HOLE = "[a-z0-9_]+"
TAIL = re.compile(re.escape(HOLE) + r"(?P<tail>(\\\.[a-z_]+)+)")  # what re.escape makes of {hole}.words


def names_of(key: str) -> list[Name]:
    text = all_texts()[key]
    return [text] if isinstance(text, Name) else list(text.values())


def slots(sentence: str) -> set[str]:
    return {slot for _, slot, _, _ in Formatter().parse(sentence) if slot}


def modules() -> list[Path]:
    return sorted(DASHBOARD.rglob("*.py"))


def written_in(code: str) -> Iterator[str]:
    """The literal strings of a module, and its f-strings with a hole for every value, as regular expressions."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.JoinedStr):
            yield "".join(re.escape(part.value) if isinstance(part, ast.Constant) else HOLE for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)


def uses_of_texts(written: Iterable[str]) -> list[re.Pattern[str]]:
    """What begins with a topic is a key, or the stem of one that is finished elsewhere as in f"{key}.title"."""
    every = set(written)
    tails = {tail["tail"] for text in every if (tail := TAIL.fullmatch(text))}
    stems = [text for text in every if any(text.startswith(f"{topic}\\.") for topic in TOPICS)]
    return [re.compile(f"{stem}({'|'.join(sorted(tails))})?") for stem in stems]


def keys_asked_for(code: str) -> Iterator[str]:
    """Literal strings that look like the key of a text, or like the stem of several."""
    for node in ast.walk(ast.parse(code)):
        is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if is_text and KEY.fullmatch(node.value) and node.value.split(".")[0] in TOPICS:
            yield node.value


def stands_there(key: str) -> bool:
    return key in all_texts() or any(known.startswith(f"{key}.") for known in all_texts())


@pytest.fixture(scope="module")
def uses() -> list[re.Pattern[str]]:
    return uses_of_texts(text for path in modules() for text in written_in(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_a_text_says_something_in_both_languages_with_the_same_slots(topic: str):
    for key in all_texts():
        if key.startswith(f"{topic}."):
            for name in names_of(key):
                assert name.nl.strip(), key
                assert name.en.strip(), key
                assert slots(name.nl) == slots(name.en), key


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_every_text_is_used(topic: str, uses: list[re.Pattern[str]]):
    keys = [key for key in all_texts() if key.startswith(f"{topic}.")]
    assert [key for key in keys if not any(use.fullmatch(key) for use in uses)] == []


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(DASHBOARD)))
def test_a_text_that_is_asked_for_stands_there(path: Path):
    asked = keys_asked_for(path.read_text(encoding="utf-8"))
    assert [key for key in asked if not stands_there(key)] == []


def test_a_missing_text_would_be_seen():
    (asked,) = keys_asked_for('words("start.no_such_text")')
    assert not stands_there(asked)


def test_an_unused_text_would_be_seen():
    uses = uses_of_texts(written_in('f"start.{what}.title"'))
    assert any(use.fullmatch("start.projects.title") for use in uses)
    assert not any(use.fullmatch("start.title") for use in uses)


def test_slots_that_differ_would_be_seen():
    assert slots("{n} deelnemers in {project}") != slots("{n} participants")
