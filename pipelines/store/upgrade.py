"""Brings a database to the schema of this version: the numbered files in schema/, each applied once, in order."""

from datetime import datetime
from importlib.resources import files

from pipelines.store.cursor import Cursor
from pipelines.store.unavailable import UnknownStore


def upgrade(connection: Cursor) -> None:
    """Applies what is missing. Raises UnknownStore for a file of another program or of a newer version."""
    applied = _read_applied(connection)
    known = schema_files()
    if applied - known.keys():
        raise UnknownStore("the database was made by a newer version of this program: update the program first.")
    for name in sorted(known.keys() - applied):
        connection.begin()
        connection.execute(known[name])
        connection.execute("insert into schema_file values ($name, $now)", {"name": name, "now": datetime.now()})
        connection.commit()


def schema_files() -> dict[str, str]:
    """The text of each schema file by its name; names sort in the order of application."""
    folder = files("pipelines.store").joinpath("schema")
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".sql")}


def _read_applied(connection: Cursor) -> set[str]:
    tables = {name for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
    if tables and "schema_file" not in tables:
        raise UnknownStore("the database was made by another program.")
    connection.execute("create table if not exists schema_file (name varchar primary key, applied_at timestamp)")
    return {name for (name,) in connection.execute("select name from schema_file").fetchall()}
