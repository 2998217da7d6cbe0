"""Links with which a funder without an account sees one edition until a day: signed, and to be withdrawn.

A token reads `<edition id>.<expiry in seconds since 1970>.<HMAC-SHA256 of both and the edition's link round>`.
"""

import hmac
import re
from datetime import UTC, datetime
from pathlib import Path

from pipelines.domain.secret_key import read_or_make_key
from pipelines.editions.edition_id import UnusableEditionId, checked_edition_id
from pipelines.editions.sharing import read_sharing

KEY_FILE = "share_links.key"
TOKEN = re.compile(r"(?P<edition_id>[a-z0-9-]{1,120})\.(?P<expires>[0-9]{1,12})\.(?P<signature>[0-9a-f]{64})")


class LinkRefused(Exception):
    """The link opens nothing; which of the three it is says what to do about it."""


class LinkTampered(LinkRefused):
    """It is no link of this installation, or not a whole one."""


class LinkExpired(LinkRefused):
    """Its day is over."""


class LinkWithdrawn(LinkRefused):
    """The owner of the edition took it back."""


def make_share_link(editions: Path, edition_id: str, expires_at: datetime) -> str:
    """The token for one edition, good until the moment given (with a time zone), or until links are withdrawn."""
    if expires_at.tzinfo is None:
        raise ValueError("the moment at which a link expires needs a time zone")
    expires = int(expires_at.timestamp())
    round_ = read_sharing(editions, checked_edition_id(edition_id)).link_round
    return f"{edition_id}.{expires}.{_signature(_key(editions), edition_id, expires, round_)}"


def edition_of_link(editions: Path, token: str, now: datetime | None = None) -> str:
    """The id of the edition that the token opens. Raises LinkTampered, LinkExpired or LinkWithdrawn.

    Only after the signature is known to be ours is anything said of what the token holds.
    """
    parts = TOKEN.fullmatch(token)
    if parts is None or not (editions / KEY_FILE).exists():
        raise LinkTampered
    edition_id, expires = parts["edition_id"], int(parts["expires"])
    try:
        current = read_sharing(editions, edition_id).link_round
    except UnusableEditionId as fault:
        raise LinkTampered from fault
    round_ = _round_of(_key(editions), edition_id, expires, parts["signature"], current)
    if round_ is None:
        raise LinkTampered
    if round_ < current:
        raise LinkWithdrawn
    if datetime.fromtimestamp(expires, UTC) <= (now or datetime.now(UTC)):
        raise LinkExpired
    return edition_id


def _round_of(key: bytes, edition_id: str, expires: int, signature: str, current: int) -> int | None:
    """The round in which the link was made; every round is tried, each in constant time. None if it is not ours."""
    fitting = [
        round_
        for round_ in range(current + 1)
        if hmac.compare_digest(_signature(key, edition_id, expires, round_), signature)
    ]
    return fitting[0] if fitting else None


def _signature(key: bytes, edition_id: str, expires: int, round_: int) -> str:
    return hmac.new(key, f"share link\x1f{edition_id}\x1f{expires}\x1f{round_}".encode(), "sha256").hexdigest()


def _key(editions: Path) -> bytes:
    return read_or_make_key(editions / KEY_FILE)
