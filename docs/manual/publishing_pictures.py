"""Makes the pictures of publishing and of what funders read again: `python -m docs.manual.publishing_pictures`.

On the sample projects, with editions made for the occasion. Needs the test requirements and a Chromium.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect

from dashboard.language import LANGUAGES, Words
from docs.manual.photographs import SCREEN, open_browser, photograph_around, save, settle
from pipelines.domain.frozen import Language
from pipelines.models.opening import open_store
from pipelines.outcomes.projects import read_projects
from pipelines.publishing.composition import Composition
from pipelines.publishing.publish import publish
from sample_data.load import load_samples
from tests.browser.server import running_dashboard, running_entry

IMPACT_APP = "dashboard/impact/app.py"
LARGE_ENOUGH = 2


def make() -> None:
    """All pictures, in both languages."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        editions = folder / "editions"
        edition = _publish_samples(folder / "dashboard.duckdb", editions)
        place = {"TEL_EN_VERTEL_EDITIONS": str(editions)}
        with open_browser() as browser:
            with running_dashboard(folder, settings=place) as address:
                for language in LANGUAGES:
                    save(f"publishing_look_{language}", _photograph_look(browser, address, language))
            with running_entry(IMPACT_APP, folder, place) as address:
                for language in LANGUAGES:
                    for name, picture in _photograph_impact(browser, address, edition, language):
                        save(f"{name}_{language}", picture)
        for file in editions.glob("*/"):
            file.chmod(0o755)


def _publish_samples(database: Path, editions: Path) -> str:
    """The id of the first one."""
    store = open_store(database)
    load_samples(store)
    with store.cursor() as cursor:
        projects = read_projects(cursor)[:LARGE_ENOUGH]
    made = [
        publish(store, project, Composition(), editions, composed_by="", signed_by="M. de Boer").edition
        for project in projects
    ]
    store.close()
    return made[0]


def _photograph_look(browser: Browser, address: str, language: Language) -> bytes:
    """What is hidden and why, and the beginning of the page as readers will see it."""
    words = Words(language)
    with _opened(browser, f"{address}/publishing?project=1&lang={language}") as page:
        page.get_by_role("button", name=words("publishing.compose.show")).click()
        hidden = page.locator(".st-key-part_hidden")
        expect(hidden).to_be_visible()
        expect(page.locator(".st-key-part_people")).to_be_visible()
        settle(page)
        return photograph_around(page, hidden, page.locator(".st-key-preview .lead"))


def _photograph_impact(browser: Browser, address: str, edition: str, language: Language) -> Iterator[tuple[str, bytes]]:
    with _opened(browser, f"{address}/impact?edition={edition}&lang={language}") as page:
        overview = page.locator(".st-key-part_changed")
        expect(overview).to_be_visible()
        settle(page)
        yield "impact_changed", photograph_around(page, overview, page.locator("[class*='st-key-domain_row_']").first)
    with _opened(browser, f"{address}/portfolio?lang={language}") as page:
        heading = page.locator("h1").first
        expect(heading).to_be_visible()
        settle(page)
        yield "impact_portfolio", photograph_around(page, heading, page.locator("[class*='st-key-part_']").first)


@contextmanager
def _opened(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport=SCREEN | {"height": 9000}, locale="nl-NL", reduced_motion="reduce")
    page.goto(address)
    yield page
    page.close()


if __name__ == "__main__":
    make()
