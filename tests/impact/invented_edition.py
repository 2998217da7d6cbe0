"""An invented edition with something of everything: kinds, directions, a comparison group, stories, hidden cells."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from pipelines.domain.effect_ladder import EffectLadder, Rung
from pipelines.domain.frozen import Name
from pipelines.domain.indicator import Direction, Kind
from pipelines.editions.bundle import digests, files_of, write_bundle
from pipelines.editions.cell import COMPARISON, DIFFERENCE, TOTAL, Cell, Cells, TableOf
from pipelines.editions.contents import Contents, PublishedIndicator, PublishedStory, PublishedWords
from pipelines.editions.edition import Edition
from pipelines.editions.manifest import METHOD_VERSION, Manifest
from pipelines.editions.rules import Rules

LADDER = EffectLadder(reached=Rung.INDICATIVE, there=tuple(Rung)[:4], missing={Rung.CAUSAL: ("equivalence",)})
Row = Mapping[str, float | None]


def indicator(code: str, life_domain: str, nl: str, en: str, **changed: object) -> PublishedIndicator:
    fields = {
        "instrument": "zrm_2017", "indicator": code, "rater": "professional", "life_domain": life_domain,
        "name": Name(nl=nl, en=en), "kind": Kind.LEVEL, "direction": Direction.HIGHER, "minimum": 1.0, "maximum": 5.0,
        "drop_out": "differs", "baseline": "fine", "ladder": LADDER,
    }  # fmt: skip
    return PublishedIndicator(**{**fields, **changed})


FINANCES = indicator("finances", "finances", "Financiën", "Finances")
HOUSING = indicator("housing", "housing", "Huisvesting", "Housing", drop_out="fine")
HEALTH = indicator("mental_health", "mental_health", "Geestelijke gezondheid", "Mental health")
HELPERS = indicator(
    "helpers", "social_network", "Aantal hulpverleners", "Number of professionals", instrument="own", minimum=0.0,
    maximum=None, kind=Kind.COUNT, direction=Direction.LOWER,
)  # fmt: skip
DEBT = indicator(
    "debt", "finances", "Schuld", "Debt", instrument="own", minimum=0.0, maximum=None, kind=Kind.AMOUNT,
    direction=Direction.LOWER,
)  # fmt: skip
WORK = indicator("work", "work_education", "Heeft werk", "Has work", instrument="own", kind=Kind.YES_NO)
INDICATORS = (FINANCES, HOUSING, HEALTH, HELPERS, DEBT, WORK)

CHOSEN = PublishedStory(
    number=1, teller="participant", told_on=date(2026, 3, 30), life_domains=("finances",),
    words="Ik doe de post weer open.", benefit="rust", direction="better", chosen_by="bewonerspanel",
    chosen_because="Iedereen heeft zo'n la.", moved={"zrm_2017 finances professional": "improved"},
)  # fmt: skip
BESIDE = PublishedStory(
    number=2, teller="volunteer", told_on=date(2026, 2, 18), life_domains=("finances",),
    words="De schuld is nog even hoog.", benefit=None, direction="same", chosen_by=None,
    chosen_because="beside_the_others",
)  # fmt: skip
WORDS = (
    PublishedWords(kind="alternative", life_domain=None, role="begeleider", words="De gemeente schold schulden kwijt.",
                   noted_on=date(2026, 4, 1)),
    PublishedWords(kind="explanation", life_domain="finances", role="deelnemer", words="Iemand keek mee.",
                   noted_on=date(2026, 4, 2)),
)  # fmt: skip


def outcome(one: PublishedIndicator, attribute: str = "") -> TableOf:
    return TableOf("outcome", one.instrument, one.indicator, one.rater, attribute)


def mean(one: PublishedIndicator) -> TableOf:
    return TableOf("mean", one.instrument, one.indicator, one.rater)


def moved(improved: int | None, same: int | None, declined: int | None, total: int | None) -> Row:
    return {"improved": improved, "same": same, "declined": declined, TOTAL: total}


def invented_cells() -> Cells:
    tables: dict[TableOf, dict[str, Row]] = {
        TableOf("people"): {
            TOTAL: {"enrolled": 50, "with_start": 45, "with_follow_up": 40}, COMPARISON: {"enrolled": 35},
        },
        TableOf("people", attribute="age_band"): {
            "18-26": {"enrolled": 15}, "65+": {"enrolled": None}, TOTAL: {"enrolled": 50},
        },
        outcome(FINANCES): {TOTAL: moved(20, None, None, 40), COMPARISON: moved(10, None, None, 35)},
        outcome(FINANCES, "age_band"): {"18-26": moved(None, 10, None, None), TOTAL: moved(20, None, None, 40)},
        outcome(HOUSING): {TOTAL: moved(None, 25, None, 40), COMPARISON: moved(None, None, None, 35)},
        outcome(HEALTH): {TOTAL: moved(15, 15, 10, 40), COMPARISON: moved(10, 15, 10, 35)},
        outcome(HELPERS): {TOTAL: moved(15, None, None, 40)},
        outcome(DEBT): {TOTAL: moved(None, None, None, 40)},
        outcome(WORK): {TOTAL: moved(None, None, None, None)},
        TableOf("goals"): {
            "finances": {"attained": 10, "not_attained": None, "open": None, TOTAL: 20},
            TOTAL: {"attained": 40, "not_attained": 20, "open": 10, TOTAL: 70},
        },
        TableOf("recognition", rater="participant"): {"finances": {"recognise": 20, "do_not": 10, TOTAL: 30}},
        TableOf("recognition", rater="professional"): {"finances": {"recognise": None, "do_not": None, TOTAL: 10}},
        TableOf("stories"): {"finances": {"better": None, "same": None, "worse": None, TOTAL: 15}},
        mean(FINANCES): {
            TOTAL: {"start": 2.46, "change": 0.41}, COMPARISON: {"start": 2.5, "change": 0.1},
            DIFFERENCE: {DIFFERENCE: 0.31, "low": 0.05, "high": 0.57},
        },
        mean(HELPERS): {
            TOTAL: {"start": 4.0, "change": -1.5}, COMPARISON: {"start": 4.0, "change": -1.0},
            DIFFERENCE: {DIFFERENCE: -0.5, "low": -1.4, "high": 0.4},
        },
    }  # fmt: skip
    return Cells(_cells(tables))


def invented_contents(stories: Sequence[PublishedStory] = (CHOSEN, BESIDE), **changed: object) -> Contents:
    fields = {
        "project": "Achter de voordeur", "is_sample": True, "neighbourhood": "Rivierenbuurt",
        "target_group": "Huishoudens", "approach": "Huisbezoek", "aim": "Rust in geldzaken", "rationale": None,
        "started_on": date(2024, 9, 1), "ended_on": None, "first_measured_on": date(2024, 9, 30),
        "last_measured_on": date(2026, 4, 28), "as_of": date(2026, 5, 31), "moment": None, "reach_target": 60,
        "attributes": {"age_band": ("18-26", "65+")}, "indicators": INDICATORS, "ladder": LADDER, "words": WORDS,
        "stories": tuple(stories),
    }  # fmt: skip
    return Contents(**{**fields, **changed})


def invented_manifest(edition: str = "2026-06-01-achter-de-voordeur-aaaaaaaa", **changed: object) -> Manifest:
    fields = {
        "edition": edition, "project": "Achter de voordeur", "published_at": datetime(2026, 6, 1, 12),
        "composed_by": "A. Smit", "signed_by": "M. de Boer",
        "method": METHOD_VERSION, "software": "0.1.0", "registrations": "ab" * 32,
        "rules": Rules(), "replaces": None, "files": {},
    }  # fmt: skip
    return Manifest(**{**fields, **changed})


def invented_edition(withdrawn: Iterable[int] = (), **changed: object) -> Edition:
    return Edition(invented_manifest(), invented_contents(**changed), invented_cells(), frozenset(withdrawn))


def write_edition(folder: Path, manifest: Manifest | None = None, contents: Contents | None = None) -> Path:
    """As the publisher would: the place of the bundle."""
    manifest = manifest or invented_manifest()
    files = files_of(contents or invented_contents(), invented_cells())
    return write_bundle(folder, manifest.model_copy(update={"files": digests(files)}), files)


def _cells(tables: Mapping[TableOf, Mapping[str, Row]]) -> Iterable[Cell]:
    for table, rows in tables.items():
        for row, values in rows.items():
            for column, value in values.items():
                yield Cell(table=table, row=row, column=column, value=value, hidden=value is None)
