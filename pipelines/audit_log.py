"""The audit log: one line of JSON per event, added and never changed. What was done, when, and by what role.

Nobody's name, address or number is in it: who logged in stands as a keyed hash, so that the same person is known again
and nobody is named. The key lies beside the log. Two processes may write at once: a line is one write at the end.
"""

import hmac
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import ValidationError

from pipelines.domain.frozen import Frozen
from pipelines.domain.person import Person
from pipelines.domain.secret_key import OWNER_ONLY, read_or_make_key

HASH_LETTERS = 16


class Event(StrEnum):
    """What the log knows."""

    LOGIN = "login"
    REFUSED = "refused"
    IMPORT = "import"
    WITHDRAW = "withdraw"
    ERASURE = "erasure"
    SIGN_OFF = "sign_off"
    PUBLISH = "publish"
    SHARE = "share"
    OPENING = "opening"
    DOWNLOAD = "download"
    BACKUP = "backup"
    RESTORE = "restore"


class Way(StrEnum):
    """By which way somebody came who did not log in."""

    LOCAL = "local"
    COMMAND_LINE = "command_line"
    SHARE_LINK = "share_link"
    PUBLIC = "public"


class UnwritableLog(OSError):
    """The log cannot be added to; the message names its file and says why."""


class Line(Frozen):
    """One event. `roles` are those of who logged in, or else the way by which somebody came."""

    at: datetime
    event: Event
    roles: tuple[str, ...]
    who: str | None = None
    project_id: int | None = None
    import_id: int | None = None
    edition_id: str | None = None
    page: str | None = None


class AuditLog:
    """The log in this file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def note(
        self,
        event: Event,
        by: Person | Way,
        *,
        project_id: int | None = None,
        import_id: int | None = None,
        edition_id: str | None = None,
        page: str | None = None,
    ) -> None:
        """Adds a line, and returns when it is on the disk. What cannot be noted is loud: raises
        UnwritableLog, and UnusableKey."""
        try:
            who = None if isinstance(by, Way) else self.code_of(by)
            line = Line(
                at=datetime.now(UTC), event=event, roles=_roles(by), who=who, project_id=project_id,
                import_id=import_id, edition_id=edition_id, page=page,
            )  # fmt: skip
            self._append(line.model_dump_json(exclude_none=True))
        except OSError as fault:
            raise UnwritableLog(f"The audit log {self.file} cannot be written: {fault}.") from fault

    def read(self) -> tuple[Line, ...]:
        """All lines, newest first. What is no line of ours is left out; `count_unreadable` tells how many."""
        return tuple(reversed([line for line in self._lines() if line is not None]))

    def count_unreadable(self) -> int:
        return sum(line is None for line in self._lines())

    def code_of(self, person: Person) -> str | None:
        """By which the log knows somebody again without naming them; None for who did not log in."""
        if person.login is None:
            return None
        key = read_or_make_key(self.file.with_name(f"{self.file.name}.key"))
        return hmac.new(key, person.login.encode(), "sha256").hexdigest()[:HASH_LETTERS]

    def _append(self, line: str) -> None:
        """One write at the end of the file, which the system does not mix with those of others."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, OWNER_ONLY)
        try:
            content = f"{line}\n".encode()
            if os.write(descriptor, content) != len(content):
                raise OSError("the disk may be full")
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _lines(self) -> Iterator[Line | None]:
        if self.file.exists():
            for text in self.file.read_text(encoding="utf-8", errors="replace").splitlines():
                yield _line(text)


def _roles(by: Person | Way) -> tuple[str, ...]:
    if isinstance(by, Way):
        return (by.value,)
    return (Way.LOCAL.value,) if by.login is None else tuple(sorted(by.roles))


def _line(text: str) -> Line | None:
    try:
        return Line.model_validate(json.loads(text))
    except (ValueError, ValidationError):
        return None
