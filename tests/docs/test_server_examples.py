"""The examples for a server name what exists, and are read by the programs they are for where those are there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit import config

from pipelines.settings import Settings
from tests.architecture.source_files import HOUSE

SERVER = HOUSE / "docs" / "server"
CONTAINERFILE = (HOUSE / "Containerfile").read_text(encoding="utf-8")
RUNNING = (HOUSE / "docs" / "running.md").read_text(encoding="utf-8")
UNITS = [*SERVER.glob("*.service"), *SERVER.glob("*.timer")]


def commands() -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in UNITS} | {"Containerfile": CONTAINERFILE}


def test_every_option_of_streamlit_that_is_given_exists():
    given = {option for text in commands().values() for option in re.findall(r"--([a-z]+\.[a-zA-Z]+)", text)}
    assert {"server.address", "secrets.files"} <= given
    assert given - set(config.get_config_options()) == set()


def test_every_setting_that_is_given_exists():
    texts = (*commands().values(), RUNNING)
    given = {name for text in texts for name in re.findall(r"\bTEL_EN_VERTEL_([A-Z_]+?)(?:__[A-Z_]+)?\b", text)}
    assert {"SETTINGS", "MODE", "DB"} <= given
    assert given - {name.upper() for name in Settings.model_fields} == {"SETTINGS"}


def test_the_container_holds_what_the_program_imports():
    copied = {name for names in re.findall(r"^COPY (.+) \S+$", CONTAINERFILE, re.MULTILINE) for name in names.split()}
    assert all((HOUSE / name).exists() for name in copied)
    assert {"pipelines", "dashboard", "streamlit_app.py", ".streamlit"} <= copied


def test_the_container_is_not_root_and_keeps_no_secret():
    assert CONTAINERFILE.index("USER tel") < CONTAINERFILE.index("\nCMD")
    assert "--require-hashes" in CONTAINERFILE
    ignored = (HOUSE / ".dockerignore").read_text(encoding="utf-8").split()
    assert {".data", "*.key", "*.duckdb", ".streamlit/secrets.toml"} <= set(ignored)


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="this computer has no systemd")
def test_systemd_can_read_the_units(tmp_path: Path):
    """With this Python in the place of the one that is not here."""
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8").replace("/srv/tel-en-vertel/.venv/bin/python", sys.executable)
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / unit.name) for unit in UNITS]
    done = subprocess.run(["systemd-analyze", "verify", *files], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("nginx"), reason="this computer has no nginx")
def test_nginx_can_read_its_configuration(tmp_path: Path):
    """Without the certificate, which is not here."""
    text = (SERVER / "nginx.conf").read_text(encoding="utf-8").replace("443 ssl", "443")
    text = re.sub(r"^\s*ssl_certificate.*$", "", text, flags=re.MULTILINE)
    (tmp_path / "nginx.conf").write_text(f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\n{text}\n}}", encoding="utf-8")
    done = subprocess.run(
        ["nginx", "-t", "-c", str(tmp_path / "nginx.conf")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
