import re
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from entente.briefs.network.lines import STROKES
from entente.domain.actor import Camp
from entente.domain.confidentiality import Level
from entente_ui.kit import NumberField, SearchField
from entente_ui.look.sheet import style_sheet
from entente_ui.look.theme import Mode, Theme, apply, theme
from entente_ui.look.tokens import (
    BACKGROUNDS,
    CAMPS,
    DARK,
    HEAT,
    LEVELS,
    LIGHT,
    TEXT_ROLES,
    Palette,
)

THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_the_guidelines_do() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize("ground", [*BACKGROUNDS, "accent_soft"])
@pytest.mark.parametrize("role", TEXT_ROLES)
def test_every_word_can_be_read_on_every_ground(palette: Palette, ground: str, role: str) -> None:
    assert contrast(getattr(palette, role), getattr(palette, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_accent", "accent_pressed"),
        ("text", "hover"),
        ("text", "pressed"),
        ("on_toast", "toast"),
        ("toast_accent", "toast"),
        *((role, f"{role}_soft") for role in TEXT_ROLES[4:]),
    ],
)
def test_words_on_colour_can_be_read(palette: Palette, words: str, ground: str) -> None:
    assert contrast(getattr(palette, words), getattr(palette, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("role", ["edge", "accent"])
@pytest.mark.parametrize("ground", BACKGROUNDS)
def test_edges_that_must_be_found_stand_out(palette: Palette, role: str, ground: str) -> None:
    assert contrast(getattr(palette, role), getattr(palette, ground)) >= 2.6


@pytest.mark.parametrize("camp", Camp)
def test_the_letter_of_a_camp_can_be_read_on_its_badge(camp: Camp) -> None:
    mark = CAMPS[camp]
    assert contrast(mark.light, mark.letter_light) >= 4.5
    assert contrast(mark.dark, mark.letter_dark) >= 4.5


@pytest.mark.parametrize("camp", Camp)
def test_the_ring_of_a_camp_stands_out(camp: Camp) -> None:
    assert contrast(CAMPS[camp].light, LIGHT.surface) >= 3
    assert contrast(CAMPS[camp].dark, DARK.surface) >= 3


def test_numbers_can_be_read_on_every_step_of_heat() -> None:
    assert all(contrast(step.fill, step.ink) >= 4.5 for step in HEAT)


def test_heat_only_darkens_so_a_grey_printer_keeps_its_order() -> None:
    lightness = [luminance(step.fill) for step in HEAT]
    assert lightness == sorted(lightness, reverse=True)
    assert all(lighter > darker for lighter, darker in pairwise(lightness))


def test_every_level_has_a_colour_and_no_two_share_one() -> None:
    assert set(LEVELS) == {level.value for level in Level}
    assert len(set(LEVELS.values())) == len(LEVELS)


@pytest.mark.parametrize("size", [80, 100, 200])
def test_relations_differ_without_colour_as_they_do_on_paper(
    qapp: QApplication, look: Theme, size: int
) -> None:
    apply(qapp, Mode.LIGHT, size, reduced_motion=True)
    drawn = {quality: look.relation(quality) for quality in STROKES}
    assert len({(stroke.width, stroke.dash) for stroke in drawn.values()}) == 6
    assert drawn[-2].colour == drawn[-1].colour != drawn[1].colour == drawn[2].colour
    for quality, stroke in drawn.items():
        on_paper = STROKES[quality].line
        pen = stroke.pen()
        assert pen.dashPattern() == pytest.approx([part / on_paper.width for part in on_paper.dash])
        assert (pen.widthF() > drawn[1].width) == (on_paper.width > STROKES[1].line.width)


@pytest.mark.parametrize("size", [80, 90, 100, 110, 125, 150, 175, 200])
def test_controls_in_a_row_are_of_one_height(
    qapp: QApplication, look: Theme, qtbot: QtBot, size: int
) -> None:
    apply(qapp, Mode.LIGHT, size, reduced_motion=True)
    controls = [QPushButton("x"), QLineEdit("x"), QComboBox(), SearchField("x"), NumberField("x")]
    for control in controls:
        qtbot.addWidget(control)
        control.ensurePolished()
    heights = {control.sizeHint().height() for control in controls}
    assert len(heights) == 1
    assert heights.pop() >= 28
    assert look.size == size


@pytest.mark.parametrize("size", range(80, 201))
def test_no_round_corner_is_larger_than_its_box(size: int) -> None:
    sheet = style_sheet(LIGHT, size, size / 100)
    pill = rule(sheet, "QLabel[pill]")
    height = length(pill, "min-height") + 2
    assert length(pill, "border-radius") <= height / 2
    handle, bar = rule(sheet, "QScrollBar::handle"), rule(sheet, "QScrollBar:vertical")
    margin = int(re.findall(r"(\d+)px", rule(sheet, "QScrollBar::handle:vertical"))[-1])
    assert length(handle, "border-radius") <= (length(bar, "width") - 2 * margin) / 2


def rule(sheet: str, selector: str) -> str:
    found = re.search(rf"^{re.escape(selector)} \{{(.*?)\}}", sheet, re.MULTILINE | re.DOTALL)
    assert found, selector
    return found[1]


def length(body: str, name: str) -> int:
    found = re.search(rf"{name}: (\d+)px", body)
    assert found, name
    return int(found[1])


@THEMES
def test_the_style_sheet_leaves_no_role_unnamed(palette: Palette) -> None:
    assert "@" not in style_sheet(palette, 100, 1.0)


def test_the_style_sheet_is_understood(look: Theme, qtbot: QtBot) -> None:
    # Qt says "Could not parse application stylesheet" as a warning, which fails a test.
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    assert look.palette is LIGHT


def test_lengths_grow_with_the_size_and_hairlines_stay(qapp: QApplication, look: Theme) -> None:
    apply(qapp, Mode.LIGHT, 200, reduced_motion=True)
    assert look.px(8) == 16
    assert look.space("control") == 16
    assert "border: 1px solid" in qapp.styleSheet()
    apply(qapp, Mode.LIGHT, 80, reduced_motion=True)
    assert look.px(10) == 8


def test_widgets_grow_live(qapp: QApplication, look: Theme, qtbot: QtBot) -> None:
    button, field = QPushButton("Ajouter"), QLineEdit()
    for widget in (button, field):
        qtbot.addWidget(widget)
        widget.show()
    heights = button.sizeHint().height(), field.sizeHint().height()
    assert heights == (34, 34)
    with qtbot.waitSignal(look.changed):
        apply(qapp, Mode.LIGHT, 200, reduced_motion=True)
    heights = button.sizeHint().height(), field.sizeHint().height()
    assert heights == (64, 64)


def test_a_size_out_of_range_is_brought_in(qapp: QApplication, look: Theme) -> None:
    assert apply(qapp, Mode.LIGHT, 500, reduced_motion=True).size == 200
    assert apply(qapp, Mode.LIGHT, 10, reduced_motion=True).size == 80
    assert look.size == 80


def test_dark_reaches_palette_and_colours(qapp: QApplication, look: Theme) -> None:
    apply(qapp, Mode.DARK, 100, reduced_motion=True)
    assert look.colour("accent") == QColor("#63C7C9")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor("#15181B")


def test_a_desktop_that_does_not_say_is_light(qapp: QApplication, look: Theme) -> None:
    apply(qapp, Mode.SYSTEM, 100, reduced_motion=True)
    assert not look.is_dark


def test_an_unknown_role_is_an_error(look: Theme) -> None:
    with pytest.raises(AttributeError):
        look.colour("mauve")


def test_an_unknown_level_looks_the_most_private(look: Theme) -> None:
    assert look.level("whatever") == look.level("mediator") == QColor(LIGHT.private)


@pytest.mark.usefixtures("look")
def test_the_ring_shows_who_was_reached_by_key(qtbot: QtBot) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    button.show()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.property("ring") == "true"
    button.clearFocus()
    assert button.property("ring") is None


@pytest.mark.usefixtures("look")
def test_a_tab_is_styled_by_the_sheet(qtbot: QtBot) -> None:
    bar = QTabBar()
    qtbot.addWidget(bar)
    bar.addTab("Registre")
    assert bar.sizeHint().height() == pytest.approx(35, abs=4)


def test_there_is_one_theme() -> None:
    assert theme() is theme()
