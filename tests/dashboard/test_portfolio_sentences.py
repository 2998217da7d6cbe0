"""Projects side by side in words and charts: about, by name, never who is best, and never more than is shown."""

import subprocess
import sys

import pytest

from dashboard.charts.portfolio import across_figure, domain_figure, reach_figure
from dashboard.language import Words
from dashboard.sentences.portfolio import reach_rows, reach_sentences
from dashboard.sentences.portfolio_across import Looked, looked_sentence, notes
from dashboard.sentences.portfolio_domains import domain_alternative, domain_sentences, only_one_sentence
from dashboard.sentences.portfolio_pairs import pair_rows, pair_sentences, why_notes
from pipelines.editions.across import pool_comparisons, pool_groups
from pipelines.editions.portfolio import newest_of_each, reach_of
from pipelines.editions.side_by_side import lay_side_by_side, pair_projects
from tests.dashboard.chart_reading import boxes, text_of
from tests.spec.editions import edition
from tests.spec.test_across_projects import BY_GENDER, WITH_COMPARISON, compared
from tests.spec.test_portfolio import FAMILIES, PLAIN, with_

NL, EN = Words("nl"), Words("en")


def reaches(*people: str):
    return [reach_of(edition(f"Project {n}", people=of)) for n, of in enumerate(people)]


def people(enrolled: str, with_start: str, with_follow_up: str) -> str:
    return f"enrolled | with_start | with_follow_up\n{enrolled} | {with_start} | {with_follow_up}"


def pairs(*editions):
    return pair_projects(lay_side_by_side(editions), FAMILIES)


# --- reach ---


def test_reach_is_told_as_about_and_as_a_range():
    said = reach_sentences(reaches(people("50", "40", "30"), people("90", "80", "40")), NL)
    assert said[0] == "Samen bereikten deze 2 projecten ongeveer **140 deelnemers**."
    assert "per project **ongeveer 50% tot 75%** opnieuw gemeten" in said[1]
    assert said[2] == ""


def test_where_fewer_than_half_were_measured_again_is_named():
    said = reach_sentences(reaches(people("50", "40", "15"), people("90", "80", "60")), NL)
    assert said[2].startswith("Bij Project 0 is minder dan de helft opnieuw gemeten.")


def test_what_is_hidden_is_said_and_never_counted_as_nobody():
    hidden = reaches(people("–", "–", "–"), people("90", "80", "60"))
    said = reach_sentences(hidden, NL)
    assert (
        said[0] == "Dit project bereikte ongeveer **90 deelnemers**. Van Project 0 is het aantal te klein om te tonen."
    )
    assert reach_rows(hidden, NL)[0][4:] == [
        "te weinig mensen om te tonen",
        "niet ingevuld",
        "te weinig mensen om te tonen",
    ]


# --- which may be compared ---


def test_a_pair_says_its_reasons_and_where_they_hold():
    noord = edition("Noord", """
        indicator | improved | total
        finances  | 20       | 40
        housing   | –        | 40
    """)  # fmt: skip
    zuid = edition("Zuid", """
        indicator | improved | total
        finances  | 20       | 40
        housing   | 20       | 40
    """, target_group="Jongeren")  # fmt: skip
    whole, said = pair_sentences(pairs(noord, zuid), NL)
    assert whole.startswith("**Geen van deze projecten mag u met een ander vergelijken.**")
    assert said == (
        "**Noord** en **Zuid** zijn niet te vergelijken. Op de 2 leefgebieden die zij allebei meten: "
        "een andere doelgroep en te weinig mensen om te tonen (op 1 daarvan)."
    )
    assert len(why_notes(pairs(noord, zuid), NL)) == 2


