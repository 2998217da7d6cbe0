"""Text that no spreadsheet takes for a formula."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def as_text(text: str) -> str:
    """A text that begins like a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
