"""The product's own files, read once: what the laws of the house are held against."""

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

HOUSE = Path(__file__).parents[2]
PRODUCT = ("pipelines", "dashboard", "sample_data", "streamlit_app.py")
NOT_OURS = {".git", ".venv", ".data", ".hypothesis", ".pytest_cache", ".ruff_cache", "__pycache__", "node_modules"}


@dataclass(frozen=True)
class SourceFile:
    """One Python file. `path` is relative to the house; a test may make one up to see a law bite."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def module(self) -> str:
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def is_package(self) -> bool:
        return self.path.endswith("__init__.py")

    def at(self, node: ast.AST, sentence: str) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {sentence}"

    @cached_property
    def names_imported(self) -> frozenset[tuple[str, str]]:
        """Module and name of every `from module import name`."""
        return frozenset(
            (node.module, alias.name)
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom) and node.module
            for alias in node.names
        )

    def imports(self, known: Iterable[str] = ()) -> dict[str, ast.AST]:
        """Every module imported, anywhere in the file, with the place; `from a import b` is a.b if that is a module."""
        modules = set(known) or known_modules()
        found: dict[str, ast.AST] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name: node for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    inside = f"{node.module}.{alias.name}"
                    found[inside if inside in modules else node.module] = node
        return found


@cache
def python_files(*roots: str) -> tuple[SourceFile, ...]:
    """The Python files under these roots, the whole product by default."""
    return tuple(
        SourceFile(str(path.relative_to(HOUSE).as_posix()), path.read_text(encoding="utf-8"))
        for root in roots or PRODUCT
        for path in files_under(root)
        if path.suffix == ".py"
    )


@cache
def known_modules() -> frozenset[str]:
    return frozenset(file.module for file in python_files())


def files_under(root: str = ".") -> tuple[Path, ...]:
    """All files of ours under a folder (or the one file), in order of name."""
    start = HOUSE / root
    if start.is_file():
        return (start,)
    paths = sorted(path for path in start.iterdir() if path.name not in NOT_OURS) if start.is_dir() else []
    return tuple(file for path in paths for file in files_under(str(path.relative_to(HOUSE))))


def lies_in(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")
