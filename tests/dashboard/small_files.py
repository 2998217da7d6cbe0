"""Small uploads for the tests of the pages: four people on three life domains of the ZRM 2017."""

HEADINGS = "Deelnemer;Meetmoment;Datum;Financiën;Werk & opleiding;Huisvesting"
START = {"A1": (1, 2, 3), "A2": (2, 2, 4), "A3": (3, 3, 5), "A4": (4, 1, 2)}
FOLLOW_UP = {"A1": (3, 2, 3), "A2": (3, 3, 4), "A3": (2, 3, 5)}


def measurements(*, with_follow_up: bool = True, score_of_a1: int = 1) -> bytes:
    """A csv as a Dutch Excel writes it. On Financiën two of three go forward and one back; A4 has no follow-up."""
    start = {**START, "A1": (score_of_a1, 2, 3)}
    rows = [HEADINGS, *_rows(start, "0-meting", "15-01-2025")]
    if with_follow_up:
        rows += _rows(FOLLOW_UP, "1-meting", "20-07-2025")
    return "\r\n".join(rows).encode("cp1252")


def measurements_with_a_mistake() -> bytes:
    """The score of A1 in row 2 does not exist: the scale ends at 5."""
    return measurements(score_of_a1=7)


def with_codes() -> bytes:
    """In three cells of two columns stands a 9, which the scale does not have."""
    text = measurements().decode("cp1252")
    return (
        text.replace("A1;0-meting;15-01-2025;1;2;3", "A1;0-meting;15-01-2025;9;2;9")
        .replace("A3;0-meting;15-01-2025;3", "A3;0-meting;15-01-2025;9")
        .encode("cp1252")
    )


def numbered_per_site() -> bytes:
    """Two people in each of two places, whose numbers begin anew there."""
    rows = [f"{number};0-meting;15-01-2025;2;3;4;{site}" for site in ("Noord", "Zuid") for number in (1, 2)]
    return "\n".join([f"{HEADINGS};Locatie", *rows]).encode("cp1252")


def _rows(scores: dict[str, tuple[int, ...]], moment: str, day: str) -> list[str]:
    return [";".join([participant, moment, day, *map(str, values)]) for participant, values in scores.items()]
