"""What life domains and attributes are called on the pages."""

from collections.abc import Mapping, Sequence

from dashboard.language import Words
from dashboard.outcome_rows import rows
from dashboard.sentences.recognition import field_name
from pipelines.domain.comparison import START_LEVEL
from pipelines.domain.life_domain import life_domains
from pipelines.domain.outcome import Outcome

ATTRIBUTE_FIELD = "attribute:"
TAKING_PART = "group"
OF_THE_METHOD = {TAKING_PART: "compared.choice.comparison", START_LEVEL: "for_whom.choice.start_level"}


def domain_names(outcomes: Sequence[Outcome], words: Words) -> dict[str, str]:
    """The life domains that are measured, by code, in the order of the instrument."""
    return {row.life_domain: words.name(row.name) for row in rows(outcomes, "instrument")}


def domain_name(code: str | None, names: Mapping[str, str], words: Words) -> str:
    """None is the project as a whole; a domain that is not measured keeps its own name, or the one it was given."""
    if code is None:
        return words("notes.whole_project")
    known = life_domains().get(code)
    return names.get(code) or (words.name(known.name) if known else code)


def attribute_name(attribute: str, words: Words) -> str:
    """As the registration sheet calls it, else as the project wrote it."""
    if attribute in OF_THE_METHOD:
        return words(OF_THE_METHOD[attribute])
    field = f"{ATTRIBUTE_FIELD}{attribute}"
    name = field_name(words, field)
    return attribute.replace("_", " ") if name == field else name
