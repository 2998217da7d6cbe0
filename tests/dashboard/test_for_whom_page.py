"""Voor wie werkt het? on small projects in a real store."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.store.store import Store
from tests.dashboard.test_count_and_tell_page import charts, html_of, opened, text_of
from tests.spec.tables import Project

PAGE = "dashboard/pages/for_whom.py"
OVER_TIME = "dashboard/pages/over_time.py"
UNDER_TEN = "Minder dan 10 mensen: "


def measurements(values: list[tuple[int, ...]], indicator: str = "finances", instrument: str = "matrix_2017") -> str:
    lines = ["person | indicator | instrument | moment | value | date"]
    for person, course in enumerate(values, start=1):
        for moment, value in enumerate(course):
            lines.append(f"{person} | {indicator} | {instrument} | {moment} | {value} | 202{5 + moment}-01-10")
    return "\n".join(lines)


def people(*columns: tuple[str, list[str]]) -> str:
    names = " | ".join(name for name, _ in columns)
    rows = zip(*(cells for _, cells in columns), strict=True)
    return f"person | {names}\n" + "\n".join(f"{n} | {' | '.join(row)}" for n, row in enumerate(rows, start=1))


# Of the twelve in the east all moved forward, of the twelve in the west two did.
CLEAR = [(2, 3)] * 12 + [(2, 3)] * 2 + [(2, 2)] * 10
AREA = ("neighbourhood", ["east"] * 12 + ["west"] * 12)
AGE = ("age_band", ["18-26", "27-34", "65+"] * 8)
OWN = ("kleur", ["rood", "blauw"] * 12)


@pytest.fixture
def project(dashboard_store: Store) -> Project:
    return Project(dashboard_store)


def choose(app: AppTest, attribute: str) -> str:
    app.selectbox(key="for_whom_attribute_1").select(attribute).run()
    return text_of(app)


def test_without_a_project_the_page_invites(app: AppTest):
    opened(app, PAGE)
    assert [header.value for header in app.header] == ["Nog geen project"]


def test_without_measurements_the_page_asks_for_them(project: Project, app: AppTest):
    project.register(people=people(AREA))
    opened(app, PAGE)
    assert [header.value for header in app.header] == ["Nog geen metingen"]


def test_a_group_that_clearly_moved_forward_more_often_is_named_with_its_people(project: Project, app: AppTest):
    project.register(measurements(CLEAR), people(AREA))
    said = text_of(opened(app, PAGE))
    assert (
        "Van de groep east waren 12 van de 12 mensen vooruit, van alle anderen 2 van de 12. Dat is duidelijk va" in said
    )
    assert "Van de groep west" not in said
    assert "Ook een duidelijk verschil zegt niet waardoor het komt" in said
    assert said.index("waren 12 van de 12") < said.index("procentpunten")


def test_where_nothing_stands_out_the_page_says_so(project: Project, app: AppTest):
    project.register(measurements(CLEAR), people(AGE))
    said = text_of(opened(app, PAGE))
    assert "Geen van de 3 groepen was duidelijk vaker of minder vaak vooruit dan de anderen." in said
    assert "Van alle 24 mensen van wie dit bekend is, waren er 14 vooruit op finances." in said


def test_each_group_stands_beside_all_others_in_words_and_dots(project: Project, app: AppTest):
    project.register(measurements(CLEAR), people(AREA))
    ((spec, alternative),) = charts(opened(app, PAGE))
    assert (
        alternative
        == "east: 12 van de 12 vooruit · anderen 2 van de 12; west: 2 van de 12 vooruit · anderen 12 van de 12."
    )
    dots = [(dot["customdata"][0], dot["marker"]["color"]) for dot in spec["data"]]
    assert [round(share, 2) for share, _ in dots] == [0.17, 1, 1, 0.17]
    assert len({colour for _, colour in dots}) == 2


def test_the_table_holds_the_differences_with_their_intervals(project: Project, app: AppTest):
    project.register(measurements(CLEAR), people(AREA))
    row = re.search(r'<tr><th scope="row"[^>]*>east</th>(.+?)</tr>', html_of(opened(app, PAGE))).group(1)
    cells = re.findall(">([^<]+)</td>", row)
    assert cells == ["12", "12", "2 van de 12", "+83 (+46 tot +95)", "+0,83 (+0,59 tot +1,08)", "&lt; 0,001"]


def test_small_groups_are_shown_and_marked(project: Project, app: AppTest):
    project.register(measurements(CLEAR), people(AGE))
    assert "Alle groepen zijn kleiner dan 10 mensen" in text_of(opened(app, PAGE))
    mixed = ("age_band", ["18-26"] * 5 + ["27-34"] * 19)
    project.register(measurements(CLEAR), people(mixed))
    said = text_of(opened(app, PAGE))
    assert f"{UNDER_TEN}18-26. Lees dat als losse voorbeelden" in said
    assert "18-26: 5 van de 5 vooruit · anderen 9 van de 19 · minder dan 10" in charts(app)[0][1]


def test_two_attributes_can_be_crossed(project: Project, app: AppTest):
    project.register(measurements(CLEAR), people(AREA, AGE))
    opened(app, PAGE)
    app.selectbox(key="for_whom_crossed_1_age_band").select("neighbourhood").run()
    assert "18-26 + east: 4 van de 4 vooruit" in charts(app)[0][1]
    assert "U bekeek in dit bezoek 9 vergelijkingen" in text_of(app)


def test_who_started_low_is_an_attribute_with_a_limit_of_its_own(project: Project, app: AppTest):
    project.register(measurements([(2, 3)] * 11 + [(3, 3)] * 11), people((AREA[0], AREA[1][:22])))
    opened(app, PAGE)
    said = choose(app, "start_level")
    assert "Van de groep start op niveau 2 of lager waren 11 van de 11 mensen vooruit" in said
    assert "Wie er bij de start slecht voor staat, heeft meer ruimte om vooruit te gaan" in said


def test_without_a_cut_it_cannot_be_said_who_started_low(project: Project, app: AppTest):
    project.register(measurements([(2, 3)]))
    project.register(measurements([(2, 3), (3, 3)], indicator="housing"))
    opened(app, PAGE)
    assert "Voor housing is geen grens bekend waaronder iemand problemen heeft." in choose(app, "start_level")


# --- how many comparisons were looked at ---


def test_only_what_was_shown_counts_and_everything_that_was_shown(project: Project, app: AppTest):
    project.register(measurements(CLEAR), people(AREA, AGE, OWN))
    said = text_of(opened(app, PAGE))
    assert "U bekeek in dit bezoek 3 vergelijkingen in dit project." in said
    assert "bij 20 vergelijkingen lijkt er gemiddeld 1 duidelijk door toeval alleen" in said
    assert "4 vergelijkingen" in choose(app, "neighbourhood")
    assert "5 vergelijkingen" in choose(app, "kleur")
    assert "5 vergelijkingen" in choose(app, "age_band")


def test_a_second_look_makes_a_difference_less_clear(project: Project, app: AppTest):
    """Fisher's p of 10 in 12 against 4 in 12 is .036: clear alone, and not among four."""
    project.register(
        measurements([(2, 3)] * 10 + [(2, 2)] * 2 + [(2, 3)] * 4 + [(2, 2)] * 8),
        people(AREA, ("z", ["a", "b", "c"] * 8)),
    )
    said = text_of(opened(app, PAGE))
    assert "Dat is duidelijk vaker." in said
    assert 'data-label="p na correctie">0,036<' in html_of(app)
    choose(app, "z")
    said = choose(app, "neighbourhood")
    assert "Tussen deze twee groepen is geen duidelijk verschil." in said
    assert 'data-label="p na correctie">0,14<' in html_of(app)


