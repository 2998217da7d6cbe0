"""The reality check: do professionals and participants recognise the measured effect, and do they agree?"""

from collections.abc import Iterable

from pipelines.domain.outcome import RecognitionAnswer, RecognitionGap, RecognitionShare
from pipelines.outcomes.differences import newcombe
from pipelines.outcomes.reading import read_rows
from pipelines.statistics.intervals import share
from pipelines.store.cursor import Cursor

HALF = 0.5


def read_recognition(cursor: Cursor, project_id: int) -> tuple[RecognitionShare, ...]:
    """Per life domain and kind of respondent, the share that scored 4 or 5 on 1 to 5."""
    return tuple(
        RecognitionShare(**row._asdict(), share=share(row.n_recognise, row.n_answers))
        for row in read_rows(cursor, "recognition", project_id=project_id)
    )


def read_recognition_answers(cursor: Cursor, project_id: int) -> tuple[RecognitionAnswer, ...]:
    """Every answer that says why, newest first. Who gave it is not known, but for what they are."""
    rows = read_rows(cursor, "recognition_answer", project_id=project_id)
    return tuple(RecognitionAnswer(**row._asdict()) for row in rows)


def recognition_gaps(shares: Iterable[RecognitionShare]) -> tuple[RecognitionGap, ...]:
    """Per life domain on which both participants and professionals answered."""
    by_domain: dict[str, dict[str, RecognitionShare]] = {}
    for found in shares:
        by_domain.setdefault(found.life_domain, {})[found.respondent] = found
    return tuple(
        _gap(both["participant"], both["professional"])
        for both in by_domain.values()
        if both.keys() >= {"participant", "professional"}
    )


def _gap(residents: RecognitionShare, professionals: RecognitionShare) -> RecognitionGap:
    apart = newcombe(residents.n_recognise, residents.n_answers, professionals.n_recognise, professionals.n_answers)
    difference, low, high = apart or (0.0, 0.0, 0.0)
    divided = (residents.share.estimate > HALF) != (professionals.share.estimate > HALF)
    return RecognitionGap(
        life_domain=residents.life_domain,
        difference=difference,
        low=low,
        high=high,
        is_disagreement=low > 0 or high < 0 or divided,
    )
