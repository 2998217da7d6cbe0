"""The reality check: do professionals and participants recognise the measured effect?"""

from pipelines.domain.outcome import RecognitionShare
from pipelines.outcomes.intervals import share
from pipelines.outcomes.reading import read_rows
from pipelines.store.cursor import Cursor


def read_recognition(cursor: Cursor, project_id: int) -> tuple[RecognitionShare, ...]:
    """Per life domain and kind of respondent, the share that scored 4 or 5 on 1 to 5."""
    return tuple(
        RecognitionShare(**row._asdict(), share=share(row.n_recognise, row.n_answers))
        for row in read_rows(cursor, "recognition", project_id=project_id)
    )
