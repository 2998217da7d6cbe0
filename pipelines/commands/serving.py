"""The command that shows editions to funders: a server of its own, without any way to the registrations."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

HOUSE = Path(__file__).parents[2]
ENTRY = "dashboard/impact/app.py"
EDITIONS, DATABASE = "TEL_EN_VERTEL_EDITIONS", "TEL_EN_VERTEL_DB"
# Only this computer: what is shown to others goes through whatever asks them who they are.
ADDRESS = "127.0.0.1"

application = typer.Typer()


@application.command("serve")
def serve_command(
    editions: Annotated[Path, typer.Option(help="The editions folder.", file_okay=False)],
    port: Annotated[int, typer.Option(min=1, max=65535, help="Where on this computer.")] = 8502,
) -> None:
    """Show the editions in a folder to funders. Opens no registrations."""
    server = subprocess.Popen(command_line(port), cwd=HOUSE, env=surroundings(editions, os.environ))
    # Whoever ends this command ends the server, which would go on by itself.
    before = signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        code = server.wait()
    except KeyboardInterrupt:
        server.terminate()
        code = server.wait()
    finally:
        signal.signal(signal.SIGTERM, before)
    raise typer.Exit(1 if code > 0 else 0)


def command_line(port: int) -> list[str]:
    """A process of its own: this one has read what can open the store, that one never does."""
    return [
        sys.executable, "-m", "streamlit", "run", ENTRY, "--server.port", str(port), "--server.address", ADDRESS,
    ]  # fmt: skip


def surroundings(editions: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """Where the editions are, and not where the registrations are."""
    passed_on = {name: value for name, value in environment.items() if name != DATABASE}
    return {**passed_on, EDITIONS: str(editions.resolve())}
