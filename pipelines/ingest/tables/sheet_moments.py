"""Which moment a whole sheet or file is about: because the mapping says so, or by its name."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from pipelines.domain.registration import Reason
from pipelines.domain.spelling import bare
from pipelines.ingest.headings.moments import is_lettered, moment_of_name
from pipelines.ingest.tables.moments_together import may_be_months
from pipelines.ingest.tables.uploads import OpenedUpload


class SheetMoment(NamedTuple):
    moment: int
    reason: Reason


def moments_of_sheets(opened: Sequence[OpenedUpload], given: Mapping[str, int]) -> dict[str, SheetMoment]:
    """The moment by the label of every sheet that tells one.

    `given` (by the name or label of a sheet, or the name of a file) goes before the name of the sheet, and that before
    the name of the file. Names such as T6 and T12 may speak of months: then none of those tells anything.
    """
    said = {bare(name): moment for name, moment in given.items()}
    by_name = dict(_by_names(opened))
    lettered = [moment for moment, is_letter in by_name.values() if is_letter]
    unsure = may_be_months(lettered)
    found = {
        label: SheetMoment(moment, Reason.MOMENT_OF_SHEET)
        for label, (moment, is_letter) in by_name.items()
        if not (unsure and is_letter and moment)
    }
    return found | {label: SheetMoment(moment, Reason.SAID) for label, moment in _by_mapping(opened, said)}


def _by_mapping(opened: Sequence[OpenedUpload], said: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    for upload in opened:
        for sheet in upload.sheets:
            names = (sheet.label, sheet.name, upload.name, PurePath(upload.name).stem)
            told = next((said[bare(name)] for name in names if bare(name) in said), None)
            if told is not None:
                yield sheet.label, told


def _by_names(opened: Sequence[OpenedUpload]) -> Iterator[tuple[str, tuple[int, bool]]]:
    for upload in opened:
        file = PurePath(upload.name).stem
        for sheet in upload.sheets:
            for name in dict.fromkeys((sheet.name, "" if file.isdigit() else file)):
                moment = moment_of_name(name)
                if moment is not None:
                    yield sheet.label, (moment, is_lettered(name))
                    break
