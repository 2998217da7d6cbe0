"""First names and surnames in use in the Netherlands, from the lists that the finder of names carries with it.

The lists are plain texts: they are read in hundredths of a second, where the finder itself takes twenty seconds.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
INITIALS = re.compile(r"(?:[A-Z][a-z]?\.){1,4}|[A-Z]")
# "Jan van Galenbuurt" is where people live, and nobody's name.
NAMED_AFTER = re.compile(
    r".+(?:straat|laan|weg|plein|buurt|wijk|kwartier|gracht|kade|park|dreef|singel|school|huis|hof|centrum|bad|brug)"
)
TITLES = frozenset("dhr mevr mw mr heer mevrouw meneer juffrouw fam familie mrs ms miss".split())
# Words that are somebody's name too, and mostly are not in a list of a project.
MOSTLY_WORDS = frozenset(
    "noord oost zuid west centrum midden binnenstad koop huur hoog laag rood groen geel wit zwart blauw bruin oranje "
    "grijs roze goud zilver man vrouw kind jong oud nieuw stel gezin groep team buurt wijk dorp stad klein groot lang "
    "kort licht zwaar arm rijk vast los half heel eerste tweede derde school werk winter zomer lente herfst mei juni "
    "juli april maart dag week maand jaar ochtend avond open dicht aan uit in op af wel niet nee ja geen veel weinig "
    "soms vaak nooit altijd stabiel sterk zwak goed slecht beter best matig voldoende actief passief start eind "
    "instroom uitstroom maatje coach gids bus trein fiets auto berg bos dam dijk polder park plein kerk molen haven "
    "eiland kamer huis flat boot kind maatwerk zorg hulp steun vrij volle band hart kracht ster zon maan anders overig "
    "divers alleen samen gehuwd weduwe pension dak brood bakker kok slager smid schilder visser jager kapper meester "
    "frans arts dokter rechter schipper timmerman tuinman herder wever mulder".split()
)


@dataclass(frozen=True)
class NameLists:
    """All in small letters without accents. `interfixes` are words such as "van der"; `names` all names there are."""

    first_names: frozenset[str]
    surnames: frozenset[str]
    names: frozenset[str]
    interfixes: frozenset[str]
    common_words: frozenset[str]


@cache
def name_lists() -> NameLists:
    """The lists. Words that are mostly something else stand only among `names`."""
    common = _list("whitelist/lst_common_word") | _list("whitelist/lst_stop_word") | MOSTLY_WORDS
    all_first = _list("names/lst_first_name")
    all_last = _list("names/lst_surname") | _list("names/lst_interfix_surname")
    places = _list("locations/lst_placename/lst_residence")
    return NameLists(
        first_names=all_first - _list("names/lst_first_name", "exceptions") - common,
        surnames=all_last - _list("names/lst_surname", "exceptions") - common - places,
        names=all_first | all_last,
        interfixes=frozenset(word for interfix in _list("names/lst_interfix") for word in interfix.split()),
        common_words=common,
    )


def plain(word: str) -> str:
    """Small letters without accents: "José" → jose."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("’", "'")


def is_full_name(text: str) -> bool:
    """Whether a whole cell is somebody's name beyond doubt: "Fatima el Amrani", "J. de Vries", "Mw. Jansen"."""
    words = _words_in_order(text)
    if not 2 <= len(words) <= 6 or NAMED_AFTER.fullmatch(plain(words[-1])):
        return False
    first, lists = plain(words[0]).strip("."), name_lists()
    if first not in TITLES | lists.first_names and not _is_initials(words[0]):
        return first in lists.names and plain(words[-1]) in lists.surnames
    rest = [word for word in words[1:] if plain(word).strip(".") not in lists.interfixes]
    return bool(rest) and all(_may_be_a_name(word) for word in rest)


def is_first_name(text: str) -> bool:
    """Whether a whole cell is a first name: "Fatima", "Anne-Marie"."""
    return plain(text.strip()) in name_lists().first_names


def is_surname(text: str) -> bool:
    """Whether a whole cell is a surname: "Jansen", "de Vries"."""
    *before, last = plain(text).split() or [""]
    if not before:
        return last in name_lists().surnames
    return last in name_lists().names and name_lists().interfixes.issuperset(before)


def may_be_surname(text: str) -> bool:
    """Whether a whole cell is called as some people are: "Bakker", and all surnames."""
    return plain(text) in name_lists().names or is_surname(text)


def _words_in_order(text: str) -> list[str]:
    """The words of a name, nothing else; what follows a comma goes before: "Vries, Jan de" → Jan de Vries."""
    last, comma, first = text.partition(",")
    ordered = f"{first.strip()} {last.strip()}" if comma else text.strip()
    words = ordered.split()
    return words if all(WORD.fullmatch(word) or INITIALS.fullmatch(word) for word in words) else []


def _is_initials(word: str) -> bool:
    return bool(INITIALS.fullmatch(word))


def _may_be_a_name(word: str) -> bool:
    """A name that is known, or a word with a capital that is no common one."""
    known = plain(word).strip(".")
    if _is_initials(word):
        return True
    return known in name_lists().names or (word.istitle() and len(known) > 1 and known not in name_lists().common_words)


def _list(name: str, part: str = "items") -> frozenset[str]:
    file = _folder() / name / f"{part}.txt"
    return frozenset(map(plain, filter(None, file.read_text(encoding="utf-8").split("\n"))))


@cache
def _folder() -> Path:
    found = find_spec("deduce")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("deduce")
    return Path(found.origin).parent / "data" / "lookup" / "src"
