"""How many of what an import would bring."""

import streamlit as st

from dashboard.language import Words
from dashboard.notation import whole
from pipelines.domain.import_report import Preview


def show_counts(words: Words, preview: Preview) -> bool:
    """The numbers that are not zero, as a list; whether anything would change."""
    counts = {field: n for field, n in preview.model_dump(exclude={"changes", "conflicts"}).items() if n}
    counts = {field.removeprefix("n_"): n for field, n in counts.items()}
    if not set(counts) - {"known_participants", "same_observations"}:
        st.markdown(words("import_preview.nothing"))
        return False
    lines = (
        f"<li><strong>{whole(n, words.language)}</strong> {words.count(f'import_preview.count.{what}', n)}</li>"
        for what, n in counts.items()
    )
    st.html(f'<ul class="counts">{"".join(lines)}</ul>')
    return True
