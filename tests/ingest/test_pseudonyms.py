"""A pseudonym is HMAC-SHA256 over project, kind and number: one by one and many at once alike."""

import hmac

from hypothesis import given
from hypothesis import strategies as st

from pipelines.ingest.identities.pseudonyms import Pseudonyms, canonical_number

KEY = bytes(range(32))


@given(st.lists(st.text(max_size=8), max_size=8))
def test_many_at_once_are_those_of_each(numbers):
    pseudonyms = Pseudonyms(KEY, "East").with_same_people([("p1", "p2")])
    assert pseudonyms.participants(numbers) == list(map(pseudonyms.participant, numbers))
    assert pseudonyms.participants(["P1", "p2"]) == [pseudonyms.of_number("p2")] * 2


@given(st.text(max_size=8))
def test_it_is_a_keyed_hash_of_what_is_said(number):
    said = f"East\x1fparticipant\x1f{canonical_number(number)}".encode()
    expected = int.from_bytes(hmac.digest(KEY, said, "sha256")[:8]) >> 1
    assert Pseudonyms(KEY, "East").participants([number]) == [expected]
