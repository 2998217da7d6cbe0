"""What is known of an edition as a whole: whose it is, who signed it, by which rules, and made from what."""

from datetime import datetime

from pipelines.domain.frozen import Frozen
from pipelines.editions.rules import Rules

# Of method.md: rises when a definition or a formula changes what an edition would say.
METHOD_VERSION = "1.0"


class Manifest(Frozen):
    """`registrations` is a hash of all that stood registered; `files` are the other files with their SHA-256.

    `edition` is its id and the name of its folder. `replaces` is the edition whose place this one takes.
    """

    edition: str
    project: str
    published_at: datetime
    composed_by: str
    signed_by: str
    method: str
    software: str
    registrations: str
    rules: Rules
    replaces: str | None
    files: dict[str, str]
