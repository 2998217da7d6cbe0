"""Numbers and dates as the reader writes them: 1.234,5 in Dutch, 1,234.5 in English."""

from datetime import date

from pipelines.domain.frozen import Language

MONTHS = {
    "nl": (
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
MINUS = "−"


def number(value: float, language: Language, decimals: int = 1) -> str:
    text = f"{abs(value):,.{decimals}f}"
    if language == "nl":
        text = text.translate(str.maketrans(",.", ".,"))
    return (MINUS if value < 0 and text.strip("0.,") else "") + text


def whole(value: float, language: Language) -> str:
    return number(value, language, decimals=0)


def signed(value: float, language: Language, decimals: int = 1) -> str:
    text = number(value, language, decimals)
    return text if text.startswith(MINUS) or not text.strip("0.,") else f"+{text}"


def percentage(share: float, language: Language) -> str:
    return f"{whole(share * 100, language)}%"


def p_value(p: float, language: Language) -> str:
    """At most three decimals; never "p = 0"."""
    if p < 0.001:
        return "< " + number(0.001, language, decimals=3)
    return "= " + number(p, language, decimals=3 if p < 0.1 else 2)


def day(value: date, language: Language) -> str:
    return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"


def month(value: date, language: Language) -> str:
    return f"{MONTHS[language][value.month - 1]} {value.year}"
