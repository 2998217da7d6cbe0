"""On every page: the language switch, the language of the page itself, and room on a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, settle
from tests.browser.uploading import import_file
from tests.dashboard.small_files import measurements

PATHS = ("/", "/count_and_tell", "/upload", "/method")
PHONE = 375


@pytest.mark.parametrize("path", PATHS)
def test_the_switch_is_in_sight_and_turns_the_page_english(open_page: Open, path: str):
    page = open_page(path, width=PHONE)
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    english = page.get_by_role("radio", name="en", exact=True)
    expect(english).to_be_in_viewport()
    english.click()
    expect(page.get_by_role("link", name="Upload", exact=True).first).to_be_visible()
    settle(page)
    assert "lang=en" in page.url
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_the_language_goes_along_to_the_next_page(open_page: Open):
    page = open_page("/?lang=en")
    page.get_by_role("link", name="Method", exact=True).click()
    expect(page.get_by_role("heading", name="How the figures come about")).to_be_visible()
    assert "lang=en" in page.url


def test_the_switch_stays_in_sight_while_a_long_page_scrolls(open_page: Open):
    page = open_page("/method", width=PHONE)
    page.locator("#sources").scroll_into_view_if_needed()
    expect(page.get_by_role("radio", name="en", exact=True)).to_be_in_viewport()


def test_nothing_sticks_out_on_a_phone(open_page: Open, address: str):
    page = open_page("/upload", width=PHONE)
    import_file(page, "Op de telefoon", measurements())
    for path in PATHS:
        for language in ("nl", "en"):
            page.goto(f"{address}{path}?lang={language}")
            settle(page)
            for frame in ("document.documentElement", "document.querySelector('[data-testid=stMain]')"):
                assert page.evaluate(f"{frame}.scrollWidth") <= PHONE, (path, language)


def test_an_anchor_leads_to_its_chapter(open_page: Open):
    page = open_page("/method")
    page.get_by_role("link", name="Wat wij niet beweren").click()
    expect(page.locator("#not_claimed h2")).to_be_in_viewport()
