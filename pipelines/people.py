"""Who somebody is, from the claims of their login and the settings."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from pipelines.domain.person import Person
from pipelines.domain.role import Role
from pipelines.settings import Settings

# Whoever sits at the computer itself, where nobody logs in.
LOCAL_PERSON = Person(roles=frozenset(Role) - {Role.FUNDER})


def person_from_claims(claims: Mapping[str, Any], settings: Settings, now: datetime | None = None) -> Person | None:
    """None when the login is too old to be trusted, or says of nobody who they are."""
    if not _is_fresh(claims.get("iat"), settings.login_hours, now or datetime.now(UTC)):
        return None
    address, groups = _address(claims), _values(claims, settings.claims.name)
    login = claims.get("sub") or address
    if not login:
        return None
    return Person(
        name=str(claims.get("name") or address or login),
        login=f"{claims.get('iss', '')} {login}",
        roles=settings.people.roles_of(frozenset({address} - {""})) | settings.claims.roles_of(groups),
        shared_with=groups | ({address} - {""}),
    )


def _is_fresh(issued_at: object, hours: int, now: datetime) -> bool:
    """By the time at which the provider said who it is, in seconds since 1970 (OpenID Connect Core 1.0, 2)."""
    if not isinstance(issued_at, int | float):
        return False
    return now - datetime.fromtimestamp(issued_at, UTC) < timedelta(hours=hours)


def _address(claims: Mapping[str, Any]) -> str:
    """Empty when the provider says that it was not verified: anybody could have written it."""
    address = claims.get("email")
    if not isinstance(address, str) or claims.get("email_verified") in (False, "false"):
        return ""
    return address.strip().casefold()


def _values(claims: Mapping[str, Any], name: str) -> frozenset[str]:
    """A claim may be one text or a list, and lie inside another ("realm_access.roles")."""
    found: Any = claims
    for part in name.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    values = [found] if isinstance(found, str) else found if isinstance(found, list | tuple) else []
    return frozenset(value.strip().casefold() for value in values if isinstance(value, str) and value.strip())
