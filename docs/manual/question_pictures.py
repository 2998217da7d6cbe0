"""Makes the pictures of the pages that answer a question again: `python -m docs.manual.question_pictures`, or with the
names of some pages.

Photographed on the sample projects, on a server of its own. Needs the test requirements and a Chromium.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, expect

from dashboard.language import LANGUAGES
from docs.manual.photographs import SCREEN, open_browser, photograph_around, save, settle
from pipelines.domain.frozen import Language
from sample_data.load import main as load_samples
from tests.browser.server import running_dashboard


class Scene(NamedTuple):
    """Which parts of a page stand in its picture; `project` is the number of a sample project."""

    parts: tuple[str, ...]
    project: int = 1


SCENES: Mapping[str, Scene] = {
    "flow": Scene(("part_reach", "part_periods")),
    "actions": Scene(("part_goals",)),
    "over_time": Scene(("part_lasting", "part_how_soon")),
    "for_whom": Scene(("choices", "part_groups")),
    "compared": Scene(("part_compared_group",), project=2),
    "recognised": Scene(("part_recognised_domains",)),
    "steering": Scene(("part_due", "part_own_list")),
    "learning": Scene(("part_log",)),
}


def make(pages: Iterable[str]) -> None:
    """The pictures of these pages, in both languages."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        load_samples(["--db", str(folder / "dashboard.duckdb")])
        with running_dashboard(folder) as address, open_browser() as browser:
            for page in pages:
                for language in LANGUAGES:
                    save(f"page_{page}_{language}", _photograph(browser, address, page, language))


def _photograph(browser: Browser, address: str, name: str, language: Language) -> bytes:
    scene = SCENES[name]
    page = browser.new_page(viewport=SCREEN, locale="nl-NL", reduced_motion="reduce")
    page.goto(f"{address}/{name}?project={scene.project}&lang={language}")
    parts = [page.locator(f".st-key-{part}") for part in scene.parts]
    for part in parts:
        expect(part).to_be_visible()
    settle(page)
    picture = photograph_around(page, *parts)
    page.close()
    return picture


if __name__ == "__main__":
    named = sys.argv[1:]
    unknown = set(named) - set(SCENES)
    assert not unknown, f"no such page: {', '.join(sorted(unknown))}"
    make([page for page in SCENES if not named or page in named])
