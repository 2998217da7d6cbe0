"""What people tell, beside what was measured of them where they agreed to that."""

from collections import defaultdict

from pipelines.domain.linked_narrative import LinkedNarrative, Move
from pipelines.outcomes.counts import read_indicators
from pipelines.outcomes.reading import read_rows
from pipelines.store.cursor import Cursor


def read_narratives(cursor: Cursor, project_id: int) -> tuple[LinkedNarrative, ...]:
    """All narratives, newest first, each with the teller's moves to the last follow-up. Nobody's number is given."""
    moves = _read_moves(cursor, project_id)
    return tuple(
        LinkedNarrative(**row._asdict(), moves=tuple(moves[row.record_id]))
        for row in read_rows(cursor, "narrative", project_id=project_id)
    )


def _read_moves(cursor: Cursor, project_id: int) -> dict[int, list[Move]]:
    known = {described.indicator_id: described for described in read_indicators(cursor, project_id)}
    moves = defaultdict(list)
    for row in read_rows(cursor, "move", project_id=project_id):
        described = known[row.indicator_id]
        indicator = described.indicator
        move = Move(
            indicator=indicator.code,
            indicator_name=indicator.name,
            instrument=described.instrument,
            life_domain=indicator.life_domain,
            rater=row.rater,
            start=row.start,
            follow_up=row.follow_up,
            n_same_move=row.n_same_move,
            n_same_start=row.n_same_start,
        )
        moves[row.record_id].append(move)
    return moves
