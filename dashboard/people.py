"""Who is here: in local mode whoever sits at this computer, in served mode who logged in."""

from ipaddress import ip_address

import streamlit as st

from pipelines.audit_log import AuditLog, Event
from pipelines.domain.person import Person
from pipelines.people import LOCAL_PERSON, person_from_claims
from pipelines.settings import read_settings


class OpenToOthers(PermissionError):
    """Local mode, where nobody logs in, on an address that other computers reach; the message names the address."""


def current_person() -> Person | None:
    """None for somebody who has to log in first. Raises OpenToOthers and WrongSettings."""
    settings = read_settings()
    if settings.mode == "local":
        _refuse_other_computers()
        return LOCAL_PERSON
    claims = st.user.to_dict()
    return person_from_claims(claims, settings) if claims.get("is_logged_in") is True else None


def can_log_in() -> bool:
    """Whether an OpenID provider was set up: only then does Streamlit know of logging in."""
    return "is_logged_in" in st.user


def is_served() -> bool:
    return read_settings().mode == "served"


def current_audit_log() -> AuditLog:
    """The log of what is done with the registrations."""
    settings = read_settings()
    return AuditLog(settings.audit_log_of(settings.db))


def readers_audit_log() -> AuditLog:
    """The log of the program for funders, which is not told where the registrations are."""
    return AuditLog(read_settings().readers_audit_log)


def current_code() -> str:
    """By which whoever is here is known again without being named; empty where nobody logs in."""
    person = current_person()
    return (person and current_audit_log().code_of(person)) or ""


def note(
    event: Event,
    *,
    project_id: int | None = None,
    import_id: int | None = None,
    edition_id: str | None = None,
    page: str | None = None,
) -> None:
    """In the audit log, as done by whoever is here; nothing for somebody who did not log in."""
    if (person := current_person()) is not None:
        current_audit_log().note(
            event, person, project_id=project_id, import_id=import_id, edition_id=edition_id, page=page
        )


def _refuse_other_computers() -> None:
    """By the address that the server listens on, and by the name under which the browser asked: a proxy on this very
    computer would pass others on."""
    listens_on = st.get_option("server.address")
    if not is_this_computer(listens_on or ""):
        raise OpenToOthers(listens_on or "0.0.0.0")
    asked_for = st.context.headers.get("Host")
    if asked_for and not is_this_computer(host_of(asked_for)):
        raise OpenToOthers(asked_for)


def host_of(header: str) -> str:
    """Without the port: `localhost:8501`, `[::1]:8501`."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.rpartition(":")[0] if ":" in header else header


def is_this_computer(address: str) -> bool:
    if address.lower() == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
