"""The parts of life that indicators and narratives speak about, across instruments."""

import tomllib
from functools import cache
from importlib.resources import files

from pipelines.domain.frozen import Frozen, Name
from pipelines.domain.spelling import bare


class LifeDomain(Frozen):
    code: str
    name: Name
    aliases: tuple[str, ...] = ()


@cache
def life_domains() -> dict[str, LifeDomain]:
    """All life domains by code, in the order in which pages list them."""
    text = files("pipelines.domain").joinpath("life_domains.toml").read_text(encoding="utf-8")
    return {code: LifeDomain(code=code, **entry) for code, entry in tomllib.loads(text).items()}


def life_domain_called(name: str) -> LifeDomain | None:
    """The life domain with this code, name or alias, in any spelling."""
    return _by_spelling().get(bare(name))


@cache
def _by_spelling() -> dict[str, LifeDomain]:
    return {
        bare(name): domain
        for domain in life_domains().values()
        for name in (domain.code, domain.name.nl, domain.name.en, *domain.aliases)
    }
