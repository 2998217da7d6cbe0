"""The whole road: a file goes in, a sentence comes out; a mistake is named by its cell; a withdrawal takes it back."""

from io import BytesIO

from openpyxl import Workbook, load_workbook
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import Open, settle
from tests.browser.uploading import choose_file, import_file, withdraw_newest
from tests.dashboard.small_files import measurements, measurements_with_a_mistake


def sentence_on(page: Page, project: str, life_domain: str) -> str:
    """What Tel en vertel says about one life domain."""
    page.get_by_role("link", name="Tel en vertel").first.click()
    expect(page.get_by_role("heading", name=project, exact=True)).to_be_visible()
    settle(page)
    return page.locator(".sentence", has_text=life_domain).first.inner_text()


def go_back_to_upload(page: Page) -> None:
    page.get_by_role("link", name="Aanleveren").first.click()
    expect(page.get_by_role("heading", name="Metingen en verhalen aanleveren")).to_be_visible()
    settle(page)


def test_a_file_becomes_a_sentence(open_page: Open):
    page = open_page("/upload")
    import_file(page, "Van bestand naar zin", measurements())
    page.get_by_role("link", name="Bekijk wat er veranderde").click()
    expect(page.get_by_role("heading", name="Van bestand naar zin")).to_be_visible()
    expect(page.get_by_text("2 van de 3 deelnemers gingen vooruit op Financiën")).to_be_visible()


def test_a_mistake_is_named_by_its_cell_and_keeps_the_file_out(open_page: Open):
    page = open_page("/upload")
    choose_file(page, "Met een fout", measurements_with_a_mistake())
    page.get_by_text("Score bestaat niet op de schaal").click()
    expect(page.get_by_text("De score 7 bestaat niet op deze schaal.")).to_be_visible()
    expect(page.get_by_text("In metingen.csv, rij 2.")).to_be_visible()
    expect(page.get_by_role("button", name="Lees in voor Met een fout")).to_be_disabled()
    page.get_by_role("link", name="Start").first.click()
    settle(page)
    expect(page.get_by_text("Met een fout")).to_have_count(0)


def test_the_list_of_mistakes_can_be_taken_along(open_page: Open):
    page = open_page("/upload")
    choose_file(page, "Met een lijst", measurements_with_a_mistake())
    with page.expect_download() as download:
        page.get_by_role("button", name="Download de lijst").click()
    assert download.value.suggested_filename == "controlelijst.xlsx"
    (row,) = opened(download.value).active.iter_rows(min_row=2, values_only=True)
    assert row[2:5] == (2, "Financiën", "7")
    assert row[7] == "value_out_of_range"


def test_after_a_withdrawal_the_numbers_are_what_they_were(open_page: Open):
    page = open_page("/upload")
    import_file(page, "Heen en terug", measurements(with_follow_up=False))
    before = sentence_on(page, "Heen en terug", "Financiën")
    go_back_to_upload(page)
    import_file(page, "Heen en terug", measurements())
    assert "2 van de 3" in sentence_on(page, "Heen en terug", "Financiën")
    go_back_to_upload(page)
    withdraw_newest(page)
    assert sentence_on(page, "Heen en terug", "Financiën") == before


def test_the_template_opens_as_a_workbook_in_the_language_asked_for(open_page: Open):
    page = open_page("/")
    page.get_by_role("radio", name="Engels").click()
    # The page looks the same before and after the server heard of it.
    page.wait_for_timeout(1_500)
    settle(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download het invulbestand").click()
    assert download.value.suggested_filename == "invulbestand_zrm_2017.xlsx"
    assert "Measurements" in opened(download.value).sheetnames


def opened(download: Download) -> Workbook:
    """The browser keeps what it fetched under a name without an extension, which openpyxl does not take."""
    return load_workbook(BytesIO(download.path().read_bytes()))
