"""Who may open which page, and who may do what with the data. The pages ask, and so does the door to the store."""

from collections.abc import Mapping
from enum import StrEnum

from dashboard.people import current_person
from pipelines.domain.person import Person
from pipelines.domain.role import OF_THE_PROJECT, Role

Roles = frozenset[Role]

LEADER: Roles = frozenset({Role.PROJECT_LEADER})
ADMINISTRATOR: Roles = frozenset({Role.ADMINISTRATOR})

ROLES_OF_PAGE: Mapping[str, Roles] = {
    "start": OF_THE_PROJECT,
    "count_and_tell": OF_THE_PROJECT,
    "life_domain": OF_THE_PROJECT,
    "understanding": OF_THE_PROJECT,
    "flow": OF_THE_PROJECT,
    "actions": OF_THE_PROJECT,
    "over_time": OF_THE_PROJECT,
    "for_whom": OF_THE_PROJECT,
    "compared": OF_THE_PROJECT,
    "recognised": OF_THE_PROJECT,
    "publishing": OF_THE_PROJECT,
    "steering": LEADER,
    "learning": LEADER,
    "upload": LEADER,
    "method": OF_THE_PROJECT | ADMINISTRATOR,
    "people": ADMINISTRATOR,
    "audit_log": ADMINISTRATOR,
    "backup": ADMINISTRATOR,
}


class Deed(StrEnum):
    """What is done with the data; overseeing is to see who has which role, and the audit log."""

    READ = "read"
    KEEP_NOTES = "keep_notes"
    IMPORT = "import"
    ERASE = "erase"
    COMPOSE = "compose"
    SIGN_OFF = "sign_off"
    SHARE = "share"
    BACK_UP = "back_up"
    OVERSEE = "oversee"


ROLES_OF_DEED: Mapping[Deed, Roles] = {
    Deed.READ: OF_THE_PROJECT,
    Deed.KEEP_NOTES: OF_THE_PROJECT,
    Deed.IMPORT: LEADER,
    Deed.ERASE: LEADER,
    Deed.COMPOSE: LEADER,
    Deed.SIGN_OFF: OF_THE_PROJECT,
    Deed.SHARE: LEADER,
    Deed.BACK_UP: ADMINISTRATOR,
    Deed.OVERSEE: ADMINISTRATOR,
}


class NotAllowed(PermissionError):
    """Whoever is here may not do this."""


def may_open(person: Person | None, page: str) -> bool:
    return person is not None and person.is_any_of(ROLES_OF_PAGE[page])


def may_do(deed: Deed) -> bool:
    """Whether whoever is here may do this. Raises OpenToOthers and WrongSettings."""
    person = current_person()
    return person is not None and person.is_any_of(ROLES_OF_DEED[deed])


def demand(deed: Deed) -> None:
    """Raises NotAllowed unless whoever is here may do this; OpenToOthers and WrongSettings too."""
    if not may_do(deed):
        raise NotAllowed(deed.value)
