"""The columns that are in question, each with its suggestion as one button; and those that nothing is known of."""

from collections.abc import Sequence

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.answers.causes import RESTART_QUESTION
from dashboard.answers.columns import LEFT_OUT, ColumnUse, confirming, leaving_out, with_column
from dashboard.answers.uses import clear_suggestions, moments_in, suggested_uses, uses_for
from dashboard.components.current_answers import answer, current_answers
from dashboard.components.question import question, question_key
from dashboard.components.recognition.column_labels import column_label, indicator_names, samples_of, use_label
from dashboard.language import Words
from pipelines.domain.registration import Confidence, FoundColumn, FoundTable, Registration
from pipelines.instruments.catalogue import shipped_sets

MOST_ASKED_AT_ONCE = 8
MOST_NAMED = 20
# So many columns with one clear suggestion can be confirmed together.
FEWEST_TOGETHER = 3


def ask_columns(words: Words, registration: Registration, answers: Answers) -> int:
    """Shows the first of the columns in question; how many there are."""
    asked = [column for column in registration.found if column.confidence is Confidence.ASKED]
    together = clear_suggestions(asked, registration.tables)
    if len(together) < FEWEST_TOGETHER:
        _ask_each(words, registration, answers, asked)
        return len(asked)
    _offer_together(words, registration, answers, together)
    of_them = [column for column, _ in together]
    with st.expander(words("import_columns.together.each", n=len(of_them)), key="suggestions_one_by_one"):
        _ask_each(words, registration, answers, of_them)
    _ask_each(words, registration, answers, [column for column in asked if column not in of_them])
    return len(asked)


def offer_unknown_columns(words: Words, registration: Registration, answers: Answers) -> None:
    """Columns without a suggestion are not used. That is said, with one button to settle it for all of them."""
    sites = {issue.column for issue in registration.issues if issue.code == RESTART_QUESTION}
    unknown = [
        column
        for column in registration.found
        if column.confidence is Confidence.UNKNOWN and column.column and column.column not in sites
    ]
    if not unknown:
        return
    named = ", ".join(column_label(words, column) for column in unknown[:MOST_NAMED])
    named = f"{named} …" if len(unknown) > MOST_NAMED else named
    with question("unknown_columns", words.count("import_columns.unknown", len(unknown)), named):
        settled = leaving_out(answers.mapping, [column.column for column in unknown])
        label = words.count("import_columns.leave_all_out", len(unknown))
        st.button(label, on_click=answer, args=(settled,), key="leave_unknown_columns_out")


def _ask_each(words: Words, registration: Registration, answers: Answers, asked: Sequence[FoundColumn]) -> None:
    for column in asked[:MOST_ASKED_AT_ONCE]:
        _ask(words, registration, answers, column)
    if len(asked) > MOST_ASKED_AT_ONCE:
        st.markdown(words.count("import_columns.more", len(asked) - MOST_ASKED_AT_ONCE))


def _offer_together(
    words: Words, registration: Registration, answers: Answers, clear: Sequence[tuple[FoundColumn, ColumnUse]]
) -> None:
    """All clear suggestions in a list, with one button to say yes to every one of them."""
    names = indicator_names(words, registration)
    listed = "; ".join(f"{column_label(words, column)} = {use_label(words, use, names)}" for column, use in clear)
    with question("clear_suggestions", words("import_columns.together.ask", n=len(clear)), f"{listed}."):
        confirmed = confirming(answers.mapping, [(column.column, use) for column, use in clear])
        key = question_key("together", answers, listed)
        st.button(
            words("import_columns.together.yes", n=len(clear)),
            type="primary",
            on_click=answer,
            args=(confirmed,),
            key=key,
        )


def uses_of(registration: Registration, column: FoundColumn) -> list[ColumnUse]:
    """Everything that this column can be said to be."""
    table = table_of(registration, column)
    beside = [other for other in registration.found if other.sheet == column.sheet]
    return uses_for(table, registration.indicator_sets or shipped_sets().values(), moments_in(beside))


def table_of(registration: Registration, column: FoundColumn) -> FoundTable | None:
    return next((table for table in registration.tables if table.sheet == column.sheet), None)


def _ask(words: Words, registration: Registration, answers: Answers, column: FoundColumn) -> None:
    names = indicator_names(words, registration)
    key = question_key("column", answers, f"{column.sheet} {column.letter} {column.column}")
    beside = [other for other in registration.found if other.sheet == column.sheet]
    suggested = suggested_uses(column, table_of(registration, column), beside)
    note = _note(words, column, several_sheets=len({other.sheet for other in registration.found}) > 1)
    with question(key, _sentence(words, column, suggested, names), note):
        with st.container(horizontal=True):
            for position, use in enumerate(suggested):
                said = "import_columns.yes" if position == 0 else "import_columns.rather"
                st.button(
                    words(said, what=use_label(words, use, names)), type="primary" if position == 0 else "secondary",
                    on_click=_say, args=(column.column, use), key=f"{key}_{position}",
                )  # fmt: skip
            st.button(
                words("import_columns.leave_out"), on_click=_say, args=(column.column, ColumnUse(role=LEFT_OUT)),
                key=f"{key}_out",
            )  # fmt: skip
        _choose_other(words, key, column, [use for use in uses_of(registration, column) if use not in suggested], names)


def _choose_other(
    words: Words, key: str, column: FoundColumn, uses: Sequence[ColumnUse], names: dict[str, str]
) -> None:
    st.selectbox(
        words("import_columns.something_else"),
        uses,
        index=None,
        format_func=lambda use: use_label(words, use, names),
        placeholder=words("import_columns.other_choice"),
        label_visibility="collapsed",
        key=f"{key}_other",
        on_change=_say_chosen,
        args=(column.column, f"{key}_other"),
    )


def _sentence(words: Words, column: FoundColumn, suggested: Sequence[ColumnUse], names: dict[str, str]) -> str:
    label = column_label(words, column)
    if not suggested:
        return words("import_columns.ask_open", column=label)
    return words("import_columns.ask", column=label, what=use_label(words, suggested[0], names))


def _note(words: Words, column: FoundColumn, *, several_sheets: bool) -> str:
    """Where the column stands, what is in it, and why it is asked."""
    parts = [words("import_columns.on_sheet", sheet=column.sheet)] if several_sheets else []
    if column.samples:
        parts.append(words.count("import_columns.filled", column.n_filled, samples=samples_of(words, column)))
    return " ".join([*parts, words(f"import_columns.why.{column.reason}")])


def _say(heading: str, use: ColumnUse) -> None:
    answer(with_column(current_answers().mapping, heading, use))


def _say_chosen(heading: str, key: str) -> None:
    use: ColumnUse | None = st.session_state[key]
    if use is not None:
        _say(heading, use)
