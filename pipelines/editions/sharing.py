"""With whom an edition is shared: a small file beside it that its owner can change, unlike the edition itself."""

import os
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import tomli_w
from pydantic import Field, ValidationError, field_validator

from pipelines.domain.frozen import Frozen
from pipelines.domain.person import Person
from pipelines.domain.role import OF_THE_PROJECT
from pipelines.editions.edition_id import checked_edition_id


class DamagedSharing(ValueError):
    """The file that says with whom an edition is shared cannot be read: until it is mended, with nobody."""


class Sharing(Frozen):
    """Unless it is said otherwise, only those who work for the project see an edition.

    `funders` are e-mail addresses, or values of the login's claim: who is named here needs no role besides. Links hold
    for one `link_round`: the next one makes all earlier links worthless.
    """

    public: bool = False
    funders: tuple[str, ...] = ()
    link_round: int = Field(0, ge=0)

    @field_validator("funders")
    @classmethod
    def _alike(cls, funders: tuple[str, ...]) -> tuple[str, ...]:
        """As a login writes them: without capitals, each once."""
        return tuple(sorted({funder.strip().casefold() for funder in funders} - {""}))

    def is_open_to(self, person: Person | None) -> bool:
        """Whether somebody may see the edition; None is somebody who did not log in."""
        if self.public:
            return True
        if person is None:
            return False
        return person.is_any_of(OF_THE_PROJECT) or bool(person.shared_with & set(self.funders))

    def shared_with(self, funders: Iterable[str]) -> Self:
        """With these funders, instead of those before."""
        return type(self)(public=self.public, funders=tuple(funders), link_round=self.link_round)

    def made_public(self, public: bool = True) -> Self:
        return self.model_copy(update={"public": public})

    def without_links(self) -> Self:
        """All links that were given out are withdrawn."""
        return self.model_copy(update={"link_round": self.link_round + 1})


NOT_SHARED = Sharing()


def sharing_file(editions: Path, edition_id: str) -> Path:
    """Raises UnusableEditionId."""
    return editions / f"{checked_edition_id(edition_id)}.sharing.toml"


def read_sharing(editions: Path, edition_id: str) -> Sharing:
    """Not shared as long as nothing was said. Raises DamagedSharing and UnusableEditionId."""
    file = sharing_file(editions, edition_id)
    try:
        return Sharing.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return NOT_SHARED
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as fault:
        raise DamagedSharing(f"{file} cannot be read: mend it, or remove it to share with nobody.") from fault


def write_sharing(editions: Path, edition_id: str, sharing: Sharing) -> None:
    """As a whole or not at all: whoever reads meanwhile reads what was there before. Readable by its owner only."""
    file = sharing_file(editions, edition_id)
    editions.mkdir(parents=True, exist_ok=True)
    descriptor, fresh = tempfile.mkstemp(dir=editions, prefix=f".{file.name}.")
    try:
        with os.fdopen(descriptor, "wb") as opened:
            tomli_w.dump(sharing.model_dump(mode="json"), opened)
            opened.flush()
            os.fsync(opened.fileno())
        Path(fresh).replace(file)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
