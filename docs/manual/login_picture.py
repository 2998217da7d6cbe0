"""Makes the pictures of the login page again: `python -m docs.manual.login_picture`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import expect

from dashboard.language import LANGUAGES
from docs.manual.photographs import SCREEN, open_browser, photograph_around, save, settle
from tests.browser.server import running_dashboard

# Enough for Streamlit to know of logging in; nobody does.
PROVIDER = """
[auth]
redirect_uri = "http://localhost/oauth2callback"
cookie_secret = "of-a-picture-and-of-nothing-else"
client_id = "tel-en-vertel"
client_secret = "none"
server_metadata_url = "http://localhost/.well-known/openid-configuration"
"""


def make() -> None:
    """The pictures, in both languages."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "secrets.toml").write_text(PROVIDER, encoding="utf-8")
        options = ("--secrets.files", str(folder / "secrets.toml"))
        served = running_dashboard(folder, *options, settings={"TEL_EN_VERTEL_MODE": "served"})
        with served as address, open_browser() as browser:
            for language in LANGUAGES:
                page = browser.new_page(viewport=SCREEN, locale="nl-NL", reduced_motion="reduce")
                page.goto(f"{address}/?lang={language}")
                parts = (page.locator("h1"), page.locator(".st-key-lead"), page.locator(".st-key-log_in"))
                for part in parts:
                    expect(part).to_be_visible()
                settle(page)
                save(f"login_{language}", photograph_around(page, *parts, page.get_by_test_id("stCaptionContainer")))
                page.close()


if __name__ == "__main__":
    make()
