"""What others wrote, such as the name of a project, in a place where Streamlit reads markdown."""

import re

MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-!|~:$.^])")


def as_plain(text: str) -> str:
    """Every mark escaped, so that the reader sees exactly what was written; a line break becomes a space."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))
