"""`serve`: a process of its own, on this computer only, that is not told where the registrations are."""

import os
import signal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipelines.__main__ import application
from pipelines.commands import serving


class Started:
    """What was started, in place of a server."""

    def __init__(self, command: list[str], *, cwd: Path, env: dict[str, str]) -> None:
        self.command, self.cwd, self.env, self.is_ended = command, cwd, env, False

    def wait(self) -> int:
        """Somebody ends the command while the server runs."""
        os.kill(os.getpid(), signal.SIGTERM)
        return 0

    def terminate(self) -> None:
        self.is_ended = True


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Started:
    found: list[Started] = []
    monkeypatch.setenv("TEL_EN_VERTEL_DB", "registrations.duckdb")
    monkeypatch.setattr(
        serving.subprocess, "Popen", lambda *args, **kwargs: found.append(Started(*args, **kwargs)) or found[0]
    )
    result = CliRunner().invoke(application, ["serve", "--editions", str(tmp_path), "--port", "8999"])
    assert result.exit_code == 0, result.output
    return found[0]


def test_the_entry_for_funders_is_started(started: Started):
    assert started.command[1:5] == ["-m", "streamlit", "run", serving.ENTRY]
    assert (started.cwd / serving.ENTRY).exists()


def test_only_this_computer_can_reach_it(started: Started):
    assert started.command[-4:] == ["--server.port", "8999", "--server.address", "127.0.0.1"]


def test_it_knows_where_the_editions_are_and_not_where_the_registrations_are(started: Started, tmp_path: Path):
    assert started.env["TEL_EN_VERTEL_EDITIONS"] == str(tmp_path)
    assert "TEL_EN_VERTEL_DB" not in started.env


def test_whoever_ends_the_command_ends_the_server(started: Started):
    assert started.is_ended
