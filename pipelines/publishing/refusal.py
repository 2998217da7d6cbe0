"""Why something is not published: all reasons together, each with what is needed to say it in words."""

from typing import Literal

from pipelines.domain.frozen import Frozen

Code = Literal[
    "not_signed",  # nobody put a name to it
    "too_few",  # fewer took part than the minimum
    "unknown_attribute",
    "unknown_instrument",
    "unknown_story",
    "no_consent",  # the teller did not agree to everybody's reading the story
    "no_reason",  # it is not said why this story was chosen
    "only_better",  # stories of the same or worse exist on this life domain and none is shown
    "few_apart",  # beside an earlier edition a few people could be told apart
    "shown_before",  # what is small now follows from what an earlier edition shows
    "nothing_waits",  # nobody proposed an edition, or it was taken back
    "same_person",  # who proposed it may not sign it too
    "changed",  # it would read otherwise now than when it was looked at
]


class Reason(Frozen):
    """`about` is the attribute, instrument, story, life domain, population or edition that it concerns."""

    code: Code
    about: str = ""
    edition: str = ""
    n: int | None = None

    def __str__(self) -> str:
        details = [self.about, self.edition, "" if self.n is None else str(self.n)]
        return " ".join([self.code, *(detail for detail in details if detail)])


class PublishingRefused(ValueError):
    """Nothing was published; `reasons` are never empty."""

    def __init__(self, reasons: list[Reason]) -> None:
        super().__init__("; ".join(map(str, reasons)))
        self.reasons = tuple(reasons)
