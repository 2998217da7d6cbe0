"""The name of a file as the history keeps it: a project leader's file is often called after somebody."""

import re
from pathlib import PurePath

from pipelines.ingest.identities.dutch_names import name_lists, plain
from pipelines.ingest.identities.own_names import KIND, OwnNames
from pipelines.ingest.identities.personal_data import take_out_personal_data

# "ZRM_mw_Jansen-2025": what stands between underscores, hyphens and points are words too.
WORD = re.compile(r"[^\W\d_]+")


def clean_file_name(name: str, own_names: OwnNames) -> str:
    """The name without personal data and without words that are names; the ending stays."""
    path = PurePath(name)
    stem, _ = take_out_personal_data(path.stem)
    stem, _ = own_names.take_out(stem)
    return f"{WORD.sub(lambda word: _unless_name(stem, word), stem)}{path.suffix}"


def _unless_name(stem: str, word: re.Match[str]) -> str:
    """Better too many than too few: nobody reads a result by the name of its file."""
    is_placeholder = stem[word.start() - 1 : word.start()] == "["
    lists = name_lists()
    is_name = word[0][0].isupper() and plain(word[0]) in lists.first_names | lists.surnames
    return f"[{KIND}]" if is_name and not is_placeholder else word[0]
