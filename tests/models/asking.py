"""Views as a query names them."""

from pipelines.models.views import asked_by


def asked_for(view: str, moment: int | None = None) -> str:
    """One that asks for something is called with it; attributes are those of everybody."""
    answers = {"moment": "null" if moment is None else str(moment), "attribute": "''", "crossed": "null"}
    return f"{view}({', '.join(map(answers.__getitem__, asked_by(view)))})" if asked_by(view) else view
