"""Why an indicator set cannot be used, in both languages; the sentences stand in texts/reasons.toml."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipelines.domain.frozen import Name

LONGEST_QUOTE = 60
CODE_OF_TYPE = {"enum": "none_of_these", "too_short": "no_indicators", "string_pattern_mismatch": "form_of_code"}


def reason_for_syntax(fault: tomllib.TOMLDecodeError, text: str) -> Name:
    """The line that is no TOML."""
    found = re.search(r"at line (\d+)", str(fault))
    return reason("not_toml", line=found[1] if found else str(len(text.splitlines())))


def reason_for(fault: ValidationError, codes: Sequence[str]) -> Name:
    """The first thing that does not fit; `codes` are the indicators' codes in their order."""
    error = fault.errors(include_url=False)[0]
    code = CODE_OF_TYPE.get(error["type"], error["type"])
    slots = {key: str(value) for key, value in error.get("ctx", {}).items()}
    slots["expected"] = slots.get("expected", "").replace("'", "").replace(" or ", ", ")
    return reason(
        code if code in _sentences() else "does_not_fit",
        where=_place(error, codes),
        what=_field(error),
        value=str(error["input"])[:LONGEST_QUOTE],
        **slots,
    )


def reason(code: str, /, *, where: Name | None = None, **slots: str) -> Name:
    """A sentence with its slots filled; without a place it is about the set as a whole."""
    sentence, place = _sentences()[code], where or _sentences()["set"]
    return Name(nl=sentence.nl.format(where=place.nl, **slots), en=sentence.en.format(where=place.en, **slots))


def _place(error: ErrorDetails, codes: Sequence[str]) -> Name | None:
    match error["loc"]:
        case ("indicators", int(position), *_):
            return Name(nl=codes[position], en=codes[position])
    return None


def _field(error: ErrorDetails) -> str:
    parts = error["loc"][2:] if error["loc"][:1] == ("indicators",) else error["loc"]
    return ".".join(str(part) for part in parts if part != "[key]")


@cache
def _sentences() -> dict[str, Name]:
    text = files("pipelines.instruments").joinpath("texts/reasons.toml").read_text(encoding="utf-8")
    return {code: Name.model_validate(entry) for code, entry in tomllib.loads(text).items()}
