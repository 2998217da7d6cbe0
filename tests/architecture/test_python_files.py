"""How a Python file of the house looks: its name, its size, what it says and what it leaves to others."""

import ast
import re
import statistics
from collections.abc import Iterator

import pytest

from tests.architecture.source_files import SourceFile, lies_in, python_files

NAMES_THAT_SAY_NOTHING = {
    "util", "utils", "utilities", "helper", "helpers", "common", "manager", "managers", "service", "services", "misc",
}  # fmt: skip
MOST_LINES = 250
MOST_LINES_OF_A_PAGE = 60
LONG_FUNCTION = 40

LONG_SQL = re.compile(
    r"\s*(--\s|with\b.*\bas\s*\(|select\b.*\bfrom\b|insert\s+into\b|update\b.*\bset\b|delete\s+from\b|create\s+(or|table)\b)",
    re.IGNORECASE | re.DOTALL,
)
STATE = {"session_state", "cache_data", "cache_resource"}
STATE_LIVES_IN = (
    "dashboard.workspace", "dashboard.reader", "dashboard.components",
    "dashboard.impact.library", "dashboard.impact.shelf", "dashboard.impact.visitor", "dashboard.impact.components",
)  # fmt: skip
PAGES = ("dashboard.pages", "dashboard.impact.screens")


def vague_names(file: SourceFile) -> list[str]:
    parts = {part for name in file.module.split(".") for part in name.strip("_").split("_")}
    return [f"{file.path}: {part} says nothing" for part in sorted(parts & NAMES_THAT_SAY_NOTHING)]


def swallowed_errors(file: SourceFile) -> list[str]:
    """Law 8: no bare except, and nothing caught only to be dropped."""
    handlers = [node for node in ast.walk(file.tree) if isinstance(node, ast.ExceptHandler)]
    return [file.at(node, "catches everything") for node in handlers if node.type is None] + [
        file.at(node, "drops what it catches") for node in handlers if all(isinstance(x, ast.Pass) for x in node.body)
    ]


def printing(file: SourceFile) -> list[str]:
    """Answers are returned; only the command line and the makers of sample data speak."""
    if file.module == "pipelines.__main__" or lies_in(file.module, "sample_data"):
        return []
    calls = [node for node in ast.walk(file.tree) if isinstance(node, ast.Call)]
    return [file.at(node, "prints") for node in calls if isinstance(node.func, ast.Name) and node.func.id == "print"]


def sql_in_strings(file: SourceFile) -> list[str]:
    """SQL beyond a one-line read belongs in a .sql file; outside pipelines even one line is too much."""
    return [
        file.at(node, "SQL in a string")
        for node, text in strings(file.tree)
        if LONG_SQL.match(text) and (node.end_lineno != node.lineno or not lies_in(file.module, "pipelines"))
    ]


