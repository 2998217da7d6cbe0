"""What a process of ours lets itself take, before it looks at somebody's file. Knows only the standard library."""

from contextlib import suppress


def limit_own_process(memory_bytes: int, seconds: int) -> None:
    """From here on, more memory raises MemoryError or ends the process; more seconds of work end it."""
    try:
        import resource
    except ImportError:
        return
    leave_no_core_dump()
    for what, limit in ((resource.RLIMIT_AS, memory_bytes), (resource.RLIMIT_CPU, seconds)):
        # Not every system lets a process bound itself.
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (limit, limit))


def leave_no_core_dump() -> None:
    """A process that falls over leaves no picture of its memory on the disk: somebody's file may be in it."""
    try:
        import resource
    except ImportError:
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
