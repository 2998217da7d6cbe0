"""The colours: enough contrast in both themes, and three movements that nobody confuses."""

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from dashboard.charts.palette import DARK, LIGHT, Palette

ROOT = Path(__file__).parents[2]
TEXT, GRAPHIC = 4.5, 3.0
# A difference in CIE Lab of 2.3 is just noticeable; 20 is another colour at a glance.
CLEARLY_OTHER = 20.0
# Machado, Oliveira & Fernandes (2009), severity 1.0, on linear RGB.
DEFICIENCIES = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
both_themes = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def linear(colour: str) -> list[float]:
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2."""
    light, dark = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other))), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: list[float]) -> list[float]:
    matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(a * b for a, b in zip(row, rgb, strict=True)) for row in matrix]
    scaled = [value / white for value, white in zip(xyz, (0.9505, 1.0, 1.089), strict=True)]
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in scaled)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]


def seen(colour: str, deficiency: str) -> list[float]:
    rgb = linear(colour)
    mixed = [sum(a * b for a, b in zip(row, rgb, strict=True)) for row in DEFICIENCIES[deficiency]]
    return lab([min(1.0, max(0.0, value)) for value in mixed])


def difference(one: str, other: str, deficiency: str) -> float:
    pairs = zip(seen(one, deficiency), seen(other, deficiency), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


@both_themes
@pytest.mark.parametrize("text", ["ink", "quiet"])
@pytest.mark.parametrize("ground", ["paper", "raised"])
def test_text_can_be_read(palette: Palette, text: str, ground: str):
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= TEXT


@both_themes
@pytest.mark.parametrize("movement", ["improved", "same", "declined"])
def test_a_number_can_be_read_in_its_part(palette: Palette, movement: str):
    assert contrast(palette.on(movement), palette.of(movement)) >= TEXT


@both_themes
@pytest.mark.parametrize("movement", ["improved", "same", "declined"])
def test_every_part_stands_out_from_the_paper(palette: Palette, movement: str):
    assert contrast(palette.edge_of(movement), palette.paper) >= GRAPHIC


@both_themes
@pytest.mark.parametrize("bar", ["at_start", "at_last"])
def test_both_moments_stand_out_from_the_paper(palette: Palette, bar: str):
    assert contrast(getattr(palette, bar), palette.paper) >= GRAPHIC


@both_themes
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("pair", list(combinations(["improved", "same", "declined"], 2)))
def test_nobody_confuses_forward_same_and_back(palette: Palette, deficiency: str, pair: tuple[str, str]):
    one, other = pair
    assert difference(palette.of(one), palette.of(other), deficiency) >= CLEARLY_OTHER


@pytest.mark.parametrize(("theme", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_of_the_pages_has_the_colours_of_the_charts(theme: str, palette: Palette):
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"][theme]
    assert config == {
        "primaryColor": palette.forward,
        "backgroundColor": palette.paper,
        "secondaryBackgroundColor": palette.raised,
        "textColor": palette.ink,
        "linkColor": palette.forward,
        "borderColor": palette.hairline,
    }


@both_themes
def test_a_link_can_be_read(palette: Palette):
    assert contrast(palette.forward, palette.paper) >= TEXT
