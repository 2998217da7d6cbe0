"""By what the same upload is known again."""

import hashlib
from collections.abc import Sequence

from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.corrections import NO_CORRECTIONS, Corrections
from pipelines.ingest.mapping.column_mapping import ColumnMapping


def fingerprint_of(
    uploads: Sequence[Upload],
    instruments: Sequence[str],
    mapping: ColumnMapping | None,
    corrections: Corrections = NO_CORRECTIONS,
    names: Sequence[str] = (),
) -> str:
    """SHA-256, in hexadecimal, over the files' contents and over what was said about how to read them."""
    digest = hashlib.sha256()
    for file in sorted(map(digest_of, uploads)):
        digest.update(bytes.fromhex(file))
    digest.update("\n".join(sorted(instruments)).encode())
    digest.update(mapping.model_dump_json().encode() if mapping else b"")
    if corrections != NO_CORRECTIONS:
        digest.update(corrections.model_dump_json().encode())
    digest.update("\n".join(sorted(names)).encode())
    return digest.hexdigest()


def digest_of(upload: Upload) -> str:
    """SHA-256 of the file, in hexadecimal."""
    return hashlib.sha256(upload.content).hexdigest()
