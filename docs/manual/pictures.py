"""Makes the pictures of the manual again: `python -m docs.manual.pictures`, or with the names of some kinds.

Before: the example list as a spreadsheet shows it. After: what the page Aanleveren really makes of it, on a server of
its own with an empty database. Needs the test requirements and a Chromium (see tests/browser).
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from dashboard.language import LANGUAGES, Words
from docs.manual.drawing import draw
from docs.manual.examples.kinds import KINDS, Kind
from pipelines.domain.frozen import Language
from tests.browser.server import QUIET, SETTLED, chromium_path, running_dashboard

FOLDER = Path(__file__).parents[1] / "images" / "manual"
MOST_WIDTH, MOST_HEIGHT, MOST_BYTES, COLOURS = 1200, 1400, 150_000, 64
# Tall enough to hold the whole page: what has to be scrolled to is not in a picture.
SCREEN = {"width": 1100, "height": 4000}
MARGIN = 12
PATIENCE_MS = 60_000
MIME_TYPES = {".csv": "text/csv", ".toml": "application/toml"}


def make(kinds: Sequence[Kind]) -> None:
    """All pictures of these kinds, in both languages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    expect.set_options(timeout=PATIENCE_MS)
    with _chromium() as browser, TemporaryDirectory() as folder, running_dashboard(Path(folder)) as address:
        for kind in kinds:
            _save(f"{kind.id}_before", _photograph_list(browser, kind))
            for language in LANGUAGES:
                for name, picture in _photograph_page(browser, address, kind, language):
                    _save(f"{kind.id}_{name}_{language}", picture)


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        yield browser
        browser.close()


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
        yield "asked", _photograph_around(page, page.locator("[class*='st-key-question_']"))
        _choose_mapping(page, mapping)
    page.locator(".st-key-found_columns summary").click()
    _settle(page)
    expect(page.locator(".st-key-found_columns table").first).to_be_visible()
    yield "after", _photograph_around(page, _heading(page, words), page.locator(".st-key-found_columns"))
    page.close()


def _choose_files(page: Page, address: str, kind: Kind, words: Words) -> None:
    page.goto(address)
    name = page.get_by_role("textbox", name=words("upload.project.name"))
    expect(name).to_be_visible()
    name.fill("Achter de voordeur")
    name.press("Enter")
    _settle(page)
    files = [_as_file(upload.name, upload.content) for upload in kind.uploads()]
    page.locator(".st-key-upload_box input[type=file]").set_input_files(files)
    expect(_heading(page, words)).to_be_visible()
    _settle(page)


def _choose_mapping(page: Page, mapping: str) -> None:
    page.locator(".st-key-reading_choices summary").click()
    _settle(page)
    page.locator(".st-key-reading_choices input[type=file]").set_input_files(
        [_as_file("kolommen.toml", mapping.encode())]
    )
    expect(page.locator(".st-key-reading_choices").get_by_text("kolommen.toml").first).to_be_visible()
    _settle(page)


def _heading(page: Page, words: Words) -> Locator:
    return page.get_by_role("heading", name=words("import_recognised.title"))


def _as_file(name: str, content: bytes) -> dict[str, object]:
    return {"name": name, "mimeType": MIME_TYPES.get(Path(name).suffix, "application/octet-stream"), "buffer": content}


def _settle(page: Page) -> None:
    """Still, and still so after the page had time to ask for another run."""
    for _ in range(2):
        expect(page.locator(SETTLED)).to_be_visible()
        page.wait_for_timeout(400)


def _photograph_around(page: Page, *parts: Locator) -> bytes:
    """The part of the page that holds all of these, cut off where it is very long. Raises if one is not there."""
    boxes = [box for part in parts for box in _boxes(part)]
    left, top = (min(box[side] for box in boxes) - MARGIN for side in ("x", "y"))
    right = max(box["x"] + box["width"] for box in boxes) + MARGIN
    bottom = min(max(box["y"] + box["height"] for box in boxes) + MARGIN, top + MOST_HEIGHT)
    assert bottom < SCREEN["height"], "the page is taller than the screen"
    clip = {"x": max(left, 0), "y": max(top, 0), "width": right - max(left, 0), "height": bottom - max(top, 0)}
    return page.screenshot(clip=clip)


def _boxes(part: Locator) -> list[dict[str, float]]:
    boxes = [box for one in part.all() if (box := one.bounding_box())]
    assert boxes, f"nothing to photograph: {part}"
    return boxes


def _save(name: str, picture: bytes) -> None:
    """With few colours and within the limits of the manual."""
    image = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    content = BytesIO()
    image.save(content, format="png", optimize=True)
    n_bytes = len(content.getvalue())
    assert image.width <= MOST_WIDTH, f"{name} is {image.width} pixels wide"
    assert n_bytes <= MOST_BYTES, f"{name} is {n_bytes} bytes"
    (FOLDER / f"{name}.png").write_bytes(content.getvalue())


if __name__ == "__main__":
    named = sys.argv[1:]
    unknown = set(named) - {kind.id for kind in KINDS}
    assert not unknown, f"no such kind: {', '.join(sorted(unknown))}"
    make([kind for kind in KINDS if not named or kind.id in named])
