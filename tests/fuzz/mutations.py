"""Bytes of a sound file → bytes that somebody's disk, mail or malice might have made of it."""

import struct
import zlib
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

AWKWARD_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF)
AWKWARD_XML = (
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b'r="XFD1048576"', b't="e"', b't="s"', b"<v>1E999</v>", b"<v>NaN</v>",
    b"<f/>", b"]]>", b"\xff\xfe", b"<c ", b"</row>", b'table:number-rows-repeated="999999"', b'ref="A1:XFD1048576"',
    b'hidden="1"', b'min="1" max="16384"', b'r="1048577"', b'office:value-type="date" office:date-value="0000-00-00"',
)  # fmt: skip


def mutated(content: bytes, chance: Random) -> bytes:
    """One to four changes; of a zip file mostly within its parts, or its checksums would be all that is tried."""
    within = content.startswith(b"PK") and chance.random() < 0.85
    for _ in range(chance.randint(1, 4)):
        content = (_part if within else chance.choice(IN_PLACE))(content, chance)
    return content


def _flip(content: bytes, chance: Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 30)) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(content: bytes, chance: Random) -> bytes:
    first, last = sorted(chance.randint(0, len(content)) for _ in range(2))
    return content[:first] + content[last:] if chance.random() < 0.5 else content[:last]


def _splice(content: bytes, chance: Random) -> bytes:
    """A piece of it once more, somewhere else."""
    first, last = sorted(chance.randint(0, len(content)) for _ in range(2))
    place = chance.randint(0, len(content))
    return content[:place] + content[first : min(last, first + 4096)] + content[place:]


def _number(content: bytes, chance: Random) -> bytes:
    number = struct.pack("<I", chance.choice(AWKWARD_NUMBERS))[: chance.choice((1, 2, 4))]
    place = chance.randint(0, len(content))
    return content[:place] + number + content[place + len(number) :]


def _text(content: bytes, chance: Random) -> bytes:
    place = chance.randint(0, len(content))
    return content[:place] + chance.choice(AWKWARD_XML) + content[place:]


def _part(content: bytes, chance: Random) -> bytes:
    """One part of a zip file changed, the zip file itself sound."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = [(name, archive.read(name)) for name in archive.namelist()]
    except (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, struct.error, zlib.error):
        return _flip(content, chance)
    if not parts:
        return content
    chosen = chance.randrange(len(parts))
    name, inner = parts[chosen]
    parts[chosen] = (name, chance.choice(IN_PLACE)(inner, chance))
    if chance.random() < 0.05:
        parts.pop(chance.randrange(len(parts)))
    changed = BytesIO()
    with ZipFile(changed, "w", ZIP_DEFLATED) as archive:
        for name, inner in parts:
            archive.writestr(name, inner)
    return changed.getvalue()


IN_PLACE = (_flip, _cut, _splice, _number, _text, _text)
