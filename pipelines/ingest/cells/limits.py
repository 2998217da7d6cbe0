"""What an upload may ask of the machine. Everything above is refused with a plain reason."""

MAX_FILE_BYTES = 200 * 1024**2
MAX_ZIP_ENTRIES = 5_000
MAX_UNPACKED_BYTES = 1536 * 1024**2
# Of each part. Deflate reaches about 1 000; a sheet of registrations 10 to 30. Under this size the ratio says nothing.
MAX_ZIP_RATIO = 250
SMALL_ZIP_BYTES = 20 * 1024**2

MAX_COLUMNS = 2_000
# Of a csv; the sheets of a workbook end at 1 048 576 by themselves, but a file may say that there are more.
MAX_ROWS = 2_000_000
# Of all sheets together, empty ones within a table too.
MAX_CELLS = 40_000_000

# For each process that reads a workbook; two work on one upload at a time.
READING_MEMORY_BYTES = 3 * 1024**3
READING_SECONDS = 40
READERS_AT_ONCE = 4
# What such a process may hand over: a column of numbers takes 8 bytes a cell.
MAX_ANSWER_BYTES = 512 * 1024**2

# A workbook that is given back with its wrong cells marked is written whole, in the server: some 500 bytes a cell.
MAX_CELLS_TO_MARK = 500_000
MAX_COMMENTS = 5_000
MAX_ISSUES_LISTED = 20_000

# A table begins within this many rows.
HEADING_SEARCH_ROWS = 50
MAX_MOMENT = 99
LONGEST_QUOTE = 60
