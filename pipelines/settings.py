"""The settings of an installation: one .toml file, each setting to be overridden by the environment.

`docs/tel_en_vertel.example.toml` explains them all.
"""

import os
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsError, TomlConfigSettingsSource

from pipelines.domain.frozen import Frozen
from pipelines.domain.role import Role
from pipelines.editions.rules import LOWEST_MINIMUM

PREFIX = "TEL_EN_VERTEL_"
FILE_VARIABLE = f"{PREFIX}SETTINGS"
DEFAULT_FILE = "tel_en_vertel.toml"
HIGHEST_MINIMUM = 50


class WrongSettings(ValueError):
    """A setting is not right; the message names it and says what would be."""


def _without_capitals(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip().casefold() for name in names)


Names = Annotated[tuple[str, ...], AfterValidator(_without_capitals), Field(description='a list: ["one", "two"]')]


class OfEachRole(Frozen):
    """For each role a list."""

    project_leader: Names = ()
    second_reader: Names = ()
    funder: Names = ()
    administrator: Names = ()

    def roles_of(self, names: frozenset[str]) -> frozenset[Role]:
        """The roles that any of these (written without capitals) stands under."""
        return frozenset(role for role in Role if names & set(getattr(self, role)))


class Claims(OfEachRole):
    """Values of one claim of the login, by role."""

    name: str = Field("groups", description='the name of a claim, like "groups" or "realm_access.roles"')


class Settings(BaseSettings, frozen=True, extra="forbid", env_prefix=PREFIX, env_nested_delimiter="__"):
    """Folders and files are seen from the folder in which the program is started."""

    mode: Literal["local", "served"] = Field("local", description='"local" or "served"')
    db: Path = Field(Path(".data/tel_en_vertel.duckdb"), description="the path of a file")
    key_file: Path | None = Field(None, description="the path of a file")
    editions: Path = Field(Path(".data/editions"), description="the path of a folder")
    backups: Path = Field(Path(".data/backups"), description="the path of a folder")
    audit_log: Path | None = Field(None, description="the path of a file")
    minimum_cell_size: int = Field(10, ge=LOWEST_MINIMUM, le=HIGHEST_MINIMUM, description="a whole number from 5 to 50")
    login_hours: int = Field(12, ge=1, le=720, description="a whole number of hours, from 1 to 720")
    impact_app: str = Field(
        "", pattern=r"^(https?://\S+)?$", description='an address, like "https://impact.example.org"'
    )
    people: OfEachRole = Field(OfEachRole(), description="lists of e-mail addresses, by role")
    claims: Claims = Field(Claims(), description="the name of a claim, and lists of its values, by role")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  pydantic-settings passes it by name
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  pydantic-settings passes it by name
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment goes before the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, settings_file())

    @property
    def readers_audit_log(self) -> Path:
        """The file that was named, or else `audit.jsonl` among the editions, which is all that their readers reach."""
        return self.audit_log or self.editions / "audit.jsonl"

    @property
    def lowest_minimum(self) -> int:
        """No edition hides less: what was set, and else the least that the method allows."""
        return self.minimum_cell_size if "minimum_cell_size" in self.model_fields_set else LOWEST_MINIMUM

    def audit_log_of(self, database: Path) -> Path:
        """The file that was named, or else `<name>.audit.jsonl` beside the database."""
        return self.audit_log or database.with_name(f"{database.name}.audit.jsonl")


def settings_file() -> Path:
    return Path(os.environ.get(FILE_VARIABLE) or DEFAULT_FILE)


def read_settings() -> Settings:
    """The settings as they are now: a change of the file holds from the next question on. Raises WrongSettings."""
    overriding = tuple(sorted(item for item in os.environ.items() if item[0].startswith(PREFIX)))
    file = settings_file()
    if not file.exists() and os.environ.get(FILE_VARIABLE):
        raise WrongSettings(f"{FILE_VARIABLE} names {file}, and there is no such file.")
    return _read(file, file.stat().st_mtime_ns if file.exists() else 0, overriding)


@lru_cache(maxsize=8)
def _read(file: Path, changed_at: int, overriding: tuple[tuple[str, str], ...]) -> Settings:  # noqa: ARG001  the key
    for variable, _ in overriding:
        _refuse_unknown(variable)
    try:
        return Settings()
    except ValidationError as fault:
        raise WrongSettings(" ".join(_sentence(error["loc"], error["input"]) for error in fault.errors())) from fault
    except SettingsError as fault:
        raise WrongSettings(f"A setting in the environment cannot be read: {fault}. Write lists as JSON.") from fault
    except (OSError, ValueError) as fault:
        raise WrongSettings(f"{file} cannot be read: {fault}.") from fault


def _refuse_unknown(variable: str) -> None:
    """A misspelt setting would silently not hold."""
    name = variable.removeprefix(PREFIX).split("__")[0].lower()
    if variable != FILE_VARIABLE and name not in Settings.model_fields:
        raise WrongSettings(f"{variable} is no setting. {_known(Settings)}")


def _sentence(place: tuple[int | str, ...], given: object) -> str:
    model: type[BaseModel] = Settings
    right = ""
    names = [part for part in place if isinstance(part, str)]
    for name in names:
        if name not in model.model_fields:
            return f"{'.'.join(names)} is no setting. {_known(model)}"
        field = model.model_fields[name]
        right, model = field.description or "", field.annotation
    # What stands under a role is somebody's address: it is not repeated.
    said = f" is {given!r}, and" if len(names) == 1 and isinstance(given, int | str) else ""
    return f"{'.'.join(names)}{said} should be {right}."


def _known(model: type[BaseModel]) -> str:
    return f"There are {', '.join(model.model_fields)}."
