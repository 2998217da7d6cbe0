"""The numbers of a comparison as they are written: beside a dot, in a table, and in the text alternative of a chart."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import number, p_value, percentage, signed, whole
from dashboard.sentences.compared import Sides, counts, row_names
from dashboard.sentences.compared_rows import ComparedRow
from dashboard.sentences.values import measured
from pipelines.domain.indicator import Direction, Kind

Rows = Sequence[ComparedRow]


def shares_written(row: ComparedRow, words: Words) -> str:
    n = whole(row.here.n_improved, words.language)
    return words("compared.shares.written", n=n, **counts(row, words))


def shares_alternative(rows: Rows, of: Sides, words: Words) -> str:
    said = [
        words("compared.shares.alternative", name=name, n=whole(row.here.n_improved, words.language),
              share=percentage(row.here.n_improved / row.here.n_pairs, words.language),
              share_there=percentage(row.there.n_improved / row.there.n_pairs, words.language),
              **of.slots(), **counts(row, words))
        for row, name in zip(rows, row_names(rows, words), strict=True)
    ]  # fmt: skip
    return "; ".join(said) + "."


def difference_written(row: ComparedRow, rows: Rows, words: Words) -> str:
    """The difference of the changes in bold with its interval, and what sets the row apart from the others."""
    marks = {
        "clear": row.is_clear,
        "few": row.is_few and not all(other.is_few for other in rows),
        "lower": row.here.direction is Direction.LOWER,
    }
    said = [words(f"compared.differences.{mark}") for mark, is_so in marks.items() if is_so]
    return " · ".join([difference_text(row, words, "<b>{}</b>"), *said])


def difference_text(row: ComparedRow, words: Words, style: str = "{}") -> str:
    """The difference of the changes with its interval, in the indicator's own unit."""
    against, kind = row.against, row.here.kind
    estimate = style.format(change_text(against.difference, kind, words))
    if against.low is None or against.high is None:
        return words("compared.differences.bare", difference=estimate)
    return words("charts.interval", estimate=estimate, low=bare_text(against.low, kind, words),
                 high=bare_text(against.high, kind, words))  # fmt: skip


def differences_alternative(rows: Rows, words: Words) -> str:
    names = row_names(rows, words)
    said = [f"{name}: {difference_written(row, rows, words)}" for row, name in zip(rows, names, strict=True)]
    return ("; ".join(said) + ".").replace("<b>", "").replace("</b>", "")


def comparison_headings(of: Sides, words: Words) -> list[str]:
    changes = [words("compared.heading.change", who=label) for label in (of.label, of.reference_label)]
    rest = [words(f"compared.heading.{key}") for key in ("difference", "p", "share")]
    return [words("compared.heading.name"), *changes, *rest]


def comparison_cells(rows: Rows, words: Words) -> list[list[str]]:
    """A row of the table per row, under those headings."""
    return [
        [name, change_text(row.here.mean_change, row.here.kind, words),
         change_text(row.there.mean_change, row.here.kind, words), difference_text(row, words), _p(row, words),
         _share_difference(row, words)]
        for row, name in zip(rows, row_names(rows, words), strict=True)
    ]  # fmt: skip


def change_text(value: float | None, kind: Kind, words: Words) -> str:
    """A change or a difference with its sign; of yes and no in percentage points."""
    if value is None:
        return words("compared.number.none")
    if kind is Kind.YES_NO:
        return words("compared.number.points", points=signed(value * 100, words.language, 0))
    return signed(value, words.language, 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0)


def bare_text(value: float, kind: Kind, words: Words) -> str:
    """The end of an interval: as short as can be."""
    if kind is Kind.YES_NO:
        return whole(value * 100, words.language)
    return number(value, words.language, 2) if abs(value) < 10 else measured(value, words)


def level_text(value: float | None, kind: Kind, words: Words) -> str:
    """A mean; of yes and no the share that says yes."""
    if value is None:
        return words("compared.number.none")
    return percentage(value, words.language) if kind is Kind.YES_NO else bare_text(value, kind, words)


def _p(row: ComparedRow, words: Words) -> str:
    return "–" if row.p_holm is None else p_value(row.p_holm, words.language).removeprefix("= ")


def _share_difference(row: ComparedRow, words: Words) -> str:
    """In percentage points, with its interval."""
    against = row.against
    if against.share_difference is None or against.share_low is None or against.share_high is None:
        return words("compared.number.none")
    points = words("compared.number.points", points=signed(against.share_difference * 100, words.language, 0))
    return words("charts.interval", estimate=points, low=whole(against.share_low * 100, words.language),
                 high=whole(against.share_high * 100, words.language))  # fmt: skip
