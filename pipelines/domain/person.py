"""Somebody who is here: what they are called on the screen, what they are, and what can be shared with them."""

from pipelines.domain.frozen import Frozen
from pipelines.domain.role import Role


class Person(Frozen):
    """`login` tells people apart and is None for who did not log in. `shared_with` is what an edition can be shared
    with: an e-mail address, a group. None of it is stored."""

    name: str = ""
    login: str | None = None
    roles: frozenset[Role] = frozenset()
    shared_with: frozenset[str] = frozenset()

    def is_any_of(self, roles: frozenset[Role]) -> bool:
        return bool(self.roles & roles)