def strings(tree: ast.Module) -> Iterator[tuple[ast.Constant | ast.JoinedStr, str]]:
    """Every string that is no docstring; what an f-string fills in reads as a blank."""
    inside = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield node, "".join(part.value if isinstance(part, ast.Constant) else "_" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in inside | docstrings:
            yield node, node.value


def missing_docstrings(file: SourceFile) -> list[str]:
    """Every module says what it is for."""
    return [f"{file.path}: no docstring"] if file.text.strip() and not ast.get_docstring(file.tree) else []


def unexplained_functions(file: SourceFile, callers: tuple[SourceFile, ...] = ()) -> list[str]:
    """A function of pipelines that another room uses says what it gives."""
    if not lies_in(file.module, "pipelines"):
        return []
    functions = [node for node in file.tree.body if isinstance(node, ast.FunctionDef) and not ast.get_docstring(node)]
    used = names_used_elsewhere(file, callers or python_files()) if functions else set()
    return [
        file.at(node, f"{node.name} is used in other rooms and has no docstring")
        for node in functions
        if node.name in used
    ]


def names_used_elsewhere(file: SourceFile, callers: tuple[SourceFile, ...]) -> set[str]:
    room = file.module.rpartition(".")[0]
    return {
        name
        for caller in callers
        if caller.module.rpartition(".")[0] != room
        for module, name in caller.names_imported
        if module == file.module
    }


def thawed_models(file: SourceFile) -> list[str]:
    """Law 9: a model derives from Frozen and leaves it frozen; in pipelines a dataclass is frozen too."""
    if file.module == "pipelines.domain.frozen":
        return []
    found = []
    for node in ast.walk(file.tree):
        if isinstance(node, ast.ClassDef):
            if any(name_of(base) == "BaseModel" for base in node.bases):
                found.append(file.at(node, f"{node.name} derives from BaseModel, not from Frozen"))
            if any(name_of(base) == "BaseSettings" for base in node.bases) and not says_frozen(node.keywords):
                found.append(file.at(node, f"{node.name} holds settings that are not frozen"))
            marks = node.decorator_list if lies_in(file.module, "pipelines") else []
            if any("dataclass" in ast.dump(mark) and not is_frozen(mark) for mark in marks):
                found.append(file.at(node, f"{node.name} is a dataclass that is not frozen"))
        elif isinstance(node, ast.Name) and node.id == "model_config":
            found.append(file.at(node, "changes model_config"))
    return found


def name_of(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def is_frozen(decorator: ast.expr) -> bool:
    return says_frozen(decorator.keywords if isinstance(decorator, ast.Call) else [])


def says_frozen(keywords: list[ast.keyword]) -> bool:
    return any(word.arg == "frozen" and getattr(word.value, "value", False) is True for word in keywords)


def state_out_of_place(file: SourceFile) -> list[str]:
    """Streamlit's state and caches have one owner in each entry; a component owns its own keys."""
    if any(lies_in(file.module, place) for place in STATE_LIVES_IN):
        return []
    attributes = [node for node in ast.walk(file.tree) if isinstance(node, ast.Attribute)]
    return [file.at(node, f"uses {node.attr}") for node in attributes if node.attr in STATE]


def too_long(file: SourceFile) -> list[str]:
    is_page = any(lies_in(file.module, place) for place in PAGES)
    most = MOST_LINES_OF_A_PAGE if is_page else MOST_LINES
    lines = len(file.text.splitlines())
    return [f"{file.path}: {lines} lines, at most {most}"] if lines > most else []


LAWS = (
    vague_names, swallowed_errors, printing, sql_in_strings, missing_docstrings, unexplained_functions, thawed_models,
    state_out_of_place, too_long,
)  # fmt: skip


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_every_file_keeps_the_law(law):
    assert "\n".join(finding for file in python_files() for finding in law(file)) == ""


@pytest.mark.parametrize("law", [vague_names, swallowed_errors], ids=lambda law: law.__name__)
def test_the_tests_keep_the_law_too(law):
    assert "\n".join(finding for file in python_files("tests") for finding in law(file)) == ""


def test_functions_are_short():
    lengths = sorted(
        node.end_lineno - node.lineno + 1
        for file in python_files()
        for node in ast.walk(file.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    assert statistics.median(lengths) <= 13
    assert sum(length < LONG_FUNCTION for length in lengths) / len(lengths) >= 0.95


@pytest.mark.parametrize(
    ("law", "path", "text"),
    [
        (vague_names, "pipelines/utils.py", ""),
        (vague_names, "dashboard/chart_helpers.py", ""),
        (vague_names, "pipelines/common/dates.py", ""),
        (vague_names, "pipelines/store/session_manager.py", ""),
        (swallowed_errors, "pipelines/a.py", "try:\n    x()\nexcept:\n    y()"),
        (swallowed_errors, "pipelines/a.py", "try:\n    x()\nexcept ValueError:\n    pass"),
        (printing, "pipelines/a.py", "def f():\n    print(1)"),
        (sql_in_strings, "pipelines/a.py", 'x = """select a\nfrom b"""'),
        (sql_in_strings, "pipelines/a.py", 'x = ("select a "\n     "from b")'),
        (sql_in_strings, "pipelines/a.py", 'x = f"""with a as (\nselect {y}) select * from a"""'),
        (sql_in_strings, "pipelines/a.py", 'x = """\n    INSERT INTO t VALUES (1)"""'),
        (sql_in_strings, "dashboard/a.py", 'x = "select a from b"'),
        (missing_docstrings, "dashboard/a.py", "x = 1"),
        (thawed_models, "pipelines/a.py", "class A(BaseModel): ..."),
        (thawed_models, "pipelines/a.py", "class A(pydantic.BaseModel): ..."),
        (thawed_models, "pipelines/a.py", "class A(BaseSettings, extra='forbid'): ..."),
        (thawed_models, "pipelines/a.py", "@dataclass\nclass A: ..."),
        (thawed_models, "pipelines/a.py", "@dataclass(frozen=False)\nclass A: ..."),
        (thawed_models, "pipelines/a.py", "class A(Frozen):\n    model_config = ConfigDict(frozen=False)"),
        (state_out_of_place, "dashboard/pages/a.py", "import streamlit as st\nst.session_state['x'] = 1"),
        (state_out_of_place, "dashboard/charts/a.py", "from streamlit import cache_data\n@st.cache_data\ndef f(): ..."),
        (too_long, "pipelines/a.py", "\n" * 251),
        (too_long, "dashboard/pages/a.py", "\n" * 61),
    ],
)
def test_a_breach_is_seen(law, path: str, text: str):
    assert law(SourceFile(path, text))


def test_a_function_that_another_room_uses_without_a_word_is_seen():
    file = SourceFile("pipelines/store/a.py", "def f(): ...\ndef g(): ...")
    callers = (
        SourceFile("pipelines/models/b.py", "from pipelines.store.a import f"),
        SourceFile("pipelines/store/c.py", "from pipelines.store.a import g"),
    )
    assert unexplained_functions(file, callers) == [
        "pipelines/store/a.py:1: f is used in other rooms and has no docstring"
    ]


def test_what_is_allowed_is_let_through():
    text = '"""Select a row from the table."""\n\nNAME = "select name from registered.project"\n'
    assert sql_in_strings(SourceFile("pipelines/a.py", text)) == []
    assert thawed_models(SourceFile("pipelines/a.py", "@dataclass(frozen=True)\nclass A: ...")) == []
    assert state_out_of_place(SourceFile("dashboard/workspace.py", "st.session_state")) == []
