"""Why a store cannot be opened, in sentences for whoever runs the program."""


class StoreUnavailable(RuntimeError):
    """The database cannot be used; the message says why."""


class StoreInUse(StoreUnavailable):
    """Another process has the database open: DuckDB lets one process in at a time."""


class StoreBusy(StoreUnavailable):
    """Somebody is still in the database, and what is asked needs it to be empty."""


class UnknownStore(StoreUnavailable):
    """The file was not made by this program, or by a version that this one cannot read."""
