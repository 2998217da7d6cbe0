"""How sure we are: what the design can say, what the next rung needs, and what else may explain the change."""

from collections.abc import Sequence

from dashboard.language import Words
from dashboard.notation import day
from dashboard.sentences.names import domain_name
from pipelines.editions.contents import PublishedWords
from pipelines.editions.edition import Edition


def by_itself_sentences(edition: Edition, words: Words) -> list[str]:
    """What always may have made a part of the change."""
    return [words("sentences.certainty.regression")] if edition.contents.indicators else []


def words_of(edition: Edition, *kinds: str) -> Sequence[PublishedWords]:
    return [said for said in edition.contents.words if said.kind in kinds]


def said_by(said: PublishedWords, words: Words) -> str:
    """ "Financiën · begeleider, 3 maart 2026"."""
    about = domain_name(said.life_domain, {}, words)
    return f"{about} · {words('sentences.story.teller', teller=said.role, month=day(said.noted_on, words.language))}"
