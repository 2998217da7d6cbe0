"""The indicator sets that come with the product say what the method says (method, section 2)."""

import pytest

from pipelines.domain.indicator import Direction, Indicator, IndicatorSet, Kind
from pipelines.domain.life_domain import life_domain_called, life_domains
from pipelines.domain.spelling import bare
from pipelines.instruments.catalogue import shipped_set_called, shipped_sets

SETS = list(shipped_sets().values())
INDICATORS = [(known, indicator) for known in SETS for indicator in known.indicators]

every_set = pytest.mark.parametrize("known", SETS, ids=lambda known: known.id)
every_indicator = pytest.mark.parametrize(
    ("known", "indicator"), INDICATORS, ids=[f"{known.id}-{indicator.code}" for known, indicator in INDICATORS]
)

# The names under which a Dutch record system keeps the two versions.
RECORD_SYSTEM = {
    "zrm_2013": {
        "inkomen": "finances",
        "dagbesteding": "daytime_activities",
        "huisvesting": "housing",
        "gezinsrelaties": "domestic_relations",
        "geestelijke_gezondheid": "mental_health",
        "fysieke_gezondheid": "physical_health",
        "verslaving": "addiction",
        "adl_vaardigheden": "daily_living",
        "sociaal_netwerk": "social_network",
        "maatschappelijke_participatie": "community_participation",
        "justitie": "justice",
    },
    "zrm_2017": {
        "financien": "finances",
        "werk_opleiding": "work_education",
        "Werk en Opleiding": "work_education",
        "tijdsbesteding": "time_use",
        "huisvesting": "housing",
        "huiselijke_relaties": "domestic_relations",
        "geestelijke_gezondheid": "mental_health",
        "lichamelijke_gezondheid": "physical_health",
        "middelengebruik": "substance_use",
        "basale_adl": "basic_adl",
        "instrumentele_adl": "instrumental_adl",
        "sociaal_netwerk": "social_network",
        "maatschappelijke_participatie": "community_participation",
        "justitie": "justice",
    },
}
SELF_REPORT_2017 = {
    "Geldzaken": "finances",
    "Woning": "housing",
    "Relaties thuis": "domestic_relations",
    "Verslaving": "substance_use",
    "Zelfzorg": "basic_adl",
    "Dagelijkse activiteiten": "instrumental_adl",
    "Inzet voor de maatschappij": "community_participation",
}


def indicator_called(known: IndicatorSet, heading: str) -> str | None:
    return next(
        (i.code for i in known.indicators if bare(heading) in {bare(name) for name in i.headings}),
        None,
    )


def test_six_sets_are_shipped_with_their_domains():
    assert {id: len(known.indicators) for id, known in shipped_sets().items()} == {
        "participation_ladder": 1,
        "participation_wheel": 6,
        "ssm_arizona": 17,
        "support_measures": 5,
        "zrm_2013": 11,
        "zrm_2017": 13,
    }


def test_the_matrix_of_2017_has_its_official_names_in_order():
    names = [indicator.name.nl for indicator in shipped_sets()["zrm_2017"].indicators]
    assert names == [
        "Financiën", "Werk & opleiding", "Tijdsbesteding", "Huisvesting", "Huiselijke relaties",
        "Geestelijke gezondheid", "Lichamelijke gezondheid", "Middelengebruik", "Basale ADL", "Instrumentele ADL",
        "Sociaal netwerk", "Maatschappelijke participatie", "Justitie",
    ]  # fmt: skip


@every_indicator
def test_everything_is_named_in_both_languages(known: IndicatorSet, indicator: Indicator):
    names = [known.name, indicator.name, *indicator.level_names.values()]
    assert all(name.nl.strip() and name.en.strip() for name in names)
    assert known.source.strip()


@every_indicator
def test_every_level_has_a_name_and_no_other_number_has(known: IndicatorSet, indicator: Indicator):
    if indicator.kind in (Kind.LEVEL, Kind.YES_NO):
        assert list(indicator.level_names) == list(range(int(indicator.minimum), int(indicator.maximum) + 1))
    else:
        assert indicator.level_names == {}


@every_indicator
def test_every_life_domain_exists(known: IndicatorSet, indicator: Indicator):
    assert indicator.life_domain in life_domains()


@every_indicator
def test_a_word_means_the_same_domain_as_an_indicator_and_as_a_life_domain(known: IndicatorSet, indicator: Indicator):
    for heading in indicator.headings:
        domain = life_domain_called(heading)
        assert domain is None or domain.code == indicator.life_domain


