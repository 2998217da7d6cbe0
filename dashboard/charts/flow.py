"""How everybody moved: ribbons from the level at the start to the level at the follow-up, the best level on top.

Each level has one line of its own, at both ends at the same height, so that its name stands there once: level ribbons
stayed, rising ribbons went forward, falling ones back.
"""

from dataclasses import dataclass

from dashboard.charts.canvas import Canvas, Figure
from dashboard.charts.labels import LINE_HEIGHT, NARROWEST_WIDTH, line_count, text_width, wrap
from dashboard.charts.moves import best_first, ribbons
from dashboard.charts.palette import palette
from dashboard.language import Words
from dashboard.notation import whole
from dashboard.sentences.alternatives import at_last, at_start
from dashboard.sentences.values import Movement, last_moment, start_moment, value_name
from pipelines.domain.outcome import Outcome

START_X = 0.5
NODE = 0.012
SPACE = 7
HEADER_HEIGHT = 20
LARGE_PEOPLE_HEIGHT = 260
OPACITY: dict[Movement, float] = {"same": 0.55, "improved": 0.85, "declined": 0.85}


@dataclass(frozen=True)
class Line:
    """One level: its name, where its line lies in pixels from the top, and who stands on it at both ends."""

    level: int
    name: str
    middle: float
    n_start: int
    n_last: int


@dataclass(frozen=True)
class Layout:
    """`per_person` in pixels, `count_width` in pixels, `last_x` as a share of the width."""

    lines: dict[int, Line]
    per_person: float
    count_width: float
    last_x: float


def flow_figure(outcome: Outcome, words: Words, *, dark: bool) -> Figure:
    """The flow on its own, large. Needs `can_flow`."""
    canvas = Canvas(palette(dark))
    draw_flow(canvas, outcome, words, LARGE_PEOPLE_HEIGHT)
    return canvas.figure(words.language)


def draw_flow(canvas: Canvas, outcome: Outcome, words: Words, people_height: float) -> None:
    """Needs `can_flow`. `people_height`: pixels that all people together take, beside the room for the names."""
    _write_moments(canvas, outcome, words)
    layout = _lay_out(canvas, outcome, words, people_height)
    _draw_ribbons(canvas, outcome, layout)
    _draw_line_ends(canvas, layout)
    for line in layout.lines.values():
        _write_line(canvas, line, layout, words)


def _lay_out(canvas: Canvas, outcome: Outcome, words: Words, people_height: float) -> Layout:
    """Moves the canvas to below the last line."""
    start, last = at_start(outcome.transitions), at_last(outcome.transitions)
    count_width = text_width(whole(max(*start.values(), *last.values()), words.language)) + SPACE
    name_width = START_X * NARROWEST_WIDTH - count_width - SPACE
    names = {level: wrap(value_name(outcome, level, words), name_width) for level in best_first(outcome)}
    most = {level: max(start.get(level, 0), last.get(level, 0)) for level in names}
    per_person = people_height / sum(most.values())
    lines = {}
    for level, name in names.items():
        height = line_count(name) * LINE_HEIGHT + 2 + per_person * most[level]
        lines[level] = Line(level, name, canvas.height + height / 2, start.get(level, 0), last.get(level, 0))
        canvas.height += height
    return Layout(lines, per_person, count_width, last_x=1 - NODE - count_width / NARROWEST_WIDTH)


def _write_moments(canvas: Canvas, outcome: Outcome, words: Words) -> None:
    y = canvas.height + HEADER_HEIGHT / 2 - 2
    canvas.write(start_moment(words), START_X + NODE, y, anchor="right", colour=canvas.palette.quiet)
    canvas.write(last_moment(outcome, words), 1.0, y, anchor="right", colour=canvas.palette.quiet)
    canvas.height += HEADER_HEIGHT


def _draw_ribbons(canvas: Canvas, outcome: Outcome, layout: Layout) -> None:
    """One shape per movement, named after it: those who stayed lie under those who moved."""
    lines, per_person = layout.lines, layout.per_person
    leaving = {level: line.middle - line.n_start * per_person / 2 for level, line in lines.items()}
    arriving = {level: line.middle - line.n_last * per_person / 2 for level, line in lines.items()}
    paths: dict[Movement, list[str]] = {"same": [], "declined": [], "improved": []}
    for ribbon in ribbons(outcome):
        height = ribbon.n * per_person
        paths[ribbon.movement].append(_path(leaving[ribbon.start], arriving[ribbon.last], height, layout.last_x))
        leaving[ribbon.start] += height
        arriving[ribbon.last] += height
    for movement, drawn in paths.items():
        if drawn:
            canvas.path(" ".join(drawn), canvas.palette.of(movement), name=movement,
                        edge=canvas.palette.edge_of(movement), opacity=OPACITY[movement])  # fmt: skip


def _path(y0: float, y1: float, height: float, last_x: float) -> str:
    x0, x1 = START_X + NODE, last_x
    middle = (x0 + x1) / 2
    return (
        f"M {x0},{y0:.2f} C {middle:.4f},{y0:.2f} {middle:.4f},{y1:.2f} {x1:.4f},{y1:.2f} L {x1:.4f},{y1 + height:.2f} "
        f"C {middle:.4f},{y1 + height:.2f} {middle:.4f},{y0 + height:.2f} {x0},{y0 + height:.2f} Z"
    )


def _draw_line_ends(canvas: Canvas, layout: Layout) -> None:
    """The people at both ends of each line as upright blocks; nobody is a dash."""
    blocks = []
    for line in layout.lines.values():
        for n, x in ((line.n_start, START_X), (line.n_last, layout.last_x)):
            half = max(n * layout.per_person, 1) / 2
            blocks.append(f"M {x:.4f},{line.middle - half:.2f} H {x + NODE:.4f} V {line.middle + half:.2f} H {x:.4f} Z")
    canvas.path(" ".join(blocks), canvas.palette.ink, name="people", edge=canvas.palette.ink)


def _write_line(canvas: Canvas, line: Line, layout: Layout, words: Words) -> None:
    ink = canvas.palette.ink if line.n_start or line.n_last else canvas.palette.quiet
    n_start, n_last = (f"<b>{whole(n, words.language)}</b>" for n in (line.n_start, line.n_last))
    canvas.write(line.name, START_X, line.middle, anchor="right", shift=-layout.count_width - SPACE, colour=ink)
    canvas.write(n_start, START_X, line.middle, anchor="right", shift=-SPACE, colour=ink, name=f"start:{line.level}")
    canvas.write(n_last, 1.0, line.middle, anchor="right", colour=ink, name=f"last:{line.level}")
