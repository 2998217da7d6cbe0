"""The audit log: added to and never changed, by several at once, and nobody named in it."""

import json
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines.audit_log import AuditLog, Event, UnwritableLog, Way
from pipelines.domain.person import Person
from pipelines.domain.role import Role
from pipelines.domain.secret_key import UnusableKey
from tests.architecture.source_files import HOUSE

ANNA = Person(
    name="Anna de Vries", login="https://id anna-17", roles=frozenset({Role.PROJECT_LEADER, Role.ADMINISTRATOR}),
    shared_with=frozenset({"anna@example.org"}),
)  # fmt: skip
WRITERS, EACH = 4, 200


@pytest.fixture
def log(tmp_path: Path) -> AuditLog:
    return AuditLog(tmp_path / "log" / "audit.jsonl")


def test_a_line_says_when_what_who_and_of_what(log: AuditLog):
    before = datetime.now(UTC)
    log.note(Event.IMPORT, ANNA, project_id=2, import_id=7)
    log.note(Event.OPENING, Way.SHARE_LINK, edition_id="2026-11-east-3f2a9c1d")
    opening, imported = log.read()
    assert before <= imported.at <= datetime.now(UTC)
    assert imported.at.utcoffset().total_seconds() == 0
    assert (imported.event, imported.roles) == (Event.IMPORT, ("administrator", "project_leader"))
    assert (imported.project_id, imported.import_id, len(imported.who)) == (2, 7, 16)
    assert (opening.roles, opening.who, opening.edition_id) == (("share_link",), None, "2026-11-east-3f2a9c1d")


def test_nobody_is_named(log: AuditLog):
    log.note(Event.LOGIN, ANNA)
    text = log.file.read_text(encoding="utf-8").lower()
    assert not [word for word in ("anna", "vries", "example", "https") if word in text]
    assert set(json.loads(text)) == {"at", "event", "roles", "who"}


def test_the_same_person_is_known_again_and_another_installation_knows_them_not(log: AuditLog, tmp_path: Path):
    log.note(Event.LOGIN, ANNA)
    log.note(Event.LOGIN, ANNA.model_copy(update={"name": "A. de Vries"}))
    log.note(Event.LOGIN, ANNA.model_copy(update={"login": "https://id bea-18"}))
    bea, anna_again, anna = log.read()
    assert anna.who == anna_again.who != bea.who
    elsewhere = AuditLog(tmp_path / "elsewhere.jsonl")
    elsewhere.note(Event.LOGIN, ANNA)
    assert elsewhere.read()[0].who != anna.who


def test_whoever_sits_at_this_computer_is_nobody_in_particular(log: AuditLog):
    log.note(Event.ERASURE, Person(roles=frozenset({Role.PROJECT_LEADER})), project_id=1)
    assert (log.read()[0].roles, log.read()[0].who) == (("local",), None)


def test_log_and_key_are_readable_by_their_owner_only(log: AuditLog):
    log.note(Event.LOGIN, ANNA)
    for file in log.file.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_a_key_that_others_read_is_refused(log: AuditLog):
    log.note(Event.LOGIN, ANNA)
    log.file.with_name("audit.jsonl.key").chmod(0o644)
    with pytest.raises(UnusableKey, match="chmod 600"):
        log.note(Event.LOGIN, ANNA)


def test_what_stands_is_never_changed(log: AuditLog):
    log.note(Event.LOGIN, ANNA)
    before = log.file.read_bytes()
    log.note(Event.BACKUP, Way.COMMAND_LINE)
    assert log.file.read_bytes().startswith(before)


def test_a_line_of_somebody_else_is_counted_and_left_out(log: AuditLog):
    log.note(Event.LOGIN, ANNA)
    with log.file.open("a", encoding="utf-8") as opened:
        opened.write('half a li\n{"event": "party"}\n\n')
    assert (len(log.read()), log.count_unreadable()) == (1, 3)


def test_a_log_that_cannot_be_written_is_loud(tmp_path: Path):
    (tmp_path / "audit.jsonl").mkdir()
    with pytest.raises(UnwritableLog, match="cannot be written"):
        AuditLog(tmp_path / "audit.jsonl").note(Event.BACKUP, Way.LOCAL)


WRITE_MANY = """
import sys
from pathlib import Path
from tests.test_audit_log import ANNA, EACH, AuditLog, Event

for edition in range(EACH):
    AuditLog(Path(sys.argv[1])).note(Event.OPENING, ANNA, edition_id=f"{sys.argv[2]}-{edition}-" + "x" * 80)
"""


def test_several_processes_write_at_once_and_no_line_is_lost_or_mixed(log: AuditLog):
    command = [sys.executable, "-c", WRITE_MANY, str(log.file)]
    writers = [subprocess.Popen([*command, str(number)], cwd=HOUSE) for number in range(WRITERS)]
    assert [writer.wait() for writer in writers] == [0] * WRITERS
    lines = log.read()
    assert log.count_unreadable() == 0
    assert len({line.edition_id for line in lines}) == WRITERS * EACH
    assert len({line.who for line in lines}) == 1
