"""Columns of a project's own on the sheet of participants: attributes to break results down by."""

import re
import unicodedata
from dataclasses import replace

from pipelines.ingest.headings.vocabulary import ATTRIBUTE, Meaning
from pipelines.ingest.tables.table import Table


def with_extra_attributes(table: Table) -> Table:
    """The sheet of participants, every column it has of its own turned into an attribute."""
    taken = {heading.meaning.field for heading in table.headings}
    headings = []
    for heading in table.headings:
        code = attribute_code(heading.text)
        is_free = not heading.meaning.is_recognised and not heading.suggestions and heading.has_text
        is_extra = is_free and f"{ATTRIBUTE}{code}" not in taken
        headings.append(replace(heading, meaning=Meaning(f"{ATTRIBUTE}{code}")) if is_extra and code else heading)
        taken.add(headings[-1].meaning.field)
    return replace(table, headings=tuple(headings))


def attribute_code(heading: str) -> str:
    """ "Soort woning" → soort_woning."""
    plain = unicodedata.normalize("NFKD", heading.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
