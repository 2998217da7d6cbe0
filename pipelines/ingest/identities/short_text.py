"""Short texts (what was done, a value of an attribute) lose what has a fixed form, and names.

The finder of names for stories takes seconds to load and reads sentences; a few words are held against plain lists.
"""

import re
from enum import Enum

from pipelines.ingest.identities.dutch_names import NAMED_AFTER, is_first_name, is_full_name, name_lists, plain
from pipelines.ingest.identities.own_names import KIND, NO_NAMES, OwnNames
from pipelines.ingest.identities.personal_data import take_out_personal_data
from pipelines.ingest.identities.taken_out import Cleaned, TakenOut

# A word with a capital, and those that follow it as the parts of a name do.
CAPITAL = r"[A-ZÀ-ÖØ-ÞİŞĞŚŽČŁ]"
INTERFIX = r"(?:van|de|der|den|het|ten|ter|te|el|al|ben|bin|la|le|'t|in|op)"
POSSIBLE_NAME = re.compile(rf"(?<!\w){CAPITAL}[\w'’.-]*(?: (?:{INTERFIX} ){{0,3}}{CAPITAL}[\w'’-]*){{0,3}}")


class Names(Enum):
    """Which names are taken out besides those of the project itself."""

    NONE = "none"  # neighbourhoods are called after people
    FULL = "full"  # the name of a group may be a first name: Frans is a language
    ALL = "all"


def clean_short_text(text: str, own_names: OwnNames = NO_NAMES, names: Names = Names.ALL) -> Cleaned:
    """The text without personal data and names."""
    text, by_form = take_out_personal_data(text)
    text, own = own_names.take_out(text)
    taken: list[TakenOut] = []
    if names is not Names.NONE:
        text = POSSIBLE_NAME.sub(lambda match: _replace(match[0], names, taken), text)
    return text, (*by_form, *own, *taken)


def _replace(words: str, names: Names, taken: list[TakenOut]) -> str:
    found = _name_in(words, names)
    if not found:
        return words
    taken.append(TakenOut(KIND, found))
    return words.replace(found, f"[{KIND}]", 1)


def _name_in(words: str, names: Names) -> str | None:
    """The name among words with capitals: the longest run of them that is one."""
    parts = words.split(" ")
    runs = ((start, end) for length in range(len(parts), 0, -1) for start in range(len(parts) - length + 1)
            for end in [start + length])  # fmt: skip
    for start, end in runs:
        run = " ".join(parts[start:end]).rstrip(".,")
        if is_full_name(run) or (names is Names.ALL and _is_first_name_alone(run, parts[end:])):
            return run
    return None


def _is_first_name_alone(word: str, following: list[str]) -> bool:
    """ "Fatima", also "Fatima's"; not the Jan of Jan van Galenbuurt."""
    name = re.sub(r"['’]s$", "", word)
    is_place = bool(following) and bool(NAMED_AFTER.fullmatch(plain(following[-1])))
    return not is_place and is_first_name(name) and plain(name) not in name_lists().common_words
