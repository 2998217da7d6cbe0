"""An edition on disk: a folder of its own with numbers, contents and a manifest. Written whole, never changed."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp

import pandas as pd
from pydantic import ValidationError

from pipelines.editions.cell import Cell, Cells, TableOf
from pipelines.editions.contents import Contents
from pipelines.editions.edition import Edition
from pipelines.editions.manifest import Manifest
from pipelines.editions.withdrawn import read_withdrawn

MANIFEST, NUMBERS, CONTENTS = "manifest.json", "numbers.parquet", "contents.json"
READ_ONLY_FILE, READ_ONLY_FOLDER = 0o444, 0o555


class EditionUnreadable(ValueError):
    """No edition, a damaged one, or one that was changed after it was frozen."""


class EditionExists(ValueError):
    """There is an edition of this id already."""


def files_of(contents: Contents, cells: Cells) -> dict[str, bytes]:
    """What a bundle holds beside its manifest, by file name."""
    return {NUMBERS: _as_parquet(cells), CONTENTS: contents.model_dump_json(indent=1).encode()}


def digests(files: dict[str, bytes]) -> dict[str, str]:
    """The SHA-256 of each file, by its name."""
    return {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}


def write_bundle(folder: Path, manifest: Manifest, files: dict[str, bytes]) -> Path:
    """Writes the bundle into the editions folder: all of it or nothing. Its path; raises EditionExists."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / manifest.edition
    if place.exists():
        raise EditionExists(f"there is an edition {manifest.edition} already")
    draft = Path(mkdtemp(dir=folder, prefix=".draft-"))
    try:
        for name, content in {**files, MANIFEST: manifest.model_dump_json(indent=1).encode()}.items():
            (draft / name).write_bytes(content)
            (draft / name).chmod(READ_ONLY_FILE)
        draft.rename(place)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    place.chmod(READ_ONLY_FOLDER)
    return place


def read_bundle(place: Path) -> Edition:
    """The edition in this folder, after a look whether it is what was frozen. Raises EditionUnreadable."""
    try:
        manifest = Manifest.model_validate_json((place / MANIFEST).read_bytes())
        files = {name: (place / name).read_bytes() for name in (NUMBERS, CONTENTS)}
        changed = sorted(name for name, digest in digests(files).items() if manifest.files.get(name) != digest)
        if changed:
            raise EditionUnreadable(f"{place}: {', '.join(changed)} was changed after the edition was frozen")
        contents = Contents.model_validate_json(files[CONTENTS])
        cells = _from_parquet(files[NUMBERS])
    except FileNotFoundError as fault:
        raise EditionUnreadable(f"{place} is no edition: {Path(fault.filename).name} is missing") from fault
    except (ValidationError, json.JSONDecodeError, OSError) as fault:
        raise EditionUnreadable(f"{place} is no edition that this version can read") from fault
    return Edition(manifest, contents, cells, read_withdrawn(place))


def read_bundles(folder: Path) -> Iterator[Edition]:
    """Every edition in the folder, newest first. Raises EditionUnreadable for one that is damaged."""
    places = [path.parent for path in folder.glob(f"*/{MANIFEST}") if not path.parent.name.startswith(".")]
    editions = [read_bundle(place) for place in places]
    yield from sorted(editions, key=lambda edition: edition.manifest.published_at, reverse=True)


def _as_parquet(cells: Cells) -> bytes:
    """One row per cell, with the title of its table as `python -m pipelines edition` prints it."""
    frame = pd.DataFrame(
        {
            "title": [cell.table.title for cell in cells.all],
            **{field: [getattr(cell.table, field) for cell in cells.all] for field in TableOf._fields},
            "row": [cell.row for cell in cells.all],
            "column": [cell.column for cell in cells.all],
            "value": pd.array([cell.value for cell in cells.all], dtype="Float64"),
            "hidden": [cell.hidden for cell in cells.all],
        }
    )
    content = BytesIO()
    frame.to_parquet(content, index=False)
    return content.getvalue()


def _from_parquet(content: bytes) -> Cells:
    frame = pd.read_parquet(BytesIO(content))
    return Cells(
        Cell(
            table=TableOf(*(getattr(row, field) for field in TableOf._fields)),
            row=row.row, column=row.column, hidden=row.hidden,
            value=None if pd.isna(row.value) else float(row.value),
        )
        for row in frame.itertuples(index=False)
    )  # fmt: skip
