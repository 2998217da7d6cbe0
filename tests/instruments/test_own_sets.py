"""A project's own indicator set: read from .toml, or refused with a reason that a reader can act on."""

import pytest

from pipelines.domain.indicator import Direction, Kind
from pipelines.instruments.catalogue import InvalidIndicatorSet, read_set

HEAD = """
id = "neighbours"
version = "1"
name = { nl = "Burenlijst", en = "List of neighbours" }
source = "eigen lijst"
"""
TRUST = """
[indicator.trust]
life_domain = "Sociaal netwerk"
name = { nl = "Vertrouwen", en = "Trust" }
kind = "level"
direction = "higher"
minimum = 1
maximum = 10
"""


def reason(text: str) -> tuple[str, str]:
    with pytest.raises(InvalidIndicatorSet) as raised:
        read_set(text)
    assert str(raised.value) == raised.value.reason.en
    return raised.value.reason.nl, raised.value.reason.en


def test_a_set_says_what_its_indicators_are():
    own = read_set(HEAD + TRUST)
    assert (own.id, own.family, own.version, own.name.en) == ("neighbours", "neighbours", "1", "List of neighbours")
    (trust,) = own.indicators
    assert (trust.code, trust.kind, trust.direction, trust.minimum, trust.best) == (
        "trust", Kind.LEVEL, Direction.HIGHER, 1, 10,
    )  # fmt: skip


def test_a_byte_order_mark_does_no_harm():
    assert read_set("\ufeff" + HEAD + TRUST).id == "neighbours"


def test_a_life_domain_may_be_named_in_words():
    assert read_set(HEAD + TRUST).indicators[0].life_domain == "social_network"


def test_a_domain_of_the_projects_own_keeps_its_name():
    assert read_set(HEAD + TRUST.replace("Sociaal netwerk", "Buurttuin")).indicators[0].life_domain == "Buurttuin"


def test_an_indicator_called_like_a_life_domain_belongs_to_it():
    text = TRUST.replace('life_domain = "Sociaal netwerk"\n', "").replace("indicator.trust", "indicator.housing")
    assert read_set(HEAD + text).indicators[0].life_domain == "housing"


def test_defaults_hold_unless_an_indicator_says_otherwise():
    text = (
        HEAD
        + """
    [defaults]
    kind = "count"
    direction = "lower"
    life_domain = "support"
    [indicator.letters]
    name = { nl = "Brieven", en = "Letters" }
    [indicator.visits]
    name = { nl = "Bezoeken", en = "Visits" }
    direction = "higher"
    """
    )
    letters, visits = read_set(text).indicators
    assert (letters.kind, letters.direction, letters.life_domain) == (Kind.COUNT, Direction.LOWER, "support")
    assert (visits.kind, visits.direction) == (Kind.COUNT, Direction.HIGHER)


@pytest.mark.parametrize(
    ("text", "nl", "en"),
    [
        (HEAD + "minimum =", "Regel 6 is niet te lezen.", "Line 6 cannot be read."),
        ("", "Bij het meetinstrument ontbreekt id.", "In the instrument, id is missing."),
        (HEAD, "Er staat geen enkele indicator in.", "There is no indicator in it."),
        (HEAD.replace("neighbours", "Buren 1") + TRUST, "past id niet: Buren 1. Gebruik kleine letters", "lower-case"),
        (HEAD + 'colour = "red"\n' + TRUST, "staat colour, en dat is niet bekend", "stands colour, which is not known"),
        (HEAD + "indicators = []\n" + TRUST, "staat indicators, en dat is niet bekend", "stands indicators, which"),
        (HEAD + "indicator = 3\n", "past indicator niet: 3", "indicator does not fit: 3"),
        (HEAD + "[indicator]\ntrust = 3\n", "past trust niet: 3", "trust does not fit: 3"),
        (HEAD + TRUST + "weight = 2\n", "Bij trust staat weight", "In trust stands weight"),
        (HEAD + TRUST.replace('"level"', '"levle"'),
         "Bij trust is kind levle. Het kan zijn: level, count, yes_no, amount",
         "In trust, kind is levle. It can be: level, count, yes_no, amount"),
        (HEAD + TRUST.replace("minimum = 1\n", ""), "Bij trust horen een minimum en een maximum",
         "In trust, a minimum and a maximum are needed"),
        (HEAD + TRUST.replace("minimum = 1\n", "minimum = 10\n"), "Bij trust moet het minimum lager zijn",
         "In trust, the minimum must be lower"),
        (HEAD + TRUST.replace("maximum = 10", 'maximum = "ten"'), "Bij trust past maximum niet: ten",
         "In trust, maximum does not fit: ten"),
        (HEAD + TRUST.replace(', en = "Trust"', ""), "Bij trust ontbreekt name.en", "In trust, name.en is missing"),
        (HEAD + TRUST.replace('life_domain = "Sociaal netwerk"\n', ""), "Bij trust ontbreekt life_domain",
         "In trust, life_domain is missing"),
        (HEAD + TRUST + "reliability = 0.8\n", "Bij trust horen betrouwbaarheid", "In trust, reliability and"),
        (HEAD + TRUST + '[indicator.other]\ncode = "trust"' + TRUST.replace("[indicator.trust]", ""),
         "De code trust komt twee keer voor", "The code trust occurs twice"),
        (HEAD + TRUST + TRUST.replace("indicator.trust", "indicator.again").replace('"Trust"', '"Again"'),
         "Twee indicatoren heten Vertrouwen", "Two indicators are called Vertrouwen"),
        (HEAD + TRUST + "[indicator.other]\ncode = 3" + TRUST.replace("[indicator.trust]", ""),
         "Bij 3 past code niet: 3", "In 3, code does not fit: 3"),
        (HEAD + TRUST + '[indicator.again]\naliases = ["VERTROUWEN!"]'
         + TRUST.replace("[indicator.trust]", "").replace("Vertrouwen", "Weer").replace("Trust", "Again"),
         "Twee indicatoren heten VERTROUWEN!", "Two indicators are called VERTROUWEN!"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_with_a_plain_reason(text: str, nl: str, en: str):
    dutch, english = reason(text)
    assert nl in dutch
    assert en in english
    assert "{" not in dutch + english
