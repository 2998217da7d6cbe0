"""Signed by whom, when, by which method and rules: the small print under an edition."""

from dashboard.language import Words
from dashboard.notation import day, whole
from pipelines.editions.edition import Edition


def signed_line(edition: Edition, words: Words) -> str:
    """ "Gepubliceerd op 29 november 2026, getekend door M. de Boer", or that nobody signed it yet."""
    manifest = edition.manifest
    if not manifest.signed_by:
        return words("impact.colophon.draft")
    return words("impact.colophon.signed", day=day(manifest.published_at.date(), words.language), by=manifest.signed_by)


def colophon_lines(edition: Edition, words: Words) -> list[str]:
    manifest = edition.manifest
    composed = words("impact.colophon.composed", by=manifest.composed_by)
    return [
        f"{signed_line(edition, words)}." + (f" {composed}" if manifest.composed_by != manifest.signed_by else ""),
        words("impact.colophon.edition", id=edition.id, method=manifest.method, software=manifest.software),
        words("impact.colophon.replaces", id=manifest.replaces) if manifest.replaces else "",
        words("impact.colophon.hash", registrations=manifest.registrations[:16]),
    ]


def disclosure_sentence(edition: Edition, words: Words) -> str:
    """What is done so that nobody can be recognised, in this edition's own numbers."""
    rules = edition.manifest.rules
    slots = {"rounding": whole(rules.rounding, words.language), "minimum": whole(rules.minimum, words.language)}
    return words("impact.method.rounded", **slots)


def hidden_sentence(edition: Edition, words: Words) -> str:
    slots = {name: whole(n, words.language) for name, n in
             (("n", edition.cells.n_hidden), ("total", len(edition.cells.all)))}  # fmt: skip
    return words("impact.method.hidden", **slots)