@every_indicator
def test_cuts_lie_on_the_scale(known: IndicatorSet, indicator: Indicator):
    for cut in (indicator.self_reliance_cut, indicator.problem_cut):
        assert cut is None or indicator.minimum <= cut <= indicator.maximum


@pytest.mark.parametrize("id", ["zrm_2013", "zrm_2017"])
def test_the_matrix_runs_from_1_to_5_with_cuts_at_4_and_2(id: str):
    for indicator in shipped_sets()[id].indicators:
        assert (indicator.minimum, indicator.maximum, indicator.best) == (1, 5, 5)
        assert (indicator.self_reliance_cut, indicator.problem_cut) == (4, 2)
        assert [name.nl for name in indicator.level_names.values()] == [
            "acute problematiek", "niet zelfredzaam", "beperkt zelfredzaam", "voldoende zelfredzaam",
            "volledig zelfredzaam",
        ]  # fmt: skip


def test_domains_that_changed_meaning_in_2017_do_not_share_a_code():
    codes = [{indicator.code for indicator in shipped_sets()[id].indicators} for id in ("zrm_2013", "zrm_2017")]
    assert codes[0] & codes[1] == {
        "finances", "housing", "domestic_relations", "mental_health", "physical_health", "social_network",
        "community_participation", "justice",
    }  # fmt: skip
    assert shipped_sets()["zrm_2013"].family == shipped_sets()["zrm_2017"].family


@pytest.mark.parametrize(
    ("id", "heading", "code"),
    [(id, heading, code) for id, labels in RECORD_SYSTEM.items() for heading, code in labels.items()]
    + [("zrm_2017", heading, code) for heading, code in SELF_REPORT_2017.items()],
)
def test_headings_from_practice_are_known(id: str, heading: str, code: str):
    assert indicator_called(shipped_sets()[id], heading) == code


@pytest.mark.parametrize("heading", ["Dagbesteding", "Activiteiten dagelijks leven", "Inkomen"])
def test_a_name_of_2013_is_not_taken_for_2017(heading: str):
    assert indicator_called(shipped_sets()["zrm_2017"], heading) is None


def test_a_zero_on_the_arizona_matrix_is_missing_and_not_a_low_score():
    for indicator in shipped_sets()["ssm_arizona"].indicators:
        assert indicator.missing == (0,)
        assert indicator.minimum == 1


def test_on_the_ladder_paid_work_is_best():
    (ladder,) = shipped_sets()["participation_ladder"].indicators
    assert (ladder.minimum, ladder.best, ladder.level_names[6].nl) == (1, 6, "betaald werk")


def test_the_wheel_asks_six_times_yes_or_no():
    for indicator in shipped_sets()["participation_wheel"].indicators:
        assert (indicator.kind, indicator.best) == (Kind.YES_NO, 1)


def test_fewer_measures_are_better_also_averted_evictions():
    for indicator in shipped_sets()["support_measures"].indicators:
        assert (indicator.kind, indicator.direction, indicator.best) == (Kind.COUNT, Direction.LOWER, 0)
        assert indicator.maximum is None


def test_no_reliability_is_stated_without_a_source():
    assert all(indicator.reliability is None for _, indicator in INDICATORS)


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("zrm_2017", "zrm_2017"),
        ("ZRM 2017", "zrm_2017"),
        ("Zelfredzaamheid-Matrix 2013", "zrm_2013"),
        ("PARTICIPATIELADDER", "participation_ladder"),
        ("Participatiewiel", "participation_wheel"),
        ("Arizona Self-Sufficiency Matrix", "ssm_arizona"),
        ("Hulp en maatregelen", "support_measures"),
    ],
)
def test_a_set_is_known_by_its_names_in_any_spelling(written: str, id: str):
    assert shipped_set_called(written).id == id


@pytest.mark.parametrize("written", ["ZRM", "Zelfredzaamheid-Matrix", "zrm 2015", ""])
def test_a_version_is_never_guessed(written: str):
    assert shipped_set_called(written) is None


def test_no_two_sets_share_a_name():
    names = [
        name for known in SETS for name in {bare(n) for n in (known.id, known.name.nl, known.name.en, *known.aliases)}
    ]
    assert len(names) == len(set(names))


def test_no_two_life_domains_share_a_name():
    names = [
        name
        for domain in life_domains().values()
        for name in {bare(n) for n in (domain.code, domain.name.nl, domain.name.en, *domain.aliases)}
    ]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("written", "code"),
    [("financien", "finances"), ("Werk & Opleiding", "work_education"), ("Zelfzorg", "basic_adl"), ("Vissen", None)],
)
def test_a_life_domain_is_known_in_any_spelling(written: str, code: str | None):
    domain = life_domain_called(written)
    assert (domain.code if domain else None) == code
