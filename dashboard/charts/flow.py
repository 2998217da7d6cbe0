"""How everybody moved: ribbons from the level at the start to the level at the follow-up, the best level on top.

Each level has one line of its own, at both ends at the same height, so that its name stands there once: level ribbons
stayed, rising ribbons went forward, falling ones back.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, wrap
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.alternatives import at_last, at_start
from dashboard.sentences.values import Movement, last_moment, start_moment, value_name
from pipelines.domain.indicator import Direction
from pipelines.domain.outcome import Outcome

MOST_LEVELS = 8
START_X, LAST_X = 0.5, 0.93
NODE = 0.012
COUNT_WIDTH = 32
NAME_WIDTH = START_X * NARROWEST_WIDTH - COUNT_WIDTH
HEADER_HEIGHT = 20
LARGE_PEOPLE_HEIGHT = 260
OPACITY: dict[Movement, float] = {"same": 0.55, "improved": 0.85, "declined": 0.85}


@dataclass(frozen=True)
class Line:
    """One level: its name and where its people stand, in pixels from the top and pixels per person."""

    level: int
    name: str
    middle: float
    n_start: int
    n_last: int


@dataclass(frozen=True)
class Ribbon:
    start: int
    last: int
    n: int
    movement: Movement


def can_flow(outcome: Outcome) -> bool:
    """Few enough levels to give each a line."""
    return outcome.transitions is not None and 2 <= len(best_first(outcome)) <= MOST_LEVELS and outcome.n_pairs > 0


def flow_figure(outcome: Outcome, words: Words, *, dark: bool) -> Figure:
    """The flow on its own, large. Needs `can_flow`."""
    canvas = Canvas(palette(dark))
    draw_flow(canvas, outcome, words, LARGE_PEOPLE_HEIGHT)
    return canvas.figure(words.language)


def draw_flow(canvas: Canvas, outcome: Outcome, words: Words, people_height: float) -> None:
    """Needs `can_flow`. `people_height`: pixels that all people together take, beside the room for the names."""
    _write_moments(canvas, outcome, words)
    canvas.height += HEADER_HEIGHT
    names = {level: wrap(value_name(outcome, level, words), NAME_WIDTH) for level in best_first(outcome)}
    start, last = at_start(outcome.transitions), at_last(outcome.transitions)
    most = {level: max(start.get(level, 0), last.get(level, 0)) for level in names}
    per_person = people_height / sum(most.values())
    lines = {}
    for level, name in names.items():
        height = line_count(name) * LINE_HEIGHT + 2 + per_person * most[level]
        lines[level] = Line(level, name, canvas.height + height / 2, start.get(level, 0), last.get(level, 0))
        canvas.height += height
    _draw_ribbons(canvas, outcome, lines, per_person)
    _draw_line_ends(canvas, lines.values(), per_person, words)


def best_first(outcome: Outcome) -> list[int]:
    """All levels of the scale, the best first."""
    transitions = outcome.transitions
    found = set(outcome.level_names) | set(transitions.levels if transitions else ())
    return sorted(found, reverse=outcome.direction is Direction.HIGHER)


def ribbons(outcome: Outcome) -> list[Ribbon]:
    """Every move that somebody made, in the order in which they leave and arrive: the best level first."""
    transitions = outcome.transitions
    if transitions is None:
        return []
    at = {level: i for i, level in enumerate(transitions.levels)}
    ordered = [level for level in best_first(outcome) if level in at]
    return [
        Ribbon(start, last, n, _movement(outcome, start, last))
        for start in ordered for last in ordered if (n := transitions.counts[at[start]][at[last]])
    ]  # fmt: skip


def _movement(outcome: Outcome, start: int, last: int) -> Movement:
    if start == last:
        return "same"
    return "improved" if (last > start) == (outcome.direction is Direction.HIGHER) else "declined"


def _write_moments(canvas: Canvas, outcome: Outcome, words: Words) -> None:
    y = canvas.height + HEADER_HEIGHT / 2 - 2
    canvas.write(start_moment(words), START_X + NODE, y, anchor="right", colour=canvas.palette.quiet)
    canvas.write(last_moment(outcome, words), 1.0, y, anchor="right", colour=canvas.palette.quiet)


def _draw_ribbons(canvas: Canvas, outcome: Outcome, lines: dict[int, Line], per_person: float) -> None:
    """One shape per movement, named after it: those who stayed lie under those who moved."""
    leaving = {level: line.middle - line.n_start * per_person / 2 for level, line in lines.items()}
    arriving = {level: line.middle - line.n_last * per_person / 2 for level, line in lines.items()}
    paths: dict[Movement, list[str]] = {"same": [], "declined": [], "improved": []}
    for ribbon in ribbons(outcome):
        height = ribbon.n * per_person
        paths[ribbon.movement].append(_path(leaving[ribbon.start], arriving[ribbon.last], height))
        leaving[ribbon.start] += height
        arriving[ribbon.last] += height
    for movement, drawn in paths.items():
        if drawn:
            canvas.path(" ".join(drawn), canvas.palette.of(movement), name=movement,
                        edge=canvas.palette.edge_of(movement), opacity=OPACITY[movement])  # fmt: skip


def _path(y0: float, y1: float, height: float) -> str:
    x0, x1 = START_X + NODE, LAST_X
    middle = (x0 + x1) / 2
    return (
        f"M {x0},{y0:.2f} C {middle},{y0:.2f} {middle},{y1:.2f} {x1},{y1:.2f} L {x1},{y1 + height:.2f} "
        f"C {middle},{y1 + height:.2f} {middle},{y0 + height:.2f} {x0},{y0 + height:.2f} Z"
    )


def _draw_line_ends(canvas: Canvas, lines: Iterable[Line], per_person: float, words: Words) -> None:
    """The people at both ends of each line as upright blocks, with their number and the name of the level."""
    blocks = []
    for line in lines:
        for n, x in ((line.n_start, START_X), (line.n_last, LAST_X)):
            half = max(n * per_person, 1) / 2
            blocks.append(f"M {x},{line.middle - half:.2f} H {x + NODE} V {line.middle + half:.2f} H {x} Z")
        _write_line(canvas, line, words)
    canvas.path(" ".join(blocks), canvas.palette.ink, name="people", edge=canvas.palette.ink)


def _write_line(canvas: Canvas, line: Line, words: Words) -> None:
    ink = canvas.palette.ink if line.n_start or line.n_last else canvas.palette.quiet
    n_start, n_last = (f"<b>{whole(n, words.language)}</b>" for n in (line.n_start, line.n_last))
    canvas.write(line.name, START_X, line.middle, anchor="right", shift=-COUNT_WIDTH, colour=ink)
    canvas.write(n_start, START_X, line.middle, anchor="right", shift=-7, colour=ink, name=f"start:{line.level}")
    canvas.write(n_last, 1.0, line.middle, anchor="right", colour=ink, name=f"last:{line.level}")
