"""The indicator sets as they stand in their files: scale, levels, direction, cuts and source."""

from collections.abc import Iterable

from dashboard.components.chapter import bullets, folded, paragraphs
from dashboard.components.table import table_html
from dashboard.language import Words
from dashboard.notation import number
from pipelines.domain.indicator import Direction, Indicator, IndicatorSet
from pipelines.domain.life_domain import life_domains

COLUMNS = ("indicator", "life_domain", "scale", "direction", "cuts")


def instrument_html(words: Words, known: IndicatorSet) -> str:
    name = words.name(known.name)
    about = [words("method.instrument.version", version=known.version, source=known.source)]
    if known.note:
        about.append(words.name(known.note))
    return folded(
        name,
        words.count("method.instrument.domains", len(known.indicators)),
        paragraphs(about),
        table_html(
            name,
            [words(f"method.instrument.{column}") for column in COLUMNS],
            [_row(words, indicator) for indicator in known.indicators],
        ),
        _levels_html(words, known.indicators),
    )


def _row(words: Words, indicator: Indicator) -> tuple[str, ...]:
    domain = life_domains().get(indicator.life_domain)
    return (
        words.name(indicator.name),
        words.name(domain.name) if domain else indicator.life_domain,
        _scale(words, indicator),
        words(f"method.instrument.better.{indicator.direction}"),
        "; ".join(_cuts(words, indicator)),
    )


def _scale(words: Words, indicator: Indicator) -> str:
    kind = words(f"method.instrument.kind.{indicator.kind}")
    if indicator.minimum is None:
        return kind
    minimum = _plain(words, indicator.minimum)
    if indicator.maximum is None:
        return f"{kind}, {words('method.instrument.from', minimum=minimum)}"
    return f"{kind}, {words('method.instrument.range', minimum=minimum, maximum=_plain(words, indicator.maximum))}"


def _cuts(words: Words, indicator: Indicator) -> Iterable[str]:
    higher = indicator.direction is Direction.HIGHER
    if indicator.self_reliance_cut is not None:
        cut = _plain(words, indicator.self_reliance_cut)
        yield words("method.instrument.cut_higher" if higher else "method.instrument.cut_lower", cut=cut)
    if indicator.problem_cut is not None:
        cut = _plain(words, indicator.problem_cut)
        yield words("method.instrument.problem_higher" if higher else "method.instrument.problem_lower", cut=cut)
    if indicator.missing:
        values = ", ".join(_plain(words, value) for value in indicator.missing)
        yield words("method.instrument.not_applicable", values=values)
    if indicator.reliability is not None:
        r = number(indicator.reliability, words.language, decimals=2)
        yield words("method.instrument.reliability", r=r, source=indicator.reliability_source)


def _levels_html(words: Words, indicators: Iterable[Indicator]) -> str:
    """Indicators with the same level names share one list."""
    with_names = [indicator for indicator in indicators if indicator.level_names]
    lists = dict.fromkeys(_level_names(words, indicator) for indicator in with_names)
    title = words("method.instrument.levels")
    return "".join(f"<h4>{title}</h4>{bullets(names)}" for names in lists)


def _level_names(words: Words, indicator: Indicator) -> tuple[str, ...]:
    return tuple(
        words("method.instrument.level", level=level, name=words.name(name))
        for level, name in sorted(indicator.level_names.items())
    )


def _plain(words: Words, value: float) -> str:
    return number(value, words.language, decimals=0 if value == int(value) else 1)
