"""Who reads the editions, and by what right somebody sees one."""

from pathlib import Path

import streamlit as st
from pydantic import Field

from dashboard.people import current_person
from pipelines.audit_log import Way
from pipelines.domain.frozen import Frozen
from pipelines.domain.person import Person
from pipelines.domain.role import OF_THE_PROJECT
from pipelines.editions.edition_id import UnusableEditionId
from pipelines.editions.share_links import LinkRefused, edition_of_link
from pipelines.editions.sharing import DamagedSharing, read_sharing
from pipelines.people import LOCAL_PERSON

# In the session, which stays on the server.
LINK_KEY = "share_link"


class Visitor(Frozen):
    """`person` is None for who did not log in. `link` is the token of a share link: a secret, so no text shows it."""

    person: Person | None
    link: str | None = Field(None, repr=False)

    @property
    def is_at_this_computer(self) -> bool:
        """In local mode, where the folder belongs to who sits there."""
        return self.person == LOCAL_PERSON

    @property
    def is_of_the_project(self) -> bool:
        return self.person is not None and self.person.is_any_of(OF_THE_PROJECT)

    def way_to(self, editions: Path, edition_id: str) -> Person | Way | None:
        """As whom they see this edition; None if they do not. Asked anew each time: what is taken back is gone."""
        if self.is_at_this_computer:
            return self.person
        try:
            sharing = read_sharing(editions, edition_id)
        except (DamagedSharing, UnusableEditionId):
            return None
        if sharing.is_open_to(self.person):
            return self.person or Way.PUBLIC
        return Way.SHARE_LINK if self._has_link_to(editions, edition_id) else None

    def _has_link_to(self, editions: Path, edition_id: str) -> bool:
        try:
            return self.link is not None and edition_of_link(editions, self.link) == edition_id
        except (LinkRefused, DamagedSharing):
            return False


def current_visitor() -> Visitor:
    """Raises OpenToOthers and WrongSettings."""
    return Visitor(person=current_person(), link=st.session_state.get(LINK_KEY))
