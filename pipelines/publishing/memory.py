"""What the store keeps of an edition's counts, as JSON, and back."""

from pydantic import TypeAdapter

from pipelines.domain.frozen import Frozen
from pipelines.editions.rules import Rules
from pipelines.publishing.counts import CountSystem, Key, Sum
from pipelines.publishing.earlier import Earlier
from pipelines.publishing.protection import Hidden
from pipelines.store.editions import EditionRecord


class _Remembered(Frozen):
    counts: list[tuple[Key, int, Hidden | None]]
    sums: list[tuple[Key, tuple[Key, ...], bool]]
    rules: Rules


def remember(system: CountSystem, hidden: dict[Key, Hidden], rules: Rules) -> str:
    return _Remembered(
        counts=[(key, n, hidden.get(key)) for key, n in system.counts.items()],
        sums=[(sum_.total, sum_.parts, sum_.is_row) for sum_ in system.sums],
        rules=rules,
    ).model_dump_json()


def recall(record: EditionRecord) -> Earlier:
    kept = TypeAdapter(_Remembered).validate_json(record.system)
    return Earlier(
        edition=record.edition,
        system=CountSystem({key: n for key, n, _ in kept.counts}, [Sum(*sum_) for sum_ in kept.sums]),
        hidden={key: why for key, _, why in kept.counts if why is not None},
        rules=kept.rules,
    )
