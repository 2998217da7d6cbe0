"""A list that nobody made for us: recognised, asked about, mended on the page, imported; and given back marked."""

from io import BytesIO

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, settle
from tests.browser.uploading import choose_file
from tests.dashboard.messy_list import messy_list

PROJECT = "Een rommelige lijst"


def press(page: Page, name: str) -> None:
    """The button goes away once what it says is done: only then is the page another one."""
    buttons = page.get_by_role("button", name=name)
    n_before = buttons.count()
    buttons.first.click()
    expect(buttons).to_have_count(n_before - 1)
    settle(page)


def test_a_messy_list_is_asked_about_mended_and_imported(open_page: Open):
    page = open_page("/upload")
    choose_file(page, PROJECT, messy_list(), name="lijst.xlsx")
    press(page, "Zelfredzaamheid-Matrix (ZRM) 2017")
    press(page, "Ja, dit is Huisvesting, 0-meting")
    for code in ("“9”", "“?”"):
        expect(page.get_by_text(f"Wat betekent {code}?")).to_be_visible()
        press(page, "Niet gemeten")
        expect(page.get_by_text(f"Wat betekent {code}?")).to_be_hidden()
    page.get_by_text("Score bestaat niet op de schaal").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Haal uw bestand op met de fouten gemarkeerd").click()
    page.get_by_role("textbox", name="Wat moet er staan?").fill("5")
    page.get_by_role("textbox", name="Wat moet er staan?").press("Enter")
    settle(page)
    press(page, "Verbeter")
    expect(page.get_by_text("Er zijn geen fouten gevonden.")).to_be_visible()

    page.get_by_role("textbox", name="Uw naam of functie").fill("projectleider")
    press(page, f"Lees in voor {PROJECT}")
    expect(page.get_by_text("6 rijen zijn ingelezen")).to_be_visible()
    expect(page.get_by_text("door projectleider")).to_be_visible()
    assert is_marked_in(download.value.path().read_bytes())


def is_marked_in(content: bytes) -> bool:
    """The list of mistakes comes first, and the cell with the wrong score has a comment."""
    book = load_workbook(BytesIO(content))
    return len(book.sheetnames) > 1 and any(
        cell.comment is not None and cell.value == 7 for row in book["Lijst"].iter_rows() for cell in row
    )
