"""Where words may stand: on a phone a chart is 340 px wide, and no label may touch another or be cut."""

from collections.abc import Sequence

NARROWEST_WIDTH = 340.0
LABEL_SIZE = 13
LINE_HEIGHT = 15
# Advances of Source Sans as a share of the font size, rounded up within each group (measured in the browser).
ADVANCES = {
    **dict.fromkeys("ijlIï .,·'", 0.27), **dict.fromkeys("ftr/()-", 0.36), **dict.fromkeys("acegksvxyzéë", 0.5),
    **dict.fromkeys("mwMW%", 0.83),
}  # fmt: skip
CAPITAL, ORDINARY = 0.66, 0.56


def text_width(text: str, size: float = LABEL_SIZE) -> float:
    """Pixels that the widest line of the text takes at most."""
    return max(sum(map(_advance, line)) for line in text.split("<br>")) * size


def _advance(letter: str) -> float:
    return ADVANCES.get(letter, CAPITAL if letter.isupper() else ORDINARY)


def wrap(text: str, width: float, size: float = LABEL_SIZE) -> str:
    """The text over as many lines as it needs to stay within `width` pixels, broken between words only."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return "<br>".join(lines)


def line_count(text: str) -> int:
    return text.count("<br>") + 1


def spread(centres: Sequence[float], widths: Sequence[float], total: float) -> list[float]:
    """Centres moved as little as needed so that labels of these widths, in this order, fit side by side in `total`."""
    lefts = [centre - width / 2 for centre, width in zip(centres, widths, strict=True)]
    edge = 0.0
    for i, width in enumerate(widths):
        lefts[i] = edge = max(lefts[i], edge)
        edge += width
    edge = total
    for i in reversed(range(len(widths))):
        lefts[i] = edge = min(lefts[i], edge - widths[i])
    return [left + width / 2 for left, width in zip(lefts, widths, strict=True)]
