"""One file, overridden by the environment; what is not right is said in a sentence."""

import tomllib
from pathlib import Path

import pytest

from pipelines.settings import Settings, WrongSettings, read_settings
from tests.architecture.source_files import HOUSE

EXAMPLE = HOUSE / "docs" / "tel_en_vertel.example.toml"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file that holds, still empty."""
    file = tmp_path / "tel_en_vertel.toml"
    file.touch()
    monkeypatch.setenv("TEL_EN_VERTEL_SETTINGS", str(file))
    return file


def complaint(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongSettings) as fault:
        read_settings()
    return str(fault.value)


def test_the_example_loads_and_is_what_holds_without_a_file(file: Path):
    nothing_said = read_settings()
    file.write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    assert read_settings() == nothing_said
    assert nothing_said.mode == "local"


def test_the_example_explains_every_setting():
    text = EXAMPLE.read_text(encoding="utf-8")
    every_line = text.replace("# key_file =", "key_file =").replace("# audit_log =", "audit_log =")
    assert set(tomllib.loads(every_line)) == set(Settings.model_fields)
    for line, before in zip(text.splitlines()[1:], text.splitlines(), strict=False):
        if line.startswith(tuple(f"{name} =" for name in Settings.model_fields)):
            assert before.startswith("#"), f"{line} is not explained"


def test_the_environment_goes_before_the_file(file: Path, monkeypatch: pytest.MonkeyPatch):
    file.write_text('db = "from_file.duckdb"\n[people]\nfunder = ["file@example.org"]', encoding="utf-8")
    monkeypatch.setenv("TEL_EN_VERTEL_DB", "from_environment.duckdb")
    monkeypatch.setenv("TEL_EN_VERTEL_PEOPLE__ADMINISTRATOR", '["Boss@Example.org"]')
    settings = read_settings()
    assert settings.db == Path("from_environment.duckdb")
    assert settings.people.administrator == ("boss@example.org",)
    assert settings.people.funder == ("file@example.org",)


def test_a_change_of_the_file_holds_at_once(file: Path):
    file.write_text('[people]\nfunder = ["a@example.org"]', encoding="utf-8")
    assert read_settings().people.funder
    file.write_text("", encoding="utf-8")
    assert not read_settings().people.funder


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("minimum_cell_size = 4", "minimum_cell_size is 4, and should be a whole number from 5 to 50."),
        ('mode = "open"', 'mode is \'open\', and should be "local" or "served".'),
        ("login_hours = 0", "login_hours is 0, and should be a whole number of hours, from 1 to 720."),
        ('impact_app = "javascript:1"', "impact_app is 'javascript:1', and should be an address, like"),
        ("colour = 1", "colour is no setting. There are mode, db,"),
        ('[people]\nboss = ["x"]', "people.boss is no setting. There are project_leader, second_reader,"),
        ('[people]\nfunder = "a@example.org"', 'people.funder should be a list: ["one", "two"].'),
        ("mode =", "cannot be read: Invalid value"),
    ],
)
def test_what_is_not_right_is_named_with_what_would_be(file: Path, text: str, sentence: str):
    assert sentence in complaint(file, text)


def test_nobodys_address_stands_in_a_complaint(file: Path):
    assert "example" not in complaint(file, '[people]\nfunder = "a@example.org"')


def test_a_file_that_is_named_and_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEL_EN_VERTEL_SETTINGS", str(tmp_path / "gone.toml"))
    with pytest.raises(WrongSettings, match=r"there is no such file"):
        read_settings()


@pytest.mark.parametrize("variable", ["TEL_EN_VERTEL_MODUS", "TEL_EN_VERTEL_PERSONS__FUNDER"])
def test_a_misspelt_variable_is_told(file: Path, monkeypatch: pytest.MonkeyPatch, variable: str):
    monkeypatch.setenv(variable, "served")
    with pytest.raises(WrongSettings, match=f"{variable} is no setting"):
        read_settings()


def test_a_list_in_the_environment_is_json(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEL_EN_VERTEL_PEOPLE__FUNDER", "a@example.org")
    with pytest.raises(WrongSettings, match="Write lists as JSON"):
        read_settings()


def test_the_audit_log_lies_beside_the_database_unless_a_file_is_named(file: Path):
    assert read_settings().audit_log_of(Path("a/b.duckdb")) == Path("a/b.duckdb.audit.jsonl")
    file.write_text('audit_log = "elsewhere.jsonl"', encoding="utf-8")
    assert read_settings().audit_log_of(Path("a/b.duckdb")) == Path("elsewhere.jsonl")


def test_the_readers_log_lies_among_the_editions_unless_a_file_is_named(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEL_EN_VERTEL_EDITIONS", "shown")
    assert read_settings().readers_audit_log == Path("shown/audit.jsonl")
    file.write_text('audit_log = "elsewhere.jsonl"', encoding="utf-8")
    assert read_settings().readers_audit_log == Path("elsewhere.jsonl")
