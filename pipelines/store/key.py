"""The key of this installation, in a file of its own beside the data: without it no number leads to a pseudonym."""

import hashlib
import hmac
import logging
import os
import secrets
from pathlib import Path

KEY_BYTES = 32
KEY_FILE_VARIABLE = "TEL_EN_VERTEL_KEY_FILE"
OWNER_ONLY = 0o600

LOG = logging.getLogger(__name__)


WAY_OUT = (
    "Without it the numbers of participants lead nowhere: move the database away, start with an empty one and upload "
    "the spreadsheets again."
)


class KeyUnavailable(RuntimeError):
    """The key is missing, unreadable or another than the data were registered with."""


def read_key(database: Path, fingerprint: str | None, named: Path | None = None) -> bytes:
    """The key that belongs to the database, in the file named or else in `key_file`; made on first use, when the
    database knows no fingerprint yet.

    Raises KeyUnavailable when the database was filled with a key that is not here any more: with a new key the same
    people would be strangers.
    """
    file = named or key_file(database)
    if fingerprint is None and not file.exists():
        _make_key(file)
    _close_to_others(file)
    key = _read(file)
    if fingerprint is not None and not hmac.compare_digest(fingerprint, fingerprint_of(key)):
        raise KeyUnavailable(
            f"{file} holds another key than {database} was filled with: put the right key back. {WAY_OUT}"
        )
    return key


def key_file(database: Path) -> Path:
    """`<name>.key` beside the database, or the file that TEL_EN_VERTEL_KEY_FILE names."""
    return Path(os.environ.get(KEY_FILE_VARIABLE) or database.with_name(f"{database.name}.key"))


def fingerprint_of(key: bytes) -> str:
    """Recognises the key without giving it away (HMAC-SHA256 of a fixed word, hexadecimal)."""
    return hmac.new(key, b"fingerprint", hashlib.sha256).hexdigest()


def _close_to_others(file: Path) -> None:
    """A key that others may read is made its owner's again. Raises KeyUnavailable when that cannot be done.

    Windows has no such rights on a file: there the folder keeps others out.
    """
    if os.name == "nt" or not file.exists() or not file.stat().st_mode & ~OWNER_ONLY & 0o777:
        return
    try:
        file.chmod(OWNER_ONLY)
    except OSError as fault:
        raise KeyUnavailable(f"others can read the key {file}: let its owner run chmod 600 on it.") from fault
    LOG.warning("The key %s could be read by others on this computer. Now it can not.", file)


def _make_key(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(secrets.token_hex(KEY_BYTES))


def _read(file: Path) -> bytes:
    try:
        key = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except FileNotFoundError as fault:
        raise KeyUnavailable(f"the key {file} is gone: put it back from your back-up. {WAY_OUT}") from fault
    except (ValueError, OSError) as fault:
        raise KeyUnavailable(f"the key {file} cannot be read: put it back from your back-up. {WAY_OUT}") from fault
    if len(key) != KEY_BYTES:
        raise KeyUnavailable(f"the key {file} is damaged: it should hold {KEY_BYTES} bytes in hexadecimal. {WAY_OUT}")
    return key
