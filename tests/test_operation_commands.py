"""A back-up on the command line, putting it back, and what the audit log keeps of the command line."""

import json
from pathlib import Path

import pytest
import typer

from pipelines.audit_log import AuditLog, Event
from pipelines.commands.editions import minimum_that_holds
from tests.test_command_line import GOOD, answer, run


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with one import in project P."""
    (tmp_path / "good.csv").write_text(GOOD, encoding="utf-8")
    db = tmp_path / "data" / "x.duckdb"
    answer("import", tmp_path / "good.csv", "--db", db, "--project", "P", "--instrument", "zrm_2017")
    return db


def refused(*arguments: str | Path) -> dict[str, str]:
    done = run(*arguments, "--json")
    assert done.returncode == 1, done.stderr
    return json.loads(done.stdout)


def test_there_and_back(db: Path, tmp_path: Path):
    copy, key_copy = tmp_path / "backups" / "x.duckdb", tmp_path / "keys" / "x.key"
    key_copy.parent.mkdir()
    made = answer("backup", "--db", db, "--to", copy, "--key-to", key_copy)
    assert (made["backup"], made["bytes"]) == (str(copy), copy.stat().st_size)
    key = db.with_name("x.duckdb.key")
    assert (made["key"], key_copy.read_text(), len(made["key_fingerprint"])) == (str(key), key.read_text(), 64)
    answer("withdraw", "1", "--db", db)
    assert refused("restore", "--from", copy, "--db", db)["error"] == "BackupRefused"
    assert answer("restore", "--from", copy, "--db", db, "--replace")["database"] == str(db)
    assert answer("imports", "--db", db)[0]["status"] == "imported"


def test_what_cannot_be_done_is_one_sentence(db: Path, tmp_path: Path):
    copy = tmp_path / "x.copy"
    answer("backup", "--db", db, "--to", copy)
    again = refused("backup", "--db", db, "--to", copy)
    assert again == {
        "error": "BackupRefused",
        "message": f"{copy} exists already: choose another name, or remove it first.",
    }
    beside = refused("backup", "--db", db, "--to", tmp_path / "y.copy", "--key-to", tmp_path / "y.key")
    assert "keep the key apart" in beside["message"]
    assert not (tmp_path / "y.copy").exists()
    assert refused("restore", "--from", copy, "--db", tmp_path / "new" / "x.duckdb")["error"] == "KeyUnavailable"
    assert refused("restore", "--from", tmp_path / "good.csv", "--db", db, "--replace")["error"] == "UnknownStore"


def test_the_command_line_is_in_the_audit_log(db: Path, tmp_path: Path):
    answer("import", tmp_path / "good.csv", "--db", db, "--project", "P", "--instrument", "zrm_2017")  # unchanged
    answer("erase", "--db", db, "--project", "P", "--participant", "3")
    answer("withdraw", "1", "--db", db)
    answer("backup", "--db", db, "--to", tmp_path / "copy")
    log = AuditLog(db.with_name("x.duckdb.audit.jsonl"))
    lines = [(line.event, line.project_id, line.import_id) for line in reversed(log.read())]
    assert lines == [
        (Event.IMPORT, 1, 1), (Event.ERASURE, 1, None), (Event.WITHDRAW, 1, 1), (Event.BACKUP, None, None),
    ]  # fmt: skip
    assert {line.roles for line in log.read()} == {("command_line",)}
    assert '"P"' not in log.file.read_text(encoding="utf-8")


def test_wrong_settings_are_one_sentence(db: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TEL_EN_VERTEL_MODE", "open")
    fault = refused("projects", "--db", db)
    assert fault == {"error": "WrongSettings", "message": 'mode is \'open\', and should be "local" or "served".'}


def test_no_edition_hides_less_than_the_settings_say(monkeypatch: pytest.MonkeyPatch):
    assert minimum_that_holds(None) == 10
    assert (minimum_that_holds(15), minimum_that_holds(5)) == (15, 5)
    monkeypatch.setenv("TEL_EN_VERTEL_MINIMUM_CELL_SIZE", "20")
    assert minimum_that_holds(None) == 20
    with pytest.raises(typer.BadParameter, match="under 20"):
        minimum_that_holds(15)