def test_the_counter_outlives_the_page_and_not_the_data(project: Project, app: AppTest):
    project.register(measurements(CLEAR), people(AREA, AGE))
    opened(app, PAGE)
    choose(app, "neighbourhood")
    opened(app, OVER_TIME)
    assert "4 vergelijkingen" in text_of(opened(app, PAGE))
    project.register(measurements([(2, 3)] * 24, indicator="housing"))
    assert "1 vergelijking " in text_of(opened(app, PAGE))


# --- what is not registered ---


def test_what_is_not_registered_may_explain_it_too(project: Project, app: AppTest):
    project.register(measurements(CLEAR), people(AREA, ("age_band", ["18-26", ""] * 12)))
    said = text_of(opened(app, PAGE))
    assert "Dit project legt niet vast: Doelgroep, Huishoudtype en Aanpak ." in said
    assert "Niet van iedereen bekend: Leeftijdsgroep (12 van de 24 deelnemers)." in said
    assert "hoe lang de problemen al duren" in said
    assert "Zet het als kolom op het blad Deelnemers." in said


# --- nothing to compare ---


def test_without_attributes_the_page_says_what_to_do(project: Project, app: AppTest):
    project.register(measurements([(2, 3)], indicator="housing"))
    said = text_of(opened(app, PAGE))
    assert "Dit project legt nog geen kenmerken van deelnemers vast" in said
    assert "Zet het als kolom op het blad Deelnemers." in said
    assert "vergelijkingen in dit project" not in said
    assert charts(app) == []


def test_the_comparison_group_is_no_attribute_of_participants(project: Project, app: AppTest):
    project.register(
        measurements(CLEAR, indicator="housing"), people(("participation", ["participant", "comparison"] * 12))
    )
    assert "Dit project legt nog geen kenmerken van deelnemers vast" in text_of(opened(app, PAGE))


def test_as_long_as_nobody_was_measured_twice_there_is_nothing_to_compare(project: Project, app: AppTest):
    project.register(measurements([(2,)] * 24), people(AREA))
    said = text_of(opened(app, PAGE))
    assert "Op finances is nog niemand opnieuw gemeten." in said
    assert "Wat weten we niet" in said


def test_one_group_has_nobody_to_be_compared_with(project: Project, app: AppTest):
    project.register(measurements([(2, 3), (2, 2)]), "person | neighbourhood\n1 | east\n2 | east\n3 | west")
    said = text_of(opened(app, PAGE))
    assert "Van Buurt is er op finances maar één groep met een vervolgmeting." in said
    assert "U bekeek in dit bezoek" not in said


def test_a_group_that_was_not_measured_again_is_named(project: Project, app: AppTest):
    project.register(measurements(CLEAR), people((AREA[0], [*AREA[1], "north"])))
    said = text_of(opened(app, PAGE))
    assert "Nog niemand opnieuw gemeten: north." in said
    assert "north" not in charts(app)[0][1]


def test_the_page_speaks_english(project: Project, app: AppTest):
    project.register(measurements(CLEAR), people(AREA))
    app.button_group(key="lang").set_value("en").run()
    said = text_of(opened(app, PAGE))
    assert "Of the group east 12 of the 12 people were ahead of their start, of all others 2 of the 12." in said
    assert "In this visit you looked at 1 comparison in this project." in said
    assert "This project does not register: Target group, Age band, Household type and Approach ." in said
