"""The key makes the pseudonyms: lose it quietly, and the same people would be strangers."""

import os
from pathlib import Path

import pytest

from pipelines.store.key import KEY_BYTES, KEY_FILE_VARIABLE, KeyUnavailable, fingerprint_of, key_file, read_key
from pipelines.store.store import Store


@pytest.fixture(autouse=True)
def no_key_elsewhere(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(KEY_FILE_VARIABLE, raising=False)


def test_a_key_is_made_on_first_use_and_stays(tmp_path: Path):
    database = tmp_path / "data.duckdb"
    key = read_key(database, None)
    assert len(key) == KEY_BYTES
    assert read_key(database, fingerprint_of(key)) == key


def test_two_installations_have_two_keys(tmp_path: Path):
    assert read_key(tmp_path / "a.duckdb", None) != read_key(tmp_path / "b.duckdb", None)


def test_a_database_without_its_key_does_not_open(tmp_path: Path):
    path = tmp_path / "data.duckdb"
    Store.open(path).close()
    key_file(path).unlink()
    with pytest.raises(KeyUnavailable, match="gone"):
        Store.open(path)
    assert not key_file(path).exists()


def test_a_database_with_another_key_does_not_open(tmp_path: Path):
    path = tmp_path / "data.duckdb"
    Store.open(path).close()
    key_file(path).write_text("ab" * KEY_BYTES)
    with pytest.raises(KeyUnavailable, match="another key"):
        Store.open(path)


def test_with_the_key_back_it_opens_again(tmp_path: Path):
    path = tmp_path / "data.duckdb"
    store = Store.open(path)
    store.close()
    kept = key_file(path).read_text()
    key_file(path).unlink()
    with pytest.raises(KeyUnavailable):
        Store.open(path)
    key_file(path).write_text(kept + "\n")
    again = Store.open(path)
    assert again.key == store.key
    again.close()


@pytest.mark.parametrize("content", ["", "no hexadecimal", "abcd", "é"])
def test_a_damaged_key_is_refused(tmp_path: Path, content: str):
    path = tmp_path / "data.duckdb"
    key_file(path).write_text(content, encoding="utf-8")
    with pytest.raises(KeyUnavailable):
        Store.open(path)


def test_the_key_may_live_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    elsewhere = tmp_path / "safe" / "the.key"
    monkeypatch.setenv(KEY_FILE_VARIABLE, str(elsewhere))
    store = Store.open(tmp_path / "data.duckdb")
    store.close()
    assert bytes.fromhex(elsewhere.read_text()) == store.key
    assert not (tmp_path / "data.duckdb.key").exists()


def test_the_key_itself_is_not_in_the_database(tmp_path: Path):
    path = tmp_path / "data.duckdb"
    store = Store.open(path)
    store.close()
    content = path.read_bytes()
    assert store.key not in content
    assert store.key.hex().encode() not in content
    assert fingerprint_of(store.key).encode() in content


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps others out of the folder, not of the file")
def test_a_key_is_its_owners_only(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    database = tmp_path / "data.duckdb"
    key = read_key(database, None)
    file = key_file(database)
    assert file.stat().st_mode & 0o777 == 0o600
    assert caplog.records == []
    file.chmod(0o644)
    assert read_key(database, fingerprint_of(key)) == key
    assert file.stat().st_mode & 0o777 == 0o600
    assert "could be read by others" in caplog.text
    assert key.hex() not in caplog.text


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps others out of the folder, not of the file")
def test_a_key_that_stays_open_to_others_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    database = tmp_path / "data.duckdb"
    key = read_key(database, None)
    key_file(database).chmod(0o640)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    with pytest.raises(KeyUnavailable, match="chmod 600"):
        read_key(database, fingerprint_of(key))


def test_without_the_key_the_message_says_what_to_do(tmp_path: Path):
    with pytest.raises(KeyUnavailable, match=r"put it back.*upload the spreadsheets again"):
        read_key(tmp_path / "data.duckdb", "the fingerprint of another key")
