"""What the address asks for: which edition, and which life domain to go to at once."""

from urllib.parse import urlencode

import streamlit as st

EDITION_KEY, DOMAIN_KEY = "edition", "domain"


def asked_edition() -> str | None:
    return st.query_params.get(EDITION_KEY)


def asked_domain() -> str | None:
    return st.query_params.get(DOMAIN_KEY)


def asked() -> dict[str, str]:
    """All of it, to take along to another screen; the language goes along by itself."""
    return {key: st.query_params[key] for key in (EDITION_KEY, DOMAIN_KEY) if key in st.query_params}


def address_of(edition_id: str, life_domain: str, language: str) -> str:
    """A link to one life domain that can be sent to somebody."""
    return "?" + urlencode({EDITION_KEY: edition_id, DOMAIN_KEY: life_domain, "lang": language})
