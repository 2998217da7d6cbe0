"""Makes the pictures of the kinds of lists again: `python -m docs.manual.pictures`, or with the names of some kinds.

Before: the example list as a spreadsheet shows it. After: what the page Aanleveren really makes of it, on a server of
its own with an empty database. Needs the test requirements and a Chromium (see tests/browser).
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Locator, Page, expect

from dashboard.language import LANGUAGES, Words
from docs.manual.drawing import draw
from docs.manual.examples.kinds import KINDS, Kind
from docs.manual.photographs import PATIENCE_MS, SCREEN, open_browser, photograph_around, save, settle
from pipelines.domain.frozen import Language
from tests.browser.server import running_dashboard

MIME_TYPES = {".csv": "text/csv", ".toml": "application/toml"}


def make(kinds: Sequence[Kind]) -> None:
    """All pictures of these kinds, in both languages."""
    with open_browser() as browser, TemporaryDirectory() as folder, running_dashboard(Path(folder)) as address:
        for kind in kinds:
            save(f"{kind.id}_before", _photograph_list(browser, kind))
            for language in LANGUAGES:
                for name, picture in _photograph_page(browser, address, kind, language):
                    save(f"{kind.id}_{name}_{language}", picture)


def _photograph_list(browser: Browser, kind: Kind) -> bytes:
    page = browser.new_page(viewport=SCREEN)
    page.set_content(draw(kind.uploads()))
    picture = page.locator("main").screenshot()
    page.close()
    return picture


def _photograph_page(browser: Browser, address: str, kind: Kind, language: Language) -> Iterator[tuple[str, bytes]]:
    """What is asked, where the manual answers something; and what is recognised then."""
    words = Words(language)
    page = browser.new_page(viewport=SCREEN, locale="nl-NL", reduced_motion="reduce")
    page.set_default_timeout(PATIENCE_MS)
    _choose_files(page, f"{address}/upload?lang={language}", kind, words)
    if mapping := kind.mapping(language):
        yield "asked", photograph_around(page, page.locator("[class*='st-key-question_']"))
        _choose_mapping(page, mapping)
    page.locator(".st-key-found_columns summary").click()
    settle(page)
    expect(page.locator(".st-key-found_columns table").first).to_be_visible()
    yield "after", photograph_around(page, _heading(page, words), page.locator(".st-key-found_columns"))
    page.close()


def _choose_files(page: Page, address: str, kind: Kind, words: Words) -> None:
    page.goto(address)
    name = page.get_by_role("textbox", name=words("upload.project.name"))
    expect(name).to_be_visible()
    name.fill("Achter de voordeur")
    name.press("Enter")
    settle(page)
    files = [_as_file(upload.name, upload.content) for upload in kind.uploads()]
    page.locator(".st-key-upload_box input[type=file]").set_input_files(files)
    expect(_heading(page, words)).to_be_visible()
    settle(page)


def _choose_mapping(page: Page, mapping: str) -> None:
    page.locator(".st-key-reading_choices summary").click()
    settle(page)
    page.locator(".st-key-reading_choices input[type=file]").set_input_files(
        [_as_file("kolommen.toml", mapping.encode())]
    )
    expect(page.locator(".st-key-reading_choices").get_by_text("kolommen.toml").first).to_be_visible()
    settle(page)


def _heading(page: Page, words: Words) -> Locator:
    return page.get_by_role("heading", name=words("import_recognised.title"))


def _as_file(name: str, content: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": MIME_TYPES.get(Path(name).suffix, "application/octet-stream"), "buffer": content}


if __name__ == "__main__":
    named = sys.argv[1:]
    unknown = set(named) - {kind.id for kind in KINDS}
    assert not unknown, f"no such kind: {', '.join(sorted(unknown))}"
    make([kind for kind in KINDS if not named or kind.id in named])
