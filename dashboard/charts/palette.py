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
