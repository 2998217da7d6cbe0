"""A stream of a compound file, the container of .xls (Microsoft, MS-CFB): chains of sectors."""

import struct
from collections.abc import Sequence

from pipelines.ingest.cells.details.sheet_details import NotReadable

HEADER_BYTES = 512
LAST_SECTOR = 0xFFFFFFFA  # what is larger is no sector but a sign
ENTRY_BYTES = 128
STREAM, ROOT = 2, 5


class CompoundFile:
    """Raises NotReadable for chains that lead nowhere or back to themselves."""

    def __init__(self, content: bytes) -> None:
        if len(content) < HEADER_BYTES:
            raise NotReadable
        self._content = content
        (sector_power,) = struct.unpack_from("<H", content, 30)
        (self._mini_power,) = struct.unpack_from("<H", content, 32)
        if sector_power not in (9, 12) or self._mini_power != 6:
            raise NotReadable
        self._size = 1 << sector_power
        first_directory, _, self._cut, first_mini, _ = struct.unpack_from("<IIIII", content, 48)
        self._next = self._allocation()
        self._entries = self._read_entries(self._chain(first_directory))
        self._mini_next = _numbers(self._chain(first_mini)) if first_mini < LAST_SECTOR else ()

    def stream(self, *names: str) -> bytes:
        """The first stream of one of these names."""
        for name in names:
            for kind, known, start, size in self._entries:
                if kind == STREAM and known == name:
                    return (self._chain(start) if size >= self._cut else self._mini_chain(start))[:size]
        raise NotReadable

    @property
    def names(self) -> set[str]:
        """Of all its streams."""
        return {name for kind, name, _, _ in self._entries if kind == STREAM}

    def _allocation(self) -> Sequence[int]:
        """Per sector the one that follows on it."""
        first, n_more = struct.unpack_from("<II", self._content, 68)
        places = list(struct.unpack_from("<109I", self._content, 76))
        for _ in range(min(n_more, len(self._content) // self._size)):
            *more, first = _numbers(self._sector(first))
            places += more
        return _numbers(b"".join(self._sector(place) for place in places if place < LAST_SECTOR))

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._content):
            raise NotReadable
        return self._content[start : start + self._size].ljust(self._size, b"\0")

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, _follow(start, self._next)))

    def _mini_chain(self, start: int) -> bytes:
        """Small streams stand together in one of their own: that of the root."""
        root = next((entry for entry in self._entries if entry[0] == ROOT), None)
        if root is None:
            raise NotReadable
        size, store = 1 << self._mini_power, self._chain(root[2])
        return b"".join(store[number * size : (number + 1) * size] for number in _follow(start, self._mini_next))

    def _read_entries(self, directory: bytes) -> list[tuple[int, str, int, int]]:
        """Kind, name, first sector and size of everything in the file."""
        entries = []
        for place in range(0, len(directory) - ENTRY_BYTES + 1, ENTRY_BYTES):
            n_bytes, kind = struct.unpack_from("<HB", directory, place + 64)
            name = directory[place : place + max(0, min(n_bytes, 64) - 2)].decode("utf-16-le", "replace")
            start, size = struct.unpack_from("<II", directory, place + 116)
            entries.append((kind, name, start, size))
        return entries


def _follow(start: int, following: Sequence[int]) -> list[int]:
    chain: list[int] = []
    while start < LAST_SECTOR:
        if start >= len(following) or len(chain) > len(following):
            raise NotReadable
        chain.append(start)
        start = following[start]
    return chain


def _numbers(content: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])
