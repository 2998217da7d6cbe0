"""The moment that a heading, a sheet or a file names: "Financiën 0-meting", "0M Financiën", "fin.pre", "zrm 1-meting".

Words such as "voor" and "na" say a moment only as a pair; numbers after a letter (T6, 6M) may be months.
"""

import re
from typing import NamedTuple

from pipelines.domain.spelling import bare
from pipelines.ingest.values.notation import MOMENT_NUMBERED, moment_of_match, parse_moment

LONGEST_NAME = 200
GAP = r"[\s_.:,;/–-]+"
NUMBERED = rf"{MOMENT_NUMBERED.pattern}|(?P<lead>\d{{1,2}})\s?m"
LAST = re.compile(rf"(?P<rest>.+?)(?:{GAP}|\s*\()(?P<moment>{NUMBERED})\)?")
FIRST = re.compile(rf"\(?(?P<moment>{NUMBERED})(?:{GAP}|\)\s*)(?P<rest>.+)")
# "FinT0": only a capital tells where the name ends.
TIGHT = re.compile(r"(?P<rest>.*[a-z])T(?P<number>\d{1,2})")
AFTER_A_LETTER = re.compile(r"[tm]\s?[-_]?\s?\d+|\d+\s?m")
# "intake datum" may be the day of anything; a date or rater needs a word that is about measuring.
WORDS_OF_ANYTHING = frozenset("start begin intake nul zero vervolg".split())

# Words that say which of two measurements it is, if the other is there too.
PAIR_WORDS = {
    **dict.fromkeys("voor vooraf voormeting before begin beginmeting beginscore".split(), 0),
    **dict.fromkeys("na achteraf after eind einde eindmeting eindscore end slotmeting".split(), 1),
}
PAIR = "|".join(PAIR_WORDS)
PAIR_LAST = re.compile(rf"(?P<rest>.+?)(?:{GAP}|\s*\()(?P<word>{PAIR})\)?")
PAIR_FIRST = re.compile(rf"\(?(?P<word>{PAIR})(?:{GAP}|\)\s*)(?P<rest>.+)")

# What else a name of a sheet or file may say of a moment; two different ones say nothing.
IN_A_NAME = re.compile(r"\d{1,2}\s?[-–]?\s?meting|meting\s?\d{1,2}|nulmeting|\bt\d{1,2}\b")
# What tells a moment whatever words stand around it: "Intake (0-meting)", "1-meting, na 6 maanden".
WITHIN_A_LABEL = re.compile(
    r"(?<!\d)(?P<before>\d{1,2})\s?[-–]?\s?meting|\bmeting\s?(?P<after>\d{1,2})(?!\d)|nulmeting"
)
LETTER_OF_LENGTH = re.compile(r"m\s?[-_]?\s?\d+")


class HeadingMoment(NamedTuple):
    """A heading cut in two. `may_be_months` if the number stands beside a mere letter: T6, 6M."""

    rest: str
    moment: int
    may_be_months: bool = False
    is_of_anything: bool = False


def split_moment(heading: str) -> list[HeadingMoment]:
    """Every way in which the heading can be read as a name with a moment before or after it."""
    text = _plain(heading)
    found = [form.fullmatch(text) for form in (LAST, FIRST)]
    ways = [_cut(match) for match in found if match]
    tight = TIGHT.fullmatch(heading.strip())
    return [*ways, HeadingMoment(tight["rest"], int(tight["number"]), may_be_months=True)] if tight else ways


def split_pair_word(heading: str) -> list[HeadingMoment]:
    """The same for a word that says a moment only beside its counterpart: "Financiën na"."""
    text = _plain(heading)
    found = [form.fullmatch(text) for form in (PAIR_LAST, PAIR_FIRST)]
    return [HeadingMoment(match["rest"], PAIR_WORDS[match["word"]]) for match in found if match]


def moment_of_label(text: str) -> int | None:
    """The moment that a label above a group of headings tells by itself: "0-meting", "Na", "T1"."""
    cuts = (*split_moment(f"{text} x"), *split_pair_word(f"{text} x"))
    return next((cut.moment for cut in cuts if cut.rest == "x"), moment_within(text))


def moment_within(label: str) -> int | None:
    """The one moment that stands among other words of a label; None if none does, or several do."""
    found = WITHIN_A_LABEL.finditer(_plain(label))
    moments = {int(match["before"] or match["after"] or 0) for match in found}
    return moments.pop() if len(moments) == 1 else None


def moment_of_name(name: str) -> int | None:
    """The moment that the name of a sheet or file tells: 0-meting, T1, "zrm 1-meting". None if it tells several."""
    if len(name) > LONGEST_NAME:
        return None
    moment = parse_moment(name)
    if moment is not None:
        return None if LETTER_OF_LENGTH.fullmatch(_plain(name)) else moment
    # A word such as "start" may be part of any name; a number with its unit is not.
    found = [match for form in (LAST, FIRST) if (match := form.fullmatch(_plain(name)))]
    told = [match for match in found if match["word"] in (None, "nulmeting") and not _is_a_length(match["moment"])]
    if not told or IN_A_NAME.search(told[0]["rest"]):
        return None
    return _cut(told[0]).moment


def is_lettered(name: str) -> bool:
    """Whether the moment that the name tells is a number after a mere letter: T6, "zrm T6"."""
    return bool(re.search(r"(?:^|[^a-z])t\s?[-_]?\s?\d{1,2}(?:[^a-z0-9]|$)", _plain(name)))


def _cut(found: re.Match[str]) -> HeadingMoment:
    moment = int(found["lead"]) if found["lead"] else moment_of_match(found)
    assert moment is not None
    is_letter = bool(AFTER_A_LETTER.fullmatch(found["moment"]))
    return HeadingMoment(found["rest"], moment, is_letter, bare(found["word"] or "") in WORDS_OF_ANYTHING)


def _is_a_length(text: str) -> bool:
    """ "m2" and "6m" in the name of a file are metres or months sooner than moments."""
    return bool(LETTER_OF_LENGTH.fullmatch(text) or re.fullmatch(r"\d+\s?m", text))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
