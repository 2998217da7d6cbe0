"""The pages of the manual that are written from the product's own data, so that they cannot fall behind it."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pipelines.domain.frozen import Language
from pipelines.domain.indicator import Indicator, IndicatorSet, Kind
from pipelines.domain.issue import IssueKind, Severity, catalogue
from pipelines.domain.registration_sheets import Column, registration_sheets
from pipelines.instruments.catalogue import shipped_sets

HERE = Path(__file__).parent
WORDS = tomllib.loads((HERE / "reference.toml").read_text(encoding="utf-8"))
SLOT = re.compile(r"\{\w+\}\.?")


def pages() -> dict[Path, str]:
    """Every written page, by the file it belongs in, in both languages."""
    writers = {"messages": messages, "columns": columns, "instruments": instruments}
    languages: tuple[Language, ...] = ("nl", "en")
    return {
        HERE / language / WORDS["page"][page][language]: writer(language)
        for language in languages
        for page, writer in writers.items()
    }


def messages(language: Language) -> str:
    parts = [heading("messages", language)]
    for severity in Severity:
        kinds = [(code, kind) for code, kind in catalogue().items() if kind.severity is severity]
        parts.append(f"## {say('messages', severity, language)}")
        parts.append(say("messages", f"{severity}_lead", language))
        headings = [say("messages", part, language) for part in ("wrong", "right", "code")]
        parts.append(table(headings, (message_row(code, kind, language) for code, kind in kinds)))
    return page(parts)


def message_row(code: str, kind: IssueKind, language: Language) -> list[str]:
    return [SLOT.sub("…", kind.wrong.to(language)), SLOT.sub("…", kind.right.to(language)), f"`{code}`"]


def columns(language: Language) -> str:
    parts = [heading("columns", language)]
    headings = [say("columns", part, language) for part in ("column", "aliases", "content", "explanation")]
    for sheet in registration_sheets().values():
        parts += [f"## {sheet.name.to(language)}", sheet.explanation.to(language)]
        parts.append(table(headings, (column_row(column, language) for column in sheet.column)))
    return page(parts)


def column_row(column: Column, language: Language) -> list[str]:
    name = f"**{column.name.to(language)}**"
    if column.required:
        name = f"{name} {say('columns', 'required', language)}"
    return [name, ", ".join(column.aliases), content(column, language), column.explanation.to(language)]


def content(column: Column, language: Language) -> str:
    choices = ", ".join(choice.name.to(language) for choice in column.choices)
    text = say("content", column.type, language).format(choices=choices)
    if column.minimum is None:
        return text
    limits = "at_least" if column.maximum is None else "from_to"
    return say("content", limits, language).format(
        content=text, minimum=plain(column.minimum), maximum=plain(column.maximum)
    )


def instruments(language: Language) -> str:
    parts = [heading("instruments", language)]
    for known in shipped_sets().values():
        parts += instrument(known, language)
    return page(parts)


def instrument(known: IndicatorSet, language: Language) -> list[str]:
    headings = [say("instruments", part, language) for part in ("indicator", "aliases", "scale", "better", "code")]
    level_names = known.indicators[0].level_names
    levels = ", ".join(f"{level} {name.to(language)}" for level, name in sorted(level_names.items()))
    return [
        f"## {known.name.to(language)}",
        say("instruments", "id", language).format(id=known.id, source=known.source),
        *([say("instruments", "levels", language).format(levels=levels)] if levels else []),
        table(headings, (indicator_row(indicator, language) for indicator in known.indicators)),
    ]


def indicator_row(indicator: Indicator, language: Language) -> list[str]:
    scale = say("instruments", indicator.kind, language)
    if indicator.kind is Kind.LEVEL:
        scale = scale.format(minimum=plain(indicator.minimum), maximum=plain(indicator.maximum))
    better = say("instruments", indicator.direction, language)
    name = f"**{indicator.name.to(language)}**"
    return [name, ", ".join(indicator.aliases), scale, better, f"`{indicator.code}`"]


def heading(topic: str, language: Language) -> str:
    return f"# {say(topic, 'title', language)}\n\n{say(topic, 'lead', language)}"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (headings, ["---"] * len(headings), *rows))


def page(parts: Sequence[str]) -> str:
    return "\n\n".join(parts) + "\n"


def say(topic: str, key: str, language: Language) -> str:
    text: Any = WORDS[topic][key][language]
    return str(text)


def plain(number: float | None) -> str:
    return "" if number is None else f"{number:g}"
