"""The command line: the same road without a screen.

With --json standard output holds the JSON alone, also for a refusal; everything else goes to standard error.
Exit codes: 0 done or nothing to do, 1 refused with nothing stored, 2 the command itself is not right.
"""

import typer

from pipelines.commands import editions, findings, operation, registrations, serving
from pipelines.ingest.cells.own_limits import leave_no_core_dump

application = typer.Typer(
    help="Tel en Vertel without a screen.", add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False
)
application.add_typer(registrations.application)
application.add_typer(findings.application)
application.add_typer(operation.application)
application.add_typer(editions.application)
application.add_typer(serving.application)

if __name__ == "__main__":
    leave_no_core_dump()
    application()
