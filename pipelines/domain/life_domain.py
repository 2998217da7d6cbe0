"""The parts of life that indicators and narratives speak about, across instruments."""

import tomllib
from functools import cache
from importlib.resources import files

from pipelines.domain.frozen import Frozen, Name


class LifeDomain(Frozen):
    code: str
    name: Name
    aliases: tuple[str, ...] = ()


@cache
def life_domains() -> dict[str, LifeDomain]:
    """All life domains by code, in the order in which pages list them."""
    text = files("pipelines.domain").joinpath("life_domains.toml").read_text(encoding="utf-8")
    return {code: LifeDomain(code=code, **entry) for code, entry in tomllib.loads(text).items()}
