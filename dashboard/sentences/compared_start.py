"""Whether two groups were alike before anything happened, in words and as a table."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import signed, whole
from dashboard.sentences.compared import Sides, row_names, some_names
from dashboard.sentences.compared_numbers import change_text, level_text
from dashboard.sentences.compared_rows import ComparedRow, measured, turned
from pipelines.domain.comparison import Equivalence

VERDICTS: tuple[Equivalence, ...] = ("differs", "caution", "fine", "unknown")

Rows = Sequence[ComparedRow]
Group = tuple[str, list[list[str]]]


def start_sentences(rows: Rows, of: Sides, parts: str, words: Words) -> list[str]:
    """On how many rows both groups started differently, and which of them was worse off there."""
    judged = [row for row in _least_alike_first(rows) if row.against.equivalence != "unknown"]
    if not judged:
        return [words("compared.start.unknown")]
    differing = [row for row in judged if row.against.equivalence == "differs"]
    key = f"{'differs' if differing else 'alike'}_{_extent(differing, judged)}"
    slots = {"parts": parts, "n": whole(len(differing), words.language), "total": whole(len(judged), words.language)}
    said = words(f"compared.start.{key}", names=some_names(differing or judged, rows, words), **slots)
    return [" ".join(filter(None, [said, _side(differing, of, words)]))]


def start_headings(of: Sides, words: Words) -> list[str]:
    starts = [words("compared.heading.start", who=label) for label in (of.label, of.reference_label)]
    return [words("compared.heading.name"), *starts, words("compared.heading.start_difference")]


def start_groups(rows: Rows, words: Words) -> list[Group]:
    """The rows of the table under their verdict, the least alike first."""
    shown = _least_alike_first(rows)
    cells = list(zip(shown, row_names(shown, words), strict=True))
    groups = [(verdict, [_cells(row, name, words) for row, name in cells if row.against.equivalence == verdict])
              for verdict in VERDICTS]  # fmt: skip
    return [(words(f"compared.verdict.{verdict}"), of_verdict) for verdict, of_verdict in groups if of_verdict]


def _least_alike_first(rows: Rows) -> list[ComparedRow]:
    return sorted(measured(rows), key=lambda row: -abs(row.against.baseline_d or 0.0))


def _extent(differing: Rows, judged: Rows) -> str:
    if len(judged) == 1:
        return "only"
    return "some" if differing and len(differing) < len(judged) else "all"


def _side(differing: Rows, of: Sides, words: Words) -> str:
    """Who was worse off where the groups started differently."""
    if not differing:
        return ""
    gains = [turned(row.against.baseline_difference or 0.0, row.here.direction) for row in differing]
    side = "worse" if max(gains) < 0 else "better" if min(gains) > 0 else "mixed"
    return words(f"compared.start.side.{side}", **of.slots())


def _cells(row: ComparedRow, name: str, words: Words) -> list[str]:
    kind, d = row.here.kind, row.against.baseline_d
    start, there = level_text(row.here.mean_start, kind, words), level_text(row.there.mean_start, kind, words)
    difference = change_text(row.against.baseline_difference, kind, words)
    if d is not None:
        slots = {"difference": difference, "d": signed(d, words.language, 2)}
        difference = words("compared.number.start_difference", **slots)
    return [name, start, there, difference]
