"""Nobody's spreadsheet touches the disk of the server."""

from starlette.formparsers import MultiPartParser

from pipelines.ingest.cells.own_limits import leave_no_core_dump

# For the parser that receives uploads: never move one to a temporary file, however large. Streamlit has its own limit
# (server.maxUploadSize); left alone, the parser would write everything above one megabyte to the disk.
WITHOUT_LIMIT = 0


def keep_uploads_in_memory() -> None:
    """Once in a process, before the first upload comes in."""
    MultiPartParser.spool_max_size = WITHOUT_LIMIT
    leave_no_core_dump()
