"""What all models of the vocabulary share: they cannot be changed and know no stray fields."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["nl", "en"]


class Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Name(Frozen):
    """What something is called, in both languages."""

    nl: str
    en: str

    def to(self, language: Language) -> str:
        return self.nl if language == "nl" else self.en
