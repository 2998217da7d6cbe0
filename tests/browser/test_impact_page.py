"""What funders do: open an edition, go straight to a life domain, take the figures along with the keyboard, print."""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Open, opener, settle
from tests.browser.server import running_entry
from tests.impact.invented_edition import invented_manifest, write_edition

PHONE = 375
# A4 without the margins that the page asks for, in CSS pixels.
PAPER = 688
MOST_TABS = 80


@pytest.fixture(scope="session")
def impact_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("impact")
    place = write_edition(folder / "editions")
    with running_entry(
        "dashboard/impact/app.py", folder, {"TEL_EN_VERTEL_EDITIONS": str(folder / "editions")}
    ) as address:
        yield address
    place.chmod(0o755)


@pytest.fixture
def open_impact(browser: Browser, impact_address: str) -> Iterator[Open]:
    with opener(browser, impact_address) as open_at:
        yield open_at


def edition_path(**query: str) -> str:
    asked = {"edition": invented_manifest().edition, **query}
    return "/?" + "&".join(f"{key}={value}" for key, value in asked.items())


def wait_for_end(page: Page) -> None:
    """Until the last line is there and every chart is drawn."""
    expect(page.locator(".colophon")).to_be_attached()
    settle(page)
    expect(page.locator(".stPlotlyChart .main-svg").first).to_be_attached()
    expect(page.locator(".stPlotlyChart:not(:has(.main-svg))")).to_have_count(0)


def test_the_list_leads_to_an_edition_in_the_language_of_the_reader(open_impact: Open):
    page = open_impact("/?lang=en")
    page.get_by_role("link", name="Achter de voordeur").click()
    expect(page.get_by_role("heading", name="Who took part?")).to_be_visible()
    wait_for_end(page)
    assert "lang=en" in page.url
    expect(page).to_have_title("Achter de voordeur")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("radio", name="nl", exact=True).click()
    expect(page.get_by_role("heading", name="Wie deden mee?")).to_be_visible()


def test_an_address_leads_straight_to_a_life_domain(open_impact: Open):
    page = open_impact(edition_path(domain="housing"), width=PHONE)
    wait_for_end(page)
    expect(page.locator("#housing")).to_be_in_viewport()
    expect(page.locator("h1")).not_to_be_in_viewport()


def test_the_link_beside_a_life_domain_is_that_address(open_impact: Open):
    page = open_impact(edition_path())
    wait_for_end(page)
    page.get_by_role("link", name="Link naar Huisvesting").click()
    wait_for_end(page)
    assert "domain=housing" in page.url
    expect(page.locator("#housing")).to_be_in_viewport()


def test_the_keyboard_reaches_the_figures_and_takes_them_along(open_impact: Open):
    page = open_impact(edition_path())
    wait_for_end(page)
    button = page.get_by_role("button", name="Cijfers als csv")
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    expect(button).to_be_focused()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == f"cijfers_{invented_manifest().edition}.csv"
    text = download.value.path().read_text(encoding="utf-8-sig")
    values = [row["waarde"] for row in csv.DictReader(StringIO(text), delimiter=";")]
    assert "te weinig mensen om te tonen" in values
    assert "0" not in values


def test_the_figures_behind_a_chart_open_as_a_table_that_hides_what_is_hidden(open_impact: Open):
    page = open_impact(edition_path())
    wait_for_end(page)
    page.get_by_text("De cijfers in een tabel: Financiën").press("Enter")
    cells = page.locator("details[open] tbody td").all_inner_texts()
    assert "niet getoond" in cells
    assert "20" in cells
    assert "0" not in cells


def test_headings_follow_each_other_and_every_chart_has_words(open_impact: Open):
    page = open_impact(edition_path())
    wait_for_end(page)
    levels = page.locator("h1, h2, h3, h4").evaluate_all("found => found.map(one => +one.tagName[1])")
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    said = page.locator(".stPlotlyChart").evaluate_all("all => all.map(one => one.getAttribute('aria-label') || '')")
    assert said
    assert all(len(words) > 20 for words in said)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_sticks_out_on_a_phone(open_impact: Open, language: str):
    for path in (f"/?lang={language}", edition_path(lang=language)):
        page = open_impact(path, width=PHONE)
        settle(page)
        for frame in ("document.documentElement", "document.querySelector('[data-testid=stMain]')"):
            assert page.evaluate(f"{frame}.scrollWidth") <= PHONE, path


def test_it_prints_on_a4_without_menus_and_without_cut_charts(open_impact: Open, tmp_path: Path):
    page = open_impact(edition_path())
    wait_for_end(page)
    widths, in_columns = (
        page.locator(f"{place} .main-svg").evaluate_all("all => all.map(one => one.clientWidth)")
        for place in (".stPlotlyChart", "[class*=st-key-domain_row_]")
    )
    page.emulate_media(media="print")
    zoom = float(page.locator(".stMainBlockContainer").evaluate("one => getComputedStyle(one).zoom"))
    assert max(widths) * zoom <= PAPER
    assert max(in_columns) * zoom <= PAPER / 2
    for hidden in (".st-key-shell", ".on-this-page", ".st-key-part_downloads", ".figures"):
        expect(page.locator(hidden).first).to_be_hidden()
    for kept in (".stPlotlyChart", "figure"):
        breaks = page.locator(kept).evaluate_all("all => all.map(one => getComputedStyle(one).breakInside)")
        assert set(breaks) == {"avoid"}


def test_a_dark_page_turns_light_on_paper(open_impact: Open):
    page = open_impact(edition_path())
    wait_for_end(page)
    page.emulate_media(color_scheme="dark", media="print")
    expect(page.locator(".stMainBlockContainer")).to_have_css("filter", "invert(1) hue-rotate(180deg)")
