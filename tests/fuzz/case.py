"""One case of the fuzzer, known by its number: the same number is the same case again."""

from random import Random
from xml.etree.ElementTree import ParseError

from dashboard.language import Words
from dashboard.reports.marked_workbook import mark_workbook
from pipelines.domain.registration import OBSERVATION_COLUMNS, Registration
from pipelines.ingest.cells import limits
from pipelines.ingest.cells.details.reader import read_details
from pipelines.ingest.cells.details.sheet_details import Locked, NotReadable
from pipelines.ingest.cells.details.zipped import ZIP_FAULTS
from pipelines.ingest.cells.upload import Upload
from pipelines.ingest.read import read_registration
from tests.fuzz.grids import random_files, random_mapping
from tests.fuzz.mutations import mutated
from tests.fuzz.seeds import sound_files
from tests.ingest.reading import PSEUDONYMS, TODAY, keep

INSTRUMENTS = ((), ("zrm_2017",), ("zrm_2013", "zrm_2017"))
SOUND = sound_files()
WORKBOOKS = [content for name, content in SOUND.items() if not name.endswith(("csv", "txt"))]
# Damaged workbooks are read by processes of their own; their details in this one too, where every fault shows.
SHARES = {"bytes": 0.15, "details": 0.45, "grid": 0.4}


def run_case(number: int) -> str:
    """What was tried, and what came of it; an unexpected exception goes up."""
    chance = Random(number)
    kind = chance.choices(tuple(SHARES), tuple(SHARES.values()))[0]
    if kind == "details":
        return f"details: {_try_details(chance)}"
    if kind == "grid":
        return f"grid: {_try_files(random_files(chance), chance)}"
    name = chance.choice(tuple(SOUND))
    return f"bytes: {_try_files({name: mutated(SOUND[name], chance)}, chance)}"


def _try_details(chance: Random) -> str:
    content = mutated(chance.choice(WORKBOOKS), chance)
    try:
        read_details(content, limits.MAX_ROWS, limits.MAX_CELLS)
    except (Locked, NotReadable, ParseError, LookupError, *ZIP_FAULTS):
        return "refused"
    return "read"


def _try_files(files: dict[str, bytes], chance: Random) -> str:
    uploads = [Upload(name=name, content=content) for name, content in files.items()]
    mapping, instruments = random_mapping(chance), chance.choice(INSTRUMENTS)
    registration = read_registration(
        uploads, PSEUDONYMS, instruments=instruments, mapping=mapping, clean=keep, today=TODAY
    )
    _check_promises(registration)
    if chance.random() < 0.2:
        mark_workbook(uploads[0], registration, Words(chance.choice(("nl", "en"))))
    return "accepted" if not registration.errors else "refused"


def _check_promises(registration: Registration) -> None:
    """What holds of every upload."""
    tally, frame = registration.tally, registration.observations
    assert tally.read == tally.accepted + tally.refused + tally.skipped
    assert set(OBSERVATION_COLUMNS) <= set(frame.columns)
    assert not frame.duplicated(["participant_id", "instrument", "indicator", "moment", "rater"]).any()
    assert frame["value"].notna().all()
    for issue in registration.issues:
        assert issue.message("nl")
        assert issue.message("en")
