"""From the claims of a login to a person with roles."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from pipelines.domain.role import Role
from pipelines.people import person_from_claims
from pipelines.settings import Claims, OfEachRole, Settings

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
SETTINGS = Settings(
    people=OfEachRole(project_leader=("Leader@Example.org",), administrator=("leader@example.org",)),
    claims=Claims(name="realm_access.roles", second_reader=("Readers",), funder=("funders",)),
)


def claims(**said: Any) -> dict[str, Any]:
    return {"iss": "https://id.example.org", "sub": "42", "iat": NOW.timestamp() - 60, **said}


def roles(**said: Any) -> set[Role]:
    person = person_from_claims(claims(**said), SETTINGS, NOW)
    assert person is not None
    return set(person.roles)


def test_an_address_gives_every_role_it_stands_under_whatever_its_capitals():
    assert roles(email="LEADER@example.ORG", email_verified=True) == {Role.PROJECT_LEADER, Role.ADMINISTRATOR}


def test_a_provider_that_says_nothing_of_verifying_is_believed():
    assert Role.PROJECT_LEADER in roles(email="leader@example.org")


@pytest.mark.parametrize("verified", [False, "false"])
def test_an_address_that_was_not_verified_gives_nothing(verified: object):
    assert roles(email="leader@example.org", email_verified=verified) == set()


def test_a_claim_inside_another_gives_its_role():
    assert roles(realm_access={"roles": ["readers", "others"]}) == {Role.SECOND_READER}


@pytest.mark.parametrize("value", [None, 7, {"a": 1}, [7, None, ""], ""])
def test_a_claim_of_an_odd_form_gives_no_role(value: object):
    assert roles(realm_access={"roles": value}) == set()
    assert roles(realm_access=value) == set()


def test_one_value_need_not_be_a_list():
    assert roles(realm_access={"roles": "FUNDERS"}) == {Role.FUNDER}


def test_a_login_that_is_too_old_is_nobody():
    old = claims(iat=(NOW - timedelta(hours=12)).timestamp())
    assert person_from_claims(old, SETTINGS, NOW) is None
    assert person_from_claims(claims(iat=None), SETTINGS, NOW) is None


def test_a_login_that_names_nobody_is_nobody():
    assert person_from_claims({"iat": NOW.timestamp()}, SETTINGS, NOW) is None


def test_the_same_subject_of_another_provider_is_somebody_else():
    one = person_from_claims(claims(), SETTINGS, NOW)
    other = person_from_claims(claims(iss="https://other.example.org"), SETTINGS, NOW)
    assert one.login != other.login


def test_an_edition_can_be_shared_with_an_address_or_a_group():
    person = person_from_claims(claims(email="F@x.org", realm_access={"roles": ["City"]}), SETTINGS, NOW)
    assert person.shared_with == {"f@x.org", "city"}
