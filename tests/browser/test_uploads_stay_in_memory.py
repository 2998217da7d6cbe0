"""A large file comes in through the browser, and the server writes none of it to the disk."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Open, settle

LARGE = 6 * 1024**2
HEADING = b"wat;hoeveel\r\n"


def server_at(address: str) -> Path:
    """What the system tells of the process that serves this address."""
    port = str(urlsplit(address).port).encode()
    for process in Path("/proc").glob("[0-9]*"):
        command = _command_of(process)
        if b"streamlit" in command and port in command.split(b"\0"):
            return process
    raise AssertionError(f"no server at {address}")


def _command_of(process: Path) -> bytes:
    try:
        return (process / "cmdline").read_bytes()
    except OSError:
        # It ended meanwhile.
        return b""


def bytes_written(process: Path) -> int:
    """What the process wrote to disks, also to files that were removed at once."""
    found = re.search(r"^write_bytes: (\d+)$", (process / "io").read_text(), re.MULTILINE)
    assert found
    return int(found[1])


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="only Linux tells what a process wrote")
def test_a_large_upload_is_not_written_to_the_disk(open_page: Open, address: str):
    page = open_page("/upload")
    server = server_at(address)
    before = bytes_written(server)
    files = [{"name": "groot.csv", "mimeType": "text/csv", "buffer": HEADING + b"melk;2\r\n" * (LARGE // 8)}]
    with page.expect_response(lambda response: "upload_file" in response.url and response.request.method == "PUT"):
        page.locator(".st-key-upload_box input[type=file]").set_input_files(files)
    settle(page)
    assert bytes_written(server) - before < LARGE // 6
