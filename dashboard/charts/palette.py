"""The colours, in one place: light and dark twins with the same meaning (tests/dashboard/test_palette.py checks)."""

from pipelines.domain.frozen import Frozen


class Palette(Frozen):
    """Hex colours. `same` is filled softly and therefore drawn with `same_edge`, which carries the contrast."""

    paper: str
    raised: str
    ink: str
    quiet: str
    hairline: str
    forward: str
    back: str
    same: str
    same_edge: str
    on_strong: str
    on_same: str
    at_start: str
    at_last: str

    def of(self, movement: str) -> str:
        """The fill of "improved", "same" or "declined"."""
        return {"improved": self.forward, "same": self.same, "declined": self.back}[movement]

    def edge_of(self, movement: str) -> str:
        return self.same_edge if movement == "same" else self.of(movement)

    def on(self, movement: str) -> str:
        """The text that stands on that fill."""
        return self.on_same if movement == "same" else self.on_strong


LIGHT = Palette(
    paper="#FBF9F5", raised="#F3F0E9", ink="#1F2A2B", quiet="#666A67", hairline="#DCD7CC",
    forward="#0B6E6E", back="#C4501B", same="#BDB6A8", same_edge="#8F887A",
    on_strong="#FFFFFF", on_same="#1F2A2B", at_start="#7F9496", at_last="#3E5658",
)  # fmt: skip
DARK = Palette(
    paper="#161C1D", raised="#1F2728", ink="#ECE9E2", quiet="#A9ADA8", hairline="#363F40",
    forward="#4FB8B0", back="#EE8E5B", same="#5E5B54", same_edge="#8A857B",
    on_strong="#10181A", on_same="#F4F1EA", at_start="#6E8385", at_last="#B4C4C5",
)  # fmt: skip


def palette(dark: bool) -> Palette:
    return DARK if dark else LIGHT


# From the worst level to the best: one hue, lighter to stronger (in the dark: deeper to lighter), and the text on it.
TINTS = {False: ("#DCE5E4", "#0B4F52"), True: ("#2A4244", "#A5DAD6")}


def tints(n: int, dark: bool) -> list[tuple[str, str]]:
    """`n` fills in even steps, each with the colour of text on it."""
    weak, strong = (tuple(int(end[i : i + 2], 16) for i in (1, 3, 5)) for end in TINTS[dark])
    shares = [place / (n - 1) if n > 1 else 1.0 for place in range(n)]
    fills = [[round(a + (b - a) * share) for a, b in zip(weak, strong, strict=True)] for share in shares]
    return [("#" + "".join(f"{part:02X}" for part in fill), _text_on(fill)) for fill in fills]


def _text_on(fill: list[int]) -> str:
    """Dark or light, whichever stands out more (WCAG relative luminance)."""
    linear = [(part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4) for part in fill]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#1F2A2B" if luminance > 0.18 else "#FFFFFF"
