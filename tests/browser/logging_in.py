"""An entry in served mode with an OpenID provider beside it, and logging in there."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conftest import settle
from tests.browser.openid_provider import CLIENT_ID, CLIENT_SECRET
from tests.browser.server import free_port, running, running_entry, wait_until_healthy

SECRETS = """
[auth]
redirect_uri = "{redirect_uri}"
cookie_secret = "a-secret-of-this-test-and-of-nothing-else"
client_id = "{client_id}"
client_secret = "{client_secret}"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""
SERVED = {"TEL_EN_VERTEL_MODE": "served", "NO_PROXY": "localhost"}


@contextmanager
def running_served(entry: str, folder: Path, settings: Mapping[str, str]) -> Iterator[str]:
    """The address of this entry, whose log, secrets and provider's log lie in the folder."""
    port, provider_port = free_port(), free_port()
    provider, redirect_uri = f"http://localhost:{provider_port}", f"http://localhost:{port}/oauth2callback"
    said = {"redirect_uri": redirect_uri, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, "provider": provider}
    secrets = folder / "secrets.toml"
    secrets.write_text(SECRETS.format(**said), encoding="utf-8")
    command = [sys.executable, "-m", "tests.browser.openid_provider", str(provider_port), redirect_uri]
    with running(command, folder / "provider.log", {}) as process:
        wait_until_healthy(process, f"{provider}/jwks")
        own = {**SERVED, **settings}
        with running_entry(entry, folder, own, "--secrets.files", str(secrets), port=port) as address:
            yield address


def log_in(page: Page, address: str, who: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Inloggen").click()
    page.get_by_role("link", name=who, exact=True).click()
    page.wait_for_url(f"{address}/**")
    settle(page)
