"""Settles which of a project's observations stand: to be done whenever more or less was said than before."""

from importlib.resources import files

from pipelines.store.cursor import Cursor

MARKS = "person_id = settled.person_id, stands = settled.stands, is_last = settled.is_last"


def settle(cursor: Cursor, project_id: int) -> None:
    """Marks each observation of the project, within the caller's transaction; no other project is touched."""
    marked = f"update registered.observation set {MARKS} from ({_sql('settled')}) as settled where rowid = place"
    cursor.execute(marked, {"project_id": project_id})


def settle_if_contested(cursor: Cursor, project_id: int) -> None:
    """After an import: what a project's first import says stands as it was written."""
    if cursor.execute(_sql("contested"), {"project_id": project_id}).fetchall() == [(True,)]:
        settle(cursor, project_id)


def _sql(name: str) -> str:
    return files("pipelines.models").joinpath(f"{name}.sql").read_text(encoding="utf-8")
