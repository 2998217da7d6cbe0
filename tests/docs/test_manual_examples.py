"""The mapping that the manual explains reads the list that stands beside it."""

from pathlib import Path

import pytest

from pipelines.domain.registration import Registration
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.identities.pseudonyms import Pseudonyms
from pipelines.ingest.mapping.column_mapping import ColumnMapping, read_mapping
from pipelines.ingest.read import read_registration
from tests.architecture.source_files import HOUSE

MANUAL = HOUSE / "docs" / "manual"
MAPPINGS = {"nl": MANUAL / "nl" / "kolomindeling.md", "en": MANUAL / "en" / "mapping.md"}


def tables_in(page: Path) -> list[str]:
    """Every table of a page as csv; the line under its heading is left out."""
    blocks = page.read_text(encoding="utf-8").split("\n\n")
    return [as_csv(block) for block in blocks if block.startswith("|")]


def as_csv(block: str) -> str:
    heading, _, *rows = block.splitlines()
    return "\n".join(";".join(cell.strip() for cell in row.strip("|").split("|")) for row in (heading, *rows))


def read(csv: str, mapping: ColumnMapping) -> Registration:
    uploads = [Upload(name="a.csv", content=csv.encode())]
    return read_registration(uploads, Pseudonyms(b"key", "manual"), mapping=mapping)


def scores(registration: Registration) -> list[tuple[str, int, float]]:
    rows = registration.observations[["indicator", "moment", "value"]].itertuples(index=False, name=None)
    return sorted(rows)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_mapping_of_the_manual_reads_its_list(language: str):
    page = MAPPINGS[language]
    mapping = read_mapping(page.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0])
    registration = read(tables_in(page)[0], mapping)
    assert registration.issues == ()
    assert scores(registration) == [
        ("finances", 0, 2.0), ("finances", 0, 2.0), ("finances", 1, 3.0), ("housing", 0, 2.0), ("housing", 0, 3.0),
    ]  # fmt: skip
    assert sorted(person.participation for person in registration.participants) == ["comparison", "participant"]
