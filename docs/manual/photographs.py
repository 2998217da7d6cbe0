"""Photographs of pages, small enough for the manual. Needs the test requirements and a Chromium (see tests/browser)."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.browser.server import QUIET, SETTLED, chromium_path

FOLDER = Path(__file__).parents[1] / "images" / "manual"
MOST_WIDTH, MOST_HEIGHT, MOST_BYTES, COLOURS = 1200, 1400, 150_000, 64
# Tall enough to hold the whole page: what has to be scrolled to is not in a picture.
SCREEN = {"width": 1100, "height": 4500}
MARGIN = 12
PATIENCE_MS = 60_000


@contextmanager
def open_browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        expect.set_options(timeout=PATIENCE_MS)
        yield browser
        browser.close()


def settle(page: Page) -> None:
    """Still, and still so after the page had time to ask for another run."""
    for _ in range(2):
        expect(page.locator(SETTLED)).to_be_visible()
        page.wait_for_timeout(400)


def photograph_around(page: Page, *parts: Locator) -> bytes:
    """The part of the page that holds all of these, cut off where it is very long. Raises if one is not there."""
    boxes = [box for part in parts for box in _boxes(part)]
    left, top = (min(box[side] for box in boxes) - MARGIN for side in ("x", "y"))
    right = max(box["x"] + box["width"] for box in boxes) + MARGIN
    bottom = min(max(box["y"] + box["height"] for box in boxes) + MARGIN, top + MOST_HEIGHT)
    assert bottom < (page.viewport_size or SCREEN)["height"], "the page is taller than the screen"
    clip = {"x": max(left, 0), "y": max(top, 0), "width": right - max(left, 0), "height": bottom - max(top, 0)}
    return page.screenshot(clip=clip)


def _boxes(part: Locator) -> list[dict[str, float]]:
    boxes = [box for one in part.all() if (box := one.bounding_box())]
    assert boxes, f"nothing to photograph: {part}"
    return boxes


def save(name: str, picture: bytes) -> None:
    """With few colours and within the limits of the manual."""
    image = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    content = BytesIO()
    image.save(content, format="png", optimize=True)
    n_bytes = len(content.getvalue())
    assert image.width <= MOST_WIDTH, f"{name} is {image.width} pixels wide"
    assert n_bytes <= MOST_BYTES, f"{name} is {n_bytes} bytes"
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.png").write_bytes(content.getvalue())
