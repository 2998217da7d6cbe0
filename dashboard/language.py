"""Text by key, in Dutch or English. The texts stand in dashboard/texts, both languages side by side."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from pipelines.domain.frozen import Language, Name

LANGUAGES: tuple[Language, ...] = ("nl", "en")
PLURAL_FORMS = {"one", "other"}

Text = Name | dict[str, Name]


class Words:
    """The texts of one language: `words("upload.title")`, `words.count("start.projects", 3)`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, **slots: object) -> str:
        text = all_texts()[key]
        if not isinstance(text, Name):
            raise KeyError(f"{key} has a form for one and for other: use words.count")
        return text.to(self.language).format(**slots)

    def count(self, key: str, n: int, **slots: object) -> str:
        """The form for one or for more; the slot {n} is the number in the reader's notation."""
        from dashboard.notation import whole

        text = all_texts()[key]
        if isinstance(text, Name):
            raise KeyError(f"{key} has one form only: use words(...)")
        form = text["one" if n == 1 else "other"]
        return form.to(self.language).format(n=whole(n, self.language), **slots)

    def name(self, name: Name) -> str:
        return name.to(self.language)

    def listing(self, parts: Sequence[str]) -> str:
        """ "a, b and c"."""
        return self("sentences.lead.and").join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))


@cache
def all_texts() -> dict[str, Text]:
    """Every text by its key: file name, then the path in the file, joined by dots."""
    texts: dict[str, Text] = {}
    for file in sorted(files("dashboard.texts").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            _collect(file.name.removesuffix(".toml"), tomllib.loads(file.read_text(encoding="utf-8")), texts)
    return texts


def _collect(key: str, entry: Mapping[str, object], texts: dict[str, Text]) -> None:
    if set(entry) == set(LANGUAGES) and all(isinstance(text, str) for text in entry.values()):
        texts[key] = Name.model_validate(entry)
    elif set(entry) == PLURAL_FORMS:
        texts[key] = {form: Name.model_validate(text) for form, text in entry.items()}
    else:
        for part, below in entry.items():
            if not isinstance(below, Mapping):
                raise ValueError(f"{key}.{part}: a text needs nl and en")
            _collect(f"{key}.{part}", below, texts)
