"""The commands that read findings: the JSON that programs build on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.test_command_line import answer, run

MEASUREMENTS = """deelnemer;meetmoment;datum;Financiën
1;0;10-01-2025;2
1;1;10-07-2025;4
2;0;11-01-2025;3
2;1;11-07-2025;3
3;0;11-01-2025;2
3;1;12-07-2025;2
4;0;11-01-2025;3
4;1;12-07-2025;2
"""
PEOPLE = """deelnemer;groep;instroomdatum;uitstroomdatum;reden uitstroom
1;deelnemer;02-01-2025;;
2;deelnemer;03-04-2025;01-09-2025;verhuisd
3;vergelijkingsgroep;05-01-2025;;
4;vergelijkingsgroep;05-01-2025;;
"""
GOALS = "deelnemer;leefgebied;doel;afgesproken op;bereikt\n1;Financiën;post openen;20-01-2025;1\n"


@pytest.fixture(scope="module")
def road(tmp_path_factory: pytest.TempPathFactory) -> tuple[str | Path, ...]:
    """Where a project is that was imported once, as the command line wants it said."""
    folder = tmp_path_factory.mktemp("findings")
    road = ("--db", folder / "x.duckdb", "--project", "P")
    files = {"metingen.csv": MEASUREMENTS, "deelnemers.csv": PEOPLE, "doelen.csv": GOALS}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    answer("import", *(folder / name for name in files), *road, "--instrument", "zrm_2017")
    return road


@pytest.fixture
def ask(road: tuple[str | Path, ...]) -> Callable[..., Any]:
    return lambda command, *more: answer(command, *road, *more)


def test_the_flow_is_a_row_a_period(ask: Callable[..., Any]):
    rows = ask("flow", "--period", "quarter", "--as-of", "2025-09-30")
    assert rows == [
        {"period": "2025-Q1", "begin": 0, "entered": 1, "left": 0, "end": 1, "reasons": {}},
        {"period": "2025-Q2", "begin": 1, "entered": 1, "left": 0, "end": 2, "reasons": {}},
        {"period": "2025-Q3", "begin": 2, "entered": 0, "left": 1, "end": 1, "reasons": {"moved": 1}},
    ]


def test_goals_come_together_first_and_then_by_life_domain(ask: Callable[..., Any]):
    together, finances = ask("goals")
    assert (together["life_domain"], together["n_goals"], together["n_attained"]) == (None, 1, 1)
    assert finances["life_domain"] == "finances"


def test_the_trajectory_is_a_row_an_indicator_and_moment(ask: Callable[..., Any]):
    start, first = ask("trajectory")
    assert (start["moment"], start["n"], start["n_pairs"], start["shares"]) == (0, 2, 0, None)
    assert (first["moment"], first["n"], first["mean"], first["n_pairs"], first["mean_change"]) == (1, 2, 3.5, 2, 1.0)
    assert first["shares"] == {"improved": 0.5, "same": 0.5, "declined": 0.0}
    assert first["counts"] == {"3": 1, "4": 1}
    assert [row["group"] for row in ask("trajectory", "--by", "group")] == ["comparison"] * 2 + ["participant"] * 2


def test_a_comparison_is_a_row_an_indicator_and_group(ask: Callable[..., Any]):
    ours, theirs = ask("compare", "--group-attribute", "group", "--reference", "comparison")
    assert (ours["group"], ours["n_pairs"], ours["mean_change"], ours["difference"]) == ("participant", 2, 1.0, 1.5)
    assert ours["low"] < 1.5 < ours["high"]
    assert (ours["baseline_difference"], ours["share_difference"]) == (0.0, 0.5)
    assert (theirs["group"], theirs["difference"], theirs["share_low"], theirs["p"]) == ("comparison", None, None, None)


def test_a_group_that_is_not_there_is_refused(road: tuple[str | Path, ...]):
    done = run("compare", *road, "--reference", "nobody", "--json")
    assert (done.returncode, "UnknownGroup" in done.stdout) == (1, True)
