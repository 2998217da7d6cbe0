"""What stands behind the name in a heading without being part of it: footnote marks and units."""

import re

FOOTNOTE = re.compile(r"\s*(?:[¹²³⁴⁵⁶⁷⁸⁹⁰*†‡]+|\([1-9]\)|\[[1-9]\]|\([a-d]\)|(?<=\s)[1-9a-d]\))$")
# "0" is no footnote, and "(2-meting)" is a moment: neither is taken off.
A_UNIT = (
    r"(?:(?:score|schaal|scale|range)?\s*:?\s*-?\d+(?:[.,]\d+)?\s*(?:-|–|—|/|t/m|tot en met|tot|to|\.\.+)\s*\d+"
    r"|score|niveau|level|cijfer|in euro'?s?|euro'?s?|eur|€|in %|%|procent|percentage|aantal|number|count"
    r"|ja\s?/\s?nee|j\s?/\s?n|yes\s?/\s?no|y\s?/\s?n|dd[-/.]mm[-/.](?:jj|yy){1,2}|jjjj-mm-dd|yyyy-mm-dd)"
)
UNIT = re.compile(rf"\s*[\[({{]\s*{A_UNIT}\s*[\])}}]$|,?\s+in euro'?s?$|\s*€$|\s+\d+\s?[-–]\s?\d+$", re.IGNORECASE)


def without_marks(heading: str) -> str:
    """The heading without footnote marks and units at its end: "Schulden (1) [in euro]" → "Schulden"."""
    name = heading.strip()
    while True:
        shorter = FOOTNOTE.sub("", UNIT.sub("", name)).strip()
        if shorter == name or not shorter:
            return name
        name = shorter
