"""A secret of this installation in a file that only its owner reads, made when it is first needed."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

KEY_BYTES = 32
OWNER_ONLY = 0o600


class UnusableKey(RuntimeError):
    """The file is no key, or others can read it; the message says what to do."""


def read_or_make_key(file: Path) -> bytes:
    """The 32 bytes in the file; new ones when there is none yet. Raises UnusableKey."""
    if not file.exists():
        _make(file)
    # Windows has no such rights on a file: there the folder keeps others out.
    if os.name != "nt" and file.stat().st_mode & 0o077:
        raise UnusableKey(f"others can read the key {file}: let its owner run chmod 600 on it.")
    try:
        key = bytes.fromhex(file.read_text(encoding="ascii"))
    except ValueError as fault:
        raise UnusableKey(f"{file} is no key: put it back from your back-up, or remove it to start anew.") from fault
    if len(key) != KEY_BYTES:
        raise UnusableKey(f"{file} is damaged: put it back from your back-up, or remove it to start anew.")
    return key


def _make(file: Path) -> None:
    """Written aside and then given its name, so that another process never reads half a key; who comes first wins."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, fresh = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as opened:
            opened.write(secrets.token_hex(KEY_BYTES))
        Path(fresh).chmod(OWNER_ONLY)
        _give_name(Path(fresh), file)
    finally:
        Path(fresh).unlink(missing_ok=True)


def _give_name(fresh: Path, file: Path) -> None:
    with suppress(FileExistsError):
        file.hardlink_to(fresh)
