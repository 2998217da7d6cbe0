"""What a project leader does on Aanleveren, click by click."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import settle


def choose_file(page: Page, project: str, content: bytes, name: str = "metingen.csv") -> None:
    """Names a new project, or chooses the one that is there, and picks one file."""
    _name_project(page, project)
    files = [{"name": name, "mimeType": "text/csv", "buffer": content}]
    page.locator(".st-key-upload_box input[type=file]").set_input_files(files)
    expect(page.get_by_role("heading", name="Dit is herkend")).to_be_visible()
    settle(page)


def import_file(page: Page, project: str, content: bytes) -> None:
    choose_file(page, project, content)
    page.get_by_role("button", name=f"Lees in voor {project}").click()
    expect(page.get_by_role("heading", name="Ingelezen")).to_be_visible()
    settle(page)


def withdraw_newest(page: Page) -> None:
    page.get_by_role("button", name="Trek terug").first.click()
    page.get_by_role("button", name="Ja, trek terug").click()
    expect(page.get_by_text("is teruggetrokken")).to_be_visible()
    settle(page)


def _name_project(page: Page, project: str) -> None:
    """The first project of all has a name to fill in; after that a new one has to be asked for."""
    chooser = page.get_by_role("combobox", name="Voor welk project?")
    name = page.get_by_role("textbox", name="Hoe heet het project?")
    # The code of a widget is fetched when it is first needed: it comes after the page has settled.
    expect(chooser.or_(name).first).to_be_visible()
    if chooser.count():
        chooser.click()
        known = page.get_by_role("option", name=project, exact=True)
        if known.count():
            known.click()
            settle(page)
            return
        page.get_by_role("option", name="Een nieuw project …").click()
    name.fill(project)
    name.press("Enter")
    settle(page)
