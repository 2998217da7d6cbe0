"""What stands in each chapter of Verantwoording, in the order of its texts."""

from collections.abc import Sequence

from dashboard.components.chapter import bullets, definitions, paragraphs, rule
from dashboard.components.instrument_tables import instrument_html
from dashboard.language import Words, all_texts
from pipelines.instruments.catalogue import shipped_sets


def chapters() -> Sequence[str]:
    return _entries("section")


def chapter_html(words: Words, chapter: str) -> str:
    match chapter:
        case "terms":
            return _defined(words, "term")
        case "instruments":
            tables = (instrument_html(words, known) for known in shipped_sets().values())
            return paragraphs([words("method.instrument.intro")]) + "".join(tables)
        case "pairs":
            return _told(words, "pairs") + _defined(words, "reason")
        case "counting" | "lasting" | "comparing" | "certainty":
            return _rules(words, chapter)
        case "not_claimed" | "sources":
            return bullets(words(f"method.{chapter}.{entry}") for entry in _entries(chapter))
        case _:
            return _told(words, chapter)


def _entries(group: str) -> list[str]:
    """The names of the texts of a group, as they follow each other in the file."""
    prefix = f"method.{group}."
    return list(dict.fromkeys(key.removeprefix(prefix).split(".")[0] for key in all_texts() if key.startswith(prefix)))


def _told(words: Words, group: str) -> str:
    return paragraphs(words(f"method.{group}.{entry}") for entry in _entries(group))


def _defined(words: Words, group: str) -> str:
    return definitions(
        (words(f"method.{group}.{entry}.name"), words(f"method.{group}.{entry}.text")) for entry in _entries(group)
    )


def _rules(words: Words, group: str) -> str:
    return "".join(_rule(words, group, entry) for entry in _entries(group))


def _rule(words: Words, group: str, entry: str) -> str:
    """The formula is optional: not every rule has one."""
    formula = f"method.{group}.{entry}.formula"
    return rule(
        words(f"method.{group}.{entry}.name"),
        words(f"method.{group}.{entry}.text"),
        words("method.formula"),
        words(formula) if formula in all_texts() else None,
    )
