"""Law 1: no import circles, between files or between folders."""

from collections.abc import Iterable, Mapping

import pytest

from tests.architecture.source_files import SourceFile, python_files

Arrows = Mapping[str, Iterable[str]]


def arrows_between_files(files: Iterable[SourceFile]) -> dict[str, set[str]]:
    modules = {file.module for file in files}
    return {file.module: (modules & set(file.imports(modules))) - {file.module} for file in files}


def arrows_between_rooms(files: Iterable[SourceFile]) -> dict[str, set[str]]:
    """A room is a folder inside a package, or a file that lies loose in the package."""
    arrows: dict[str, set[str]] = {}
    for module, targets in arrows_between_files(files).items():
        rooms = arrows.setdefault(room_of(module), set())
        rooms |= {room_of(target) for target in targets} - {room_of(module)}
    return arrows


def room_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


def circles(arrows: Arrows) -> list[str]:
    """Every way that leads back to where it began, once."""
    found: dict[frozenset[str], str] = {}

    def walk(way: tuple[str, ...]) -> None:
        for target in arrows.get(way[-1], ()):
            if target in way:
                circle = way[way.index(target) :]
                found.setdefault(frozenset(circle), " → ".join((*circle, target)))
            elif target not in seen:
                walk((*way, target))
        seen.add(way[-1])

    seen: set[str] = set()
    for start in arrows:
        if start not in seen:
            walk((start,))
    return sorted(found.values())


def test_no_file_imports_itself_by_a_detour():
    assert "\n".join(circles(arrows_between_files(python_files()))) == ""


def test_no_room_imports_itself_by_a_detour():
    assert "\n".join(circles(arrows_between_rooms(python_files()))) == ""


@pytest.mark.parametrize(
    "files",
    [
        {"pipelines/store/a.py": "import pipelines.store.b", "pipelines/store/b.py": "from pipelines.store import a"},
        {
            "pipelines/store/a.py": "from pipelines.store.b import x",
            "pipelines/store/b.py": "def f():\n    from pipelines.store.c import y",
            "pipelines/store/c.py": "from pipelines.store.a import z",
        },
    ],
)
def test_a_circle_between_files_is_seen(files: dict[str, str]):
    assert circles(arrows_between_files([SourceFile(path, text) for path, text in files.items()]))


def test_a_circle_between_folders_is_seen_where_the_files_have_none():
    files = [
        SourceFile("dashboard/charts/flow.py", "from dashboard.components.frame import frame"),
        SourceFile("dashboard/components/frame.py", ""),
        SourceFile("dashboard/components/choice.py", "from dashboard.charts.colours import TEAL"),
        SourceFile("dashboard/charts/colours.py", ""),
    ]
    assert circles(arrows_between_files(files)) == []
    assert circles(arrows_between_rooms(files))
