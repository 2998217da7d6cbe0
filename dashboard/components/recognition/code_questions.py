"""Values that may mean something else than they say, each asked once over all columns; and what an empty cell means."""

from collections.abc import Sequence

import streamlit as st

from dashboard.answers.answers import Answers
from dashboard.answers.causes import DECIMAL_QUESTION, TICK_QUESTION, CodeQuestion, code_questions
from dashboard.answers.codes import with_decimal, with_empty_cells, with_missing, with_number
from dashboard.components.current_answers import answer, call_mistake, current_answers
from dashboard.components.question import question, question_key
from dashboard.language import Words
from dashboard.notation import number
from pipelines.domain.indicator import Indicator, Kind
from pipelines.domain.registration import Registration

MOST_ASKED_AT_ONCE = 8
MOST_COLUMNS_NAMED = 4


def ask_codes(words: Words, registration: Registration, answers: Answers) -> int:
    """Shows the first of the values in question; how many there are."""
    asked = code_questions(registration.issues, answers.mistakes)
    for code in asked[:MOST_ASKED_AT_ONCE]:
        _ask(words, registration, answers, code, question_key("code", answers, code.value))
    return len(asked)


def ask_empty_cells(words: Words, registration: Registration, answers: Answers) -> int:
    """For each column with ticks: does nothing mean no, or not measured?"""
    asked = list(dict.fromkeys(issue.column or "" for issue in registration.issues if issue.code == TICK_QUESTION))
    for column in asked[:MOST_ASKED_AT_ONCE]:
        key = question_key("tick", answers, column)
        with question(key, words("import_codes.tick.ask", column=column)), st.container(horizontal=True):
            for meaning in ("no", "missing"):
                told = with_empty_cells(answers.mapping, column, meaning)
                label = words(f"import_codes.tick.{meaning}")
                st.button(label, on_click=answer, args=(told,), key=f"{key}_{meaning}")
    return len(asked)


def ask_decimals(words: Words, registration: Registration, answers: Answers) -> int:
    """For each column in which a sign may stand for thousands or for decimals: which is it?"""
    asked: dict[str, str] = {}
    for issue in registration.issues:
        if issue.code == DECIMAL_QUESTION and issue.column and issue.value:
            asked.setdefault(issue.column, issue.value)
    for column, value in asked.items():
        key = question_key("decimal", answers, column)
        asked_words = words("import_codes.decimal.ask", column=column, value=value)
        with question(key, asked_words), st.container(horizontal=True):
            for mark in (",", "."):
                told, label = with_decimal(answers.mapping, column, mark), _read_as(words, value, mark)
                st.button(label, on_click=answer, args=(told,), key=f"{key}_{mark}")
    return len(asked)


def _read_as(words: Words, value: str, mark: str) -> str:
    """What a number is when this mark stands before its decimals, in the reader's own notation."""
    plain = value.replace("." if mark == "," else ",", "").replace(mark, ".")
    is_thousands = mark not in value
    try:
        shown = number(float(plain), words.language, decimals=0 if is_thousands else len(value.rpartition(mark)[2]))
    except ValueError:
        shown = value
    return words(f"import_codes.decimal.{'thousands' if is_thousands else 'decimals'}", value=shown)


def _ask(words: Words, registration: Registration, answers: Answers, code: CodeQuestion, key: str) -> None:
    asked = words("import_codes.ask", value=code.value)
    with question(key, asked, _note(words, code)), st.container(horizontal=True, vertical_alignment="bottom"):
        settled = with_missing(answers.mapping, code.value)
        st.button(words("import_codes.missing"), on_click=answer, args=(settled,), key=f"{key}_missing")
        st.button(words("import_codes.mistake"), on_click=call_mistake, args=(code.value,), key=f"{key}_mistake")
        _choose_number(words, _measured_in(registration, code), code.value, key)


def _choose_number(words: Words, indicators: Sequence[Indicator], value: str, key: str) -> None:
    st.selectbox(
        words("import_codes.number"),
        _numbers(indicators),
        index=None,
        format_func=lambda one: _number_label(words, indicators, one),
        placeholder=words("import_codes.number"),
        label_visibility="collapsed",
        key=f"{key}_number",
        on_change=_say_number,
        args=(value, f"{key}_number"),
    )


def _measured_in(registration: Registration, code: CodeQuestion) -> list[Indicator]:
    """The indicators of the columns in which the value stands."""
    codes = {column.indicator for column in registration.found if column.column in code.columns}
    return [one for known in registration.indicator_sets for one in known.indicators if one.code in codes]


def _numbers(indicators: Sequence[Indicator]) -> list[int]:
    """The numbers that these scales have; 0 to 10 where they have no end."""
    if any(one.kind is Kind.YES_NO for one in indicators):
        return [0, 1]
    lows = [int(one.minimum) for one in indicators if one.minimum is not None]
    highs = [int(one.maximum) for one in indicators if one.maximum is not None]
    return list(range(min(lows, default=0), max(highs, default=10) + 1))


def _number_label(words: Words, indicators: Sequence[Indicator], level: int) -> str:
    names = {words.name(one.level_names[level]) for one in indicators if level in one.level_names}
    shown = f"{level} · {names.pop()}" if len(names) == 1 else str(level)
    return words("import_codes.is_number", number=shown)


def _note(words: Words, code: CodeQuestion) -> str:
    named = ", ".join(code.columns[:MOST_COLUMNS_NAMED])
    columns = words.count("import_codes.columns", len(code.columns), columns=named)
    columns = f"{columns} …" if len(code.columns) > MOST_COLUMNS_NAMED else columns
    return words.count("import_codes.cells", code.n_cells, columns=columns, value=code.value)


def _say_number(value: str, key: str) -> None:
    meant: int | None = st.session_state[key]
    if meant is not None:
        answer(with_number(current_answers().mapping, value, float(meant)))