@pytest.mark.parametrize(
    ("other", "whole", "said"),
    [
        (edition("Zuid", PLAIN), "Deze projecten mag u vergelijken", "zijn te vergelijken op Financiën."),
        (edition("Zuid", with_(indicator="housing")), "**Geen van deze", "meten geen enkel leefgebied allebei."),
        (edition("Zuid", PLAIN, moment=1), "**Geen van deze", "dat zij allebei meten: een ander meetmoment."),
    ],
)
def test_a_pair_in_one_sentence(other, whole: str, said: str):
    first, second = pair_sentences(pairs(edition("Noord", PLAIN), other), NL)
    assert first.startswith(whole)
    assert second.endswith(said)


def test_pairs_that_may_be_compared_on_some_domains_only_are_said_to():
    both = with_().replace("improved | total", "indicator | improved | total").replace("20 | 40", "finances | 20 | 40")
    noord = edition("Noord", f"{both}\nhousing | 20 | 40")
    zuid = edition("Zuid", f"{both}\nhousing | – | 40")
    whole, said = pair_sentences(pairs(noord, zuid), NL)
    assert whole.startswith("Sommige projecten mag u op sommige leefgebieden vergelijken.")
    assert said.endswith(
        "zijn te vergelijken op Financiën. Op hun andere leefgebieden niet: te weinig mensen om te tonen."
    )


def test_many_pairs_stand_in_a_table():
    four = pairs(*(edition(name, PLAIN) for name in ("Noord", "Oost", "West")), edition("Zuid", PLAIN, moment=1))
    assert len(pair_sentences(four, NL)) == 1
    assert pair_rows(four, NL)[2] == ["Noord en Zuid", "0 van de 1 leefgebieden", "een ander meetmoment"]


# --- on a life domain ---


def test_only_projects_that_may_be_compared_are_taken_in_one_breath():
    editions = [
        edition("Noord", with_(improved="10")), edition("Oost", with_(improved="20")),
        edition("Zuid", with_(improved="40"), target_group="Jongeren"),
    ]  # fmt: skip
    (domain,) = lay_side_by_side(editions)
    assert domain_sentences(domain, pairs(*editions), NL) == [
        "Bij de 2 projecten die u hier mag vergelijken, ging **ongeveer 25% tot 50%** van de mensen vooruit."
    ]


def test_an_alternative_names_every_project_by_its_name_and_what_is_hidden():
    editions = [edition("Zuid", PLAIN), edition("Noord", with_(improved="–"))]
    (domain,) = lay_side_by_side(editions)
    said = domain_alternative(domain, NL)
    assert said.endswith("Noord: te weinig mensen om te tonen; Zuid: ongeveer 20 van de 40 vooruit.")
    reason = "Niet met elkaar te vergelijken: te weinig mensen om te tonen."
    assert domain_sentences(domain, pairs(*editions), NL) == [reason]


def test_a_domain_of_one_project_is_named_with_it():
    domains = lay_side_by_side([edition("Noord", PLAIN)])
    assert "Financiën (Noord)" in only_one_sentence(domains, NL)


def test_an_own_list_is_called_by_its_project():
    (domain,) = lay_side_by_side([edition(name, with_(instrument="own")) for name in ("Noord", "Zuid")])
    assert "eigen lijst van Noord" in domain_alternative(domain, NL)


# --- across projects ---


def group(*editions, p: float = 0.01) -> Looked:
    return Looked(pool_groups(editions)[0], p)


def test_a_clear_difference_is_told_in_people_of_every_100():
    said = looked_sentence(group(edition("Noord", BY_GENDER), edition("Zuid", BY_GENDER)), NL)
    assert said.startswith(
        "Van elke 100 mensen in de groep **women** gingen er over 2 projecten heen ongeveer **33 meer"
    )
    assert "Dat is duidelijk. Of projecten hierin verschillen, is met twee projecten nauwelijks te zien." in said


def test_an_interval_never_goes_beyond_everybody():
    said = looked_sentence(group(edition("Noord", BY_GENDER), edition("Zuid", BY_GENDER), p=0.3), NL)
    assert "geen duidelijk verschil met alle anderen: van elke 100 mensen 33 meer vooruit" in said
    assert "(95%-interval: 100 minder tot 100 meer)" in said


