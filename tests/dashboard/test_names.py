"""Life domains and attributes are called alike on every page."""

from dashboard.language import Words
from dashboard.sentences.names import attribute_name, domain_name, domain_names
from tests.dashboard.invented import invented_outcome, moved

NL, EN = Words("nl"), Words("en")


def test_what_is_measured_is_called_as_its_set_calls_it():
    assert domain_names([invented_outcome(moved(4, 19, 18))], NL) == {"finances": "Financiën"}
    assert domain_name("soup", {"soup": "Soep"}, NL) == "Soep"


def test_a_life_domain_that_is_not_measured_keeps_its_name():
    assert domain_name("housing", {"finances": "Financiën"}, NL) == "Huisvesting"
    assert domain_name("eigen domein", {}, NL) == "eigen domein"


def test_what_is_about_no_life_domain_is_about_the_project():
    assert domain_name(None, {}, NL) == "Het hele project"
    assert domain_name(None, {}, EN) == "The whole project"


def test_an_attribute_is_called_as_its_column():
    assert attribute_name("age_band", NL) == "Leeftijdsgroep"
    assert attribute_name("age_band", EN) == "Age band"
    assert attribute_name("favourite_colour", EN) == "favourite colour"


def test_what_no_column_holds_has_a_name_too():
    assert attribute_name("start_level", EN) == "Where they stood at the start"
    assert attribute_name("group", NL) == NL("compared.choice.comparison")
