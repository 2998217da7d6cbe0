"""The documents keep step with the product: links, commands, words, generated pages, versions."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
import typer

from docs.manual.reference import pages
from pipelines.__main__ import application
from pipelines.ingest.mapping.column_mapping import read_mapping
from pipelines.instruments.catalogue import read_set
from tests.architecture.source_files import HOUSE, files_under, python_files

DOCUMENTS = [file for file in files_under() if file.suffix == ".md"]
DECISIONS = HOUSE / "docs" / "decisions"
MANUAL = HOUSE / "docs" / "manual"
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def broken_links(file: Path, text: str) -> list[str]:
    targets = [target for target in LINK.findall(text) if "://" not in target]
    return [f"{file.relative_to(HOUSE)}: {target}" for target in targets if not (file.parent / target).exists()]


def commands_in(text: str) -> set[str]:
    """The first word after every call of the command line, in full or by the alias `tel`."""
    return set(re.findall(r"^(?:tel|.*-m pipelines) (?!\()([a-z]+)\b", text, re.MULTILINE))


def toml_in(text: str) -> list[str]:
    return re.findall(r"```toml\n(.*?)```", text, re.DOTALL)


def words_in(glossary: str) -> set[str]:
    return set(re.findall(r"`(\w+)`", glossary))


def test_every_link_leads_somewhere():
    found = [link for file in DOCUMENTS for link in broken_links(file, file.read_text(encoding="utf-8"))]
    assert "\n".join(found) == ""


def test_a_link_to_nowhere_is_seen():
    assert broken_links(HOUSE / "README.md", "[gone](docs/gone.md#there)")


def test_every_command_in_the_documents_exists_and_is_shown():
    commands = set(typer.main.get_command(application).commands)
    for name in ("README.md", "README.nl.md"):
        assert commands_in((HOUSE / name).read_text(encoding="utf-8")) == commands, name


def test_a_command_is_recognised_in_both_spellings():
    assert commands_in(".venv/bin/python -m pipelines import x\ntel withdraw 3\n") == {"import", "withdraw"}


def test_the_generated_pages_are_in_step():
    for file, text in pages().items():
        assert file.read_text(encoding="utf-8") == text, f"{file.relative_to(HOUSE)}: run `make manual`"


def test_the_manual_has_the_same_pages_in_both_languages():
    dutch, english = (LINK.findall((MANUAL / language / "README.md").read_text("utf-8")) for language in ("nl", "en"))
    assert len(dutch) == len(english)
    for language, named in (("nl", dutch), ("en", english)):
        there = {file.name for file in (MANUAL / language).glob("*.md")} - {"README.md"}
        assert there == {name for name in named if "/" not in name}


@pytest.mark.parametrize("page", ["nl/kolomindeling.md", "en/mapping.md"])
def test_every_mapping_in_the_manual_can_be_read(page: str):
    examples = toml_in((MANUAL / page).read_text(encoding="utf-8"))
    assert len(examples) == 7
    assert all(read_mapping(example) != read_mapping("") for example in examples)


@pytest.mark.parametrize("page", ["nl/kolomindeling.md", "en/mapping.md"])
def test_every_part_of_a_mapping_has_an_example(page: str):
    examples = map(read_mapping, toml_in((MANUAL / page).read_text(encoding="utf-8")))
    shown = {part for example in examples for part, said in example if said}
    assert {"instrument", "own_set"} | shown | {"sheets", "ignore"} == set(type(read_mapping("")).model_fields)


def test_the_indicator_set_in_the_guide_can_be_read():
    (example,) = toml_in((HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert read_set(example).indicators


def test_every_model_of_the_vocabulary_is_in_the_glossary():
    explained = words_in((HOUSE / "GLOSSARY.md").read_text(encoding="utf-8"))
    models = {
        node.name
        for file in python_files("pipelines/domain")
        for node in file.tree.body
        if isinstance(node, ast.ClassDef) and node.name != "Frozen"
    }
    assert models - explained == set()


def test_every_decision_is_in_the_index_once():
    files = sorted(file.name for file in DECISIONS.glob("[0-9]*.md"))
    assert [int(name[:2]) for name in files] == list(range(1, len(files) + 1))
    assert LINK.findall((DECISIONS / "README.md").read_text(encoding="utf-8")) == files


def test_every_dependency_has_its_reason():
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(name for extra in project["optional-dependencies"].values() for name in extra)]
    names = {re.match(r"[\w-]+", requirement).group() for requirement in asked}
    reasons = (DECISIONS / "19-dependencies.md").read_text(encoding="utf-8")
    assert {name for name in names if not re.search(rf"\b{name}\b", reasons)} == set()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_with_hashes(name: str):
    text = (HOUSE / name).read_text(encoding="utf-8")
    requirements = re.split(r"\n(?=\w)", text)
    assert len(requirements) > 40
    assert [entry for entry in requirements if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:", entry, re.DOTALL)] == []


def test_the_version_is_the_same_everywhere():
    version = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f'softwareVersion: "{version}"' in (HOUSE / "publiccode.yml").read_text(encoding="utf-8")


def test_the_licence_is_whole():
    text = (HOUSE / "LICENSE").read_text(encoding="utf-8")
    assert [int(number) for number in re.findall(r"^(\d+)\.\s*[A-Z]", text, re.MULTILINE)] == list(range(1, 16))
    assert "EUPL © the European Union 2007, 2016" in text
    assert text.rstrip().endswith("require the production of a new EUPL version.")
