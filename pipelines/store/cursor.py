"""What everybody reads and writes with: a DuckDB cursor, handed out by the store."""

import duckdb

Cursor = duckdb.DuckDBPyConnection
