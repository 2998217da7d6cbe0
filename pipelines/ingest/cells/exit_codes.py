"""How a process that reads an upload says what became of it. Anything else, also a signal: a limit was reached."""

READ, FELL_OVER, PASSWORD, NOT_READABLE, TOO_LARGE = 0, 1, 13, 14, 15
