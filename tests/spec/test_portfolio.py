"""Several projects side by side: by name, never as a list of winners, and apart where they measured otherwise."""

import pytest

from pipelines.editions.portfolio import choose, newest_of_each, reach_of
from pipelines.editions.side_by_side import lay_side_by_side, pair_projects, reasons_between, side_of
from tests.spec.editions import edition

FAMILIES = {"zrm_2013": "zrm", "zrm_2017": "zrm", "participation_ladder": "ladder", "own": "own"}
PLAIN = """
    improved | total
    20       | 40
"""


def with_(**cells: str) -> str:
    """One row of everybody on finances of ZRM 2017, 20 of 40, with these cells instead or besides."""
    row = {"improved": "20", "total": "40"} | cells
    return f"{' | '.join(row)}\n{' | '.join(row.values())}"


def reasons(one, other) -> tuple[str, ...]:
    sides = [side_of(edition, edition.contents.indicators[0]) for edition in (one, other)]
    return reasons_between(*sides, FAMILIES)


def test_projects_stand_by_name_however_they_did():
    poor, good = edition("Aan de Kade", with_(improved="10")), edition("Zuid", with_(improved="35"))
    (domain,) = lay_side_by_side([good, poor])
    assert [[side.project for side in group] for group in domain.alike] == [["Aan de Kade", "Zuid"]]


def test_of_a_project_its_newest_edition_counts():
    old, new = edition("Noord", with_(improved="10")), edition("Noord", with_(improved="30"), published=9)
    (domain,) = lay_side_by_side([old, new, edition("Zuid", PLAIN)])
    assert [side.n_improved for side in domain.of("Noord")] == [30]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (edition("Zuid", PLAIN), ()),
        (edition("Zuid", with_(instrument="zrm_2013")), ("version",)),
        (edition("Zuid", with_(instrument="participation_ladder")), ("instrument",)),
        (edition("Zuid", with_(indicator="debt", life_domain="finances")), ("indicator",)),
        (edition("Zuid", with_(minimum="0")), ("scale",)),
        (edition("Zuid", with_(rater="participant")), ("rater",)),
        (edition("Zuid", PLAIN, moment=1), ("moment",)),
        (edition("Zuid", PLAIN, target_group="Jongeren"), ("target_group",)),
        (edition("Zuid", PLAIN, target_group=" GEZINNEN"), ()),
        (edition("Zuid", PLAIN, target_group=None), ("target_group_unknown",)),
        (edition("Zuid", with_(improved="–")), ("too_few",)),
        (edition("Zuid", with_(improved="5", total="5")), ("too_few",)),
        (edition("Zuid", with_(instrument="zrm_2013", rater="participant"), moment=2), ("version", "rater", "moment")),
    ],
)
def test_what_makes_two_projects_unlike(other, why: tuple[str, ...]):
    noord = edition("Noord", PLAIN)
    assert reasons(noord, other) == reasons(other, noord) == why
    (domain,) = lay_side_by_side([noord, other])
    stand_together = len(domain.alike) == 1
    assert stand_together == (set(why) <= {"too_few"})


def test_two_own_lists_are_never_the_same_list():
    own = with_(instrument="own")
    assert reasons(edition("Noord", own), edition("Zuid", own)) == ("instrument",)
    (domain,) = lay_side_by_side([edition("Noord", own), edition("Zuid", own)])
    assert len(domain.alike) == 2


def test_a_share_of_what_is_hidden_or_too_small_is_not_made():
    hidden = edition("Noord", with_(improved="–"))
    (side,) = lay_side_by_side([hidden])[0].of("Noord")
    assert (side.n, side.n_improved, side.share) == (40, None, None)
    small = edition("Noord", with_(improved="5", total="5"))
    assert lay_side_by_side([small])[0].of("Noord")[0].share is None


def test_a_share_comes_from_the_rounded_counts_with_its_interval():
    (side,) = lay_side_by_side([edition("Noord", PLAIN)])[0].of("Noord")
    assert (side.share.estimate, round(side.share.low, 2), round(side.share.high, 2)) == (0.5, 0.35, 0.65)


def test_a_pair_says_where_it_may_be_compared_and_why_elsewhere_not():
    noord = edition("Noord", """
        indicator | rater        | improved | total
        finances  | professional | 20       | 40
        housing   | professional | 20       | 40
        justice   | professional | 20       | 40
    """)  # fmt: skip
    zuid = edition("Zuid", """
        indicator | rater        | improved | total
        finances  | professional | 10       | 30
        housing   | participant  | 10       | 30
    """)  # fmt: skip
    (pair,) = pair_projects(lay_side_by_side([zuid, noord]), FAMILIES)
    assert (pair.one, pair.other, pair.comparable) == ("Noord", "Zuid", ("finances",))
    assert (pair.apart, pair.reasons) == ({"housing": ("rater",)}, ("rater",))


def test_of_several_indicators_on_a_domain_the_closest_two_count():
    noord = edition("Noord", PLAIN)
    zuid = edition("Zuid", """
        instrument           | indicator | life_domain | improved | total
        participation_ladder | ladder    | finances    | 10       | 30
        zrm_2017             | finances  | finances    | 10       | 30
    """)  # fmt: skip
    (pair,) = pair_projects(lay_side_by_side([noord, zuid]), FAMILIES)
    assert pair.comparable == ("finances",)


def test_reach_says_who_took_part_and_of_whom_there_is_a_second_measurement():
    reach = reach_of(edition("Noord", people="""
        row        | enrolled | with_start | with_follow_up
        total      | 50       | 40         | 30
    """, reach_target=60))  # fmt: skip
    assert (reach.enrolled, reach.target, reach.with_start, reach.with_follow_up) == (50, 60, 40, 30)
    assert reach.followed.estimate == 0.75


def test_a_follow_up_rate_is_not_made_of_what_is_hidden():
    reach = reach_of(edition("Noord", people="""
        enrolled | with_start | with_follow_up
        20       | 15         | –
    """))  # fmt: skip
    assert (reach.with_follow_up, reach.followed) == (None, None)


def test_projects_are_chosen_by_neighbourhood_target_group_and_approach():
    noord = edition("Noord", neighbourhood="Noord", approach="huisbezoek")
    zuid = edition("Zuid", neighbourhood="Zuid", approach="huisbezoek")
    nowhere = edition("Nergens")
    every = newest_of_each([noord, zuid, nowhere])
    assert choose(every) == every
    assert choose(every, approaches=["huisbezoek"]) == (noord, zuid)
    assert choose(every, approaches=["huisbezoek"], neighbourhoods=["Zuid", "Oost"]) == (zuid,)
    assert choose(every, target_groups=["Jongeren"]) == ()
