"""Which version of the product this is."""

import tomllib
from functools import cache
from pathlib import Path

PROJECT_FILE = Path(__file__).parents[1] / "pyproject.toml"


@cache
def version() -> str:
    return tomllib.loads(PROJECT_FILE.read_text(encoding="utf-8"))["project"]["version"]
