"""A link opens one edition until its day, unless it was changed or taken back."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.editions.share_links import (
    KEY_FILE,
    LinkExpired,
    LinkRefused,
    LinkTampered,
    LinkWithdrawn,
    edition_of_link,
    make_share_link,
)
from pipelines.editions.sharing import read_sharing, write_sharing

EDITION, OTHER = "2026-11-east-3f2a9c1d", "2026-11-west-77aa01bc"
NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
TOMORROW = NOW + timedelta(days=1)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editions")


def withdraw_links(editions: Path, edition_id: str) -> None:
    write_sharing(editions, edition_id, read_sharing(editions, edition_id).without_links())


def test_a_link_opens_its_edition_until_its_moment(editions: Path):
    token = make_share_link(editions, EDITION, TOMORROW)
    assert edition_of_link(editions, token, TOMORROW - timedelta(seconds=1)) == EDITION
    with pytest.raises(LinkExpired):
        edition_of_link(editions, token, TOMORROW)


def test_a_link_holds_the_edition_and_the_moment_and_nothing_else(editions: Path):
    edition, expires, signature = make_share_link(editions, EDITION, TOMORROW).split(".")
    assert (edition, expires, len(signature)) == (EDITION, str(int(TOMORROW.timestamp())), 64)


def test_links_that_are_withdrawn_say_so_and_new_ones_hold(tmp_path: Path):
    first = make_share_link(tmp_path, EDITION, TOMORROW)
    of_other = make_share_link(tmp_path, OTHER, TOMORROW)
    withdraw_links(tmp_path, EDITION)
    second = make_share_link(tmp_path, EDITION, TOMORROW)
    withdraw_links(tmp_path, EDITION)
    for token in (first, second):
        with pytest.raises(LinkWithdrawn):
            edition_of_link(tmp_path, token, NOW)
    assert edition_of_link(tmp_path, make_share_link(tmp_path, EDITION, TOMORROW), NOW) == EDITION
    assert edition_of_link(tmp_path, of_other, NOW) == OTHER


def test_another_edition_or_a_later_day_is_tampering(editions: Path):
    edition, expires, signature = make_share_link(editions, EDITION, TOMORROW).split(".")
    for token in (f"{OTHER}.{expires}.{signature}", f"{edition}.{int(expires) + 1}.{signature}"):
        with pytest.raises(LinkTampered):
            edition_of_link(editions, token, NOW)


def test_a_tampered_link_is_never_called_expired(editions: Path):
    edition, _, signature = make_share_link(editions, EDITION, TOMORROW).split(".")
    with pytest.raises(LinkTampered):
        edition_of_link(editions, f"{edition}.1.{signature}", NOW)


def test_a_link_of_another_installation_opens_nothing(editions: Path, tmp_path: Path):
    with pytest.raises(LinkTampered):
        edition_of_link(tmp_path, make_share_link(editions, EDITION, TOMORROW), NOW)


@settings(max_examples=300, deadline=None)
@given(place=st.integers(0, 200), letter=st.characters())
def test_no_letter_of_a_link_can_be_changed(editions: Path, place: int, letter: str):
    token = make_share_link(editions, EDITION, TOMORROW)
    place %= len(token)
    changed = token[:place] + letter + token[place + 1 :]
    if changed != token:
        with pytest.raises(LinkTampered):
            edition_of_link(editions, changed, NOW)


@settings(max_examples=200, deadline=None)
@given(token=st.text() | st.from_regex(r"[a-z0-9.-]{0,40}\.[0-9]{0,20}\.[0-9a-f]{60,70}"))
def test_no_text_opens_anything(editions: Path, token: str):
    with pytest.raises(LinkRefused):
        edition_of_link(editions, token, NOW)


def test_a_moment_without_a_time_zone_is_no_moment(editions: Path):
    with pytest.raises(ValueError, match="time zone"):
        make_share_link(editions, EDITION, datetime(2026, 12, 1))


def test_the_key_lies_beside_the_editions_for_its_owner_only(editions: Path):
    make_share_link(editions, EDITION, TOMORROW)
    assert stat.S_IMODE((editions / KEY_FILE).stat().st_mode) == 0o600
