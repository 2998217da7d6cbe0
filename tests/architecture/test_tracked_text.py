"""What may lie in the house: no way to one machine, no registry, no lock file, no data, no language left out."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from string import Formatter

import pytest

from tests.architecture.source_files import HOUSE, files_under

MACHINE = re.compile(r"(?<![\w.])/(work|root|home|Users)/[\w.]|\b[A-Z]:\\Users\b")
REGISTRY = re.compile(r"pypi\.(org|python)|pythonhosted|index[-_]url\s*=|--(extra-)?index-url\b|npmjs|deb\.debian")
LOCK_FILES = {"uv.lock", "poetry.lock", "Pipfile.lock", "pdm.lock", "package-lock.json", "yarn.lock"}
DATA_FILES = {".duckdb", ".wal", ".key", ".parquet", ".pickle", ".pkl"}
BINARY = {".png", ".xlsx", ".xls", ".ods", ".woff2", ".csv", ".ico"}


def ways_to_a_machine(text: str) -> list[str]:
    return [match.group() for match in MACHINE.finditer(text)]


def registry_addresses(text: str) -> list[str]:
    return [match.group() for match in REGISTRY.finditer(text)]


def out_of_place(name: str) -> bool:
    return name in LOCK_FILES or Path(name).suffix in DATA_FILES


def one_sided_texts(entry: object, where: str = "") -> Iterator[str]:
    """Law 6: what is said in one language is said in the other, with the same slots."""
    if not isinstance(entry, Mapping):
        for place, part in enumerate(entry if isinstance(entry, list) else ()):
            yield from one_sided_texts(part, f"{where}[{place}]")
    elif {"nl", "en"} & set(entry):
        dutch, english = entry.get("nl"), entry.get("en")
        if not dutch or not english:
            yield f"{where}: one language is missing"
        elif isinstance(dutch, str) and (slots(dutch) ^ slots(str(english))) - may_differ(where):
            yield f"{where}: the slots differ"
    else:
        for key, part in entry.items():
            yield from one_sided_texts(part, f"{where}.{key}".strip("."))


def may_differ(where: str) -> set[str]:
    """The form for one may write its number as a word: "1 keer", "once"."""
    return {"n"} if where.endswith(".one") else set()


def slots(text: str) -> set[str | None]:
    return {slot for _, slot, _, _ in Formatter().parse(text)} - {None}


def found_in_texts(law: Callable[[str], list[str]], allowed: set[str]) -> str:
    """One line per finding, over all text files but those allowed."""
    paths = {str(file.relative_to(HOUSE)): file for file in files_under() if file.suffix not in BINARY}
    return "\n".join(
        f"{path}: {finding}"
        for path, file in paths.items()
        if path not in allowed
        for finding in law(file.read_text(encoding="utf-8"))
    )


def test_no_file_names_a_place_on_one_machine():
    this_file = f"tests/architecture/{Path(__file__).name}"
    assert found_in_texts(ways_to_a_machine, allowed={this_file}) == ""


def test_no_file_names_a_registry():
    this_file = f"tests/architecture/{Path(__file__).name}"
    allowed = {this_file, "Makefile"}  # the Makefile says --no-emit-index-url
    assert found_in_texts(registry_addresses, allowed) == ""


def test_no_lock_file_and_no_data_lie_about():
    assert [str(file.relative_to(HOUSE)) for file in files_under() if out_of_place(file.name)] == []


def test_every_text_stands_in_both_languages():
    found = [
        f"{file.relative_to(HOUSE)}: {missing}"
        for file in files_under()
        if file.suffix == ".toml"
        for missing in one_sided_texts(tomllib.loads(file.read_text(encoding="utf-8")))
    ]
    assert "\n".join(found) == ""


@pytest.mark.parametrize("text", ["cd /" + "work/x", "see /home/anna/x", "(/" + "root/.cache)", r"C:\Users\anna"])
def test_a_place_on_one_machine_is_seen(text: str):
    assert ways_to_a_machine(text)


@pytest.mark.parametrize("text", ["--index-url x", "https://pypi.org/simple", "index-url = x", "registry.npmjs.org"])
def test_a_registry_is_seen(text: str):
    assert registry_addresses(text)


@pytest.mark.parametrize("name", ["uv.lock", "project.duckdb", "project.duckdb.wal", "tel_en_vertel.key"])
def test_a_file_out_of_place_is_seen(name: str):
    assert out_of_place(name)


@pytest.mark.parametrize(
    "toml",
    [
        'a = { nl = "hallo" }',
        'a = { nl = "hallo", en = "" }',
        'a = { nl = "{n} mensen", en = "people" }',
        '[a.b]\none = { nl = "{n} mens", en = "{m} person" }',
        '[[a]]\nname = { en = "x" }',
    ],
)
def test_a_text_in_one_language_is_seen(toml: str):
    assert list(one_sided_texts(tomllib.loads(toml)))
