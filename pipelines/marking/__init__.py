"""The user's own workbook back, with what is wrong coloured and explained in its cells."""

from pipelines.ingest.cells.upload import Upload
from pipelines.marking.list_sheet import MarkTexts
from pipelines.marking.marked import write_marked

__all__ = ["MarkTexts", "Upload", "write_marked"]