def test_two_projects_are_said_to_be_few_and_get_no_expectation():
    two = group(edition("Noord", BY_GENDER), edition("Zuid", BY_GENDER))
    three = group(*(edition(name, BY_GENDER) for name in ("Noord", "Oost", "Zuid")))
    assert "In een volgend project" not in looked_sentence(two, NL)
    assert "verschillen hierin weinig. In een volgend project" in looked_sentence(three, NL)
    assert notes([two.across], NL)[0].startswith("Twee projecten is weinig.")
    assert notes([three.across], NL)[0] == ""


def test_the_difference_with_comparison_groups_is_told_in_levels():
    (across,) = pool_comparisons([compared("Noord"), compared("Zuid", target_group="Jongeren")])
    assert "gemiddeld +0,30 niveau" in looked_sentence(Looked(across, 0.3), NL)
    assert "moved forward **0.30 levels more**" in looked_sentence(Looked(across, 0.01), EN)
    assert any("doelgroepen" in note for note in notes([across], NL))


def test_projects_that_found_opposite_things_are_said_to_differ():
    (across,) = pool_comparisons([
        compared("Noord", found=(0.8, 0.7, 0.9)), compared("Oost", found=(0.0, -0.1, 0.1)),
        compared("Zuid", found=(-0.5, -0.6, -0.4)),
    ])  # fmt: skip
    assert "De projecten verschillen hierin sterk" in looked_sentence(Looked(across, 0.5), NL)


# --- charts ---


def figures(words: Words):
    reached = people("80", "70", "60")
    editions = [
        edition(name, WITH_COMPARISON, reached, differences={"finances": found})
        for name, found in (("Noord <b>", (0.3, 0.1, 0.5)), ("Zuid", (0.2, 0.0, 0.4)))
    ]
    (domain,) = lay_side_by_side([*editions, edition("West", with_(improved="–"), moment=1)])
    looked = Looked(pool_comparisons(editions)[0], 0.2)
    return (
        reach_figure([reach_of(one) for one in newest_of_each(editions)], words, dark=False),
        domain_figure(domain, words, dark=True),
        across_figure(looked, words, dark=False),
    )


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
def test_no_label_touches_another_or_is_cut_on_a_phone(words: Words):
    for figure in figures(words):
        placed = boxes(figure, 340)
        assert not [(a.text, b.text) for n, a in enumerate(placed) for b in placed[n + 1 :] if a.touches(b)]
        assert all(box.left >= -0.5 and box.right <= 340.5 for box in placed)


def test_a_hidden_share_has_words_and_no_dot():
    _, domain, _ = figures(NL)
    assert [trace["customdata"] for trace in domain["data"]] == [[0.5], [0.5]]
    assert "te weinig mensen om te tonen" in {text_of(note) for note in domain["layout"]["annotations"]}


def test_what_somebody_typed_is_no_markup():
    for figure in figures(NL):
        written = [note["text"] for note in figure["layout"]["annotations"] if "Noord" in note["text"]]
        assert written == ["<b>Noord &lt;b&gt;</b>"]


def test_what_was_found_together_is_a_diamond_and_runs_on_where_the_scale_ends():
    *_, across = figures(NL)
    dots = [trace for trace in across["data"] if trace["name"] != "beyond"]
    assert [trace["marker"]["symbol"] for trace in dots] == ["circle", "circle", "diamond"]
    assert {trace["marker"]["symbol"] for trace in across["data"] if trace["name"] == "beyond"} == {
        "triangle-left", "triangle-right",
    }  # fmt: skip


def test_the_page_loads_nothing_that_can_open_the_store():
    """In a process of its own: here the store is open already."""
    modules = [f"dashboard.impact.components.portfolio_{part}" for part in ("across", "choices", "domains", "reach")]
    told = "print([name for name in sys.modules if name.startswith(('duckdb', 'pipelines.store'))])"
    program = f"import sys, {', '.join(modules)}\n{told}"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
