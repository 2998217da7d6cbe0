"""Findings → plain sentences in the reader's language. Stars (**) mark what is said aloud; `plain` takes them out."""
