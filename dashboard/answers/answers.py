"""Everything that somebody said about one upload, up to now."""

from pydantic import Field

from dashboard.answers.mends import Mend
from pipelines.domain.frozen import Frozen, Name
from pipelines.ingest.mapping.column_mapping import ColumnMapping


class Answers(Frozen):
    """`mends` belong to the files with this `content`: other files have other cells. `mistakes` are values that were
    called a slip of the pen; `names` are to be taken out of the texts. `mapping_fault` says why a mapping that was
    offered is not used.
    """

    content: str = ""
    mapping: ColumnMapping = ColumnMapping()
    mapping_fault: Name | None = None
    mends: tuple[Mend, ...] = ()
    mistakes: tuple[str, ...] = Field(default=(), repr=False)
    names: tuple[str, ...] = Field(default=(), repr=False)
