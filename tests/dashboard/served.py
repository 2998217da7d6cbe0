"""The dashboard in served mode, and people of every role at its door."""

import time
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

ADDRESS_OF = {
    "project_leader": "leader@example.org",
    "second_reader": "reader@example.org",
    "funder": "funder@example.org",
    "administrator": "administrator@example.org",
}
WITHOUT_ROLE, NOT_LOGGED_IN, LOGGED_IN_LONG_AGO = "without a role", "not logged in", "logged in long ago"
EVERYBODY = (*ADDRESS_OF, WITHOUT_ROLE, NOT_LOGGED_IN, LOGGED_IN_LONG_AGO)
DAY = 24 * 60 * 60


def serve(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings under which people log in, each with one role."""
    monkeypatch.setenv("TEL_EN_VERTEL_MODE", "served")
    monkeypatch.setenv("TEL_EN_VERTEL_IMPACT_APP", "https://impact.example.org")
    for role, address in ADDRESS_OF.items():
        monkeypatch.setenv(f"TEL_EN_VERTEL_PEOPLE__{role.upper()}", f'["{address}"]')


def login_of(who: str) -> dict[str, Any]:
    """What Streamlit knows of somebody: the claims of their login."""
    if who == NOT_LOGGED_IN:
        return {"is_logged_in": False}
    address = ADDRESS_OF.get("project_leader" if who == LOGGED_IN_LONG_AGO else who, "nobody@example.org")
    issued_at = int(time.time()) - (DAY if who == LOGGED_IN_LONG_AGO else 5)
    return {
        "is_logged_in": True, "iss": "https://id.example.org", "sub": who, "iat": issued_at, "name": f"Naam van {who}",
        "email": address, "email_verified": True,
    }  # fmt: skip


def said(app: AppTest) -> str:
    """Everything that reached the browser, as text."""
    return "\n".join(str(message.proto) for message in _all_of(app._tree))


def _all_of(block: Any) -> list[Any]:
    found = [block] if hasattr(block, "proto") and block.proto is not None else []
    for child in getattr(block, "children", {}).values():
        found += _all_of(child)
    return found
