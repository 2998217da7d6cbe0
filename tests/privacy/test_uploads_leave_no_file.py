"""What somebody uploads is in memory and nowhere else: not while it comes in, not while it is read."""

import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncGenerator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartParser

from dashboard.uploads_in_memory import keep_uploads_in_memory
from tests.ingest.reading import read_files
from tests.privacy.planted import as_texts, as_workbook

HOUSE = Path(__file__).parents[2]
LARGE = 5 * 1024**2


@pytest.fixture
def parser_as_it_comes() -> Iterator[None]:
    """The setting is the process's: put it back."""
    before = MultiPartParser.spool_max_size
    yield
    MultiPartParser.spool_max_size = before


def is_on_disk() -> bool:
    """Whether the server's parser writes a large upload to a file."""
    edge = b"edge"
    body = b'--%s\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n\r\n%s\r\n--%s--\r\n'

    async def chunks() -> AsyncGenerator[bytes, None]:
        yield body % (edge, b"x" * LARGE, edge)

    async def parse() -> bool:
        headers = Headers({"content-type": "multipart/form-data; boundary=edge"})
        upload = (await MultiPartParser(headers, chunks()).parse())["f"]
        assert isinstance(upload, UploadFile)
        with upload.file as file:
            assert upload.size == LARGE
            return bool(file._rolled)  # type: ignore[attr-defined]

    # In a thread of its own: a browser test may have left a loop running in this one.
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(lambda: asyncio.run(parse())).result()


@pytest.mark.usefixtures("parser_as_it_comes")
def test_a_large_upload_stays_in_memory():
    MultiPartParser.spool_max_size = 1024**2
    assert is_on_disk()
    keep_uploads_in_memory()
    assert not is_on_disk()


def test_reading_leaves_no_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for uploads in (as_workbook(), as_texts()):
        read_files({upload.name: upload.content for upload in uploads}, instruments=("zrm_2017",))
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no core dumps")
def test_a_process_that_reads_leaves_no_core_dump():
    asked = (
        "import resource; from pipelines.ingest.cells.own_limits import limit_own_process; "
        "limit_own_process(4 * 1024**3, 300); print(resource.getrlimit(resource.RLIMIT_CORE))"
    )
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=HOUSE).stdout
    assert said.strip() == "(0, 0)"
