"""One file as somebody chose it: its name and its bytes."""

from pydantic import Field

from pipelines.domain.frozen import Frozen


class Upload(Frozen):
    name: str
    content: bytes = Field(repr=False)
