"""The look in use: which colours, how large, how much movement.

There is one screen, so there is one theme, as there is one language. Whoever draws asks
`theme()` while drawing and redraws on `changed`; nobody keeps a colour.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QPen
from PySide6.QtWidgets import QApplication, QToolTip

from entente.domain.relation_line import RELATION_LINES
from entente_ui.look.focus import show_focus_ring
from entente_ui.look.fonts import register_fonts
from entente_ui.look.images import register_images
from entente_ui.look.sheet import style_sheet
from entente_ui.look.system import system_reduces_motion
from entente_ui.look.tokens import (
    CAMPS,
    DARK,
    HEAT,
    LEVELS,
    LIGHT,
    RELATIONS,
    SIZE_MAX,
    SIZE_MIN,
    SPACE,
    TYPE,
    Palette,
    Space,
    Type,
)

#: Type sizes are points on a screen of this many dots per inch.
_REFERENCE_DPI: Final = 96.0
#: Px of a line on the screen for each point of its thickness on paper.
_PX_A_POINT: Final = 1.15


class Mode(StrEnum):
    """Which of the two themes to show; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class CampColours:
    """Ring and badge of a camp, and the colour of the letter on the badge."""

    ring: QColor
    letter: QColor


@dataclass(frozen=True, slots=True)
class HeatColours:
    """Fill of a cell of a heat map and the colour of the number in it."""

    fill: QColor
    ink: QColor


class Theme(QObject):
    """The look in use.

    Signals:
        changed: Emitted after colours or sizes changed and widgets were restyled.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = Mode.LIGHT
        self.size = 100
        self.is_dark = False
        self.reduced_motion = False

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return DARK if self.is_dark else LIGHT

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """Return the colour of a role of `Palette`, from transparent 0.0 to opaque 1.0."""
        colour = QColor(getattr(self.palette, role))
        colour.setAlphaF(alpha)
        return colour

    def camp(self, camp: str | None) -> CampColours:
        """Return the colours of a camp; an unknown or missing one is grey."""
        mark = CAMPS.get(camp or "", CAMPS["support"])
        if self.is_dark:
            return CampColours(QColor(mark.dark), QColor(mark.letter_dark))
        return CampColours(QColor(mark.light), QColor(mark.letter_light))

    def level(self, level: str | None) -> QColor:
        """Return the colour of a confidentiality level; an unknown one is the most private."""
        return self.colour(LEVELS.get(level or "", "private"))

    def heat(self, step: int) -> HeatColours:
        """Return the colours of a step of the heat scale, from 0 (mild) to 4 (severe)."""
        colours = HEAT[min(max(step, 0), len(HEAT) - 1)]
        return HeatColours(QColor(colours.fill), QColor(colours.ink))

    def relation(self, quality: int | None) -> "RelationStroke":
        """Return how a relation of quality −2 to +2 is drawn; None where nobody judged it."""
        line = RELATION_LINES[quality]
        width = max(1.0, line.width * _PX_A_POINT * self.size / 100)
        dash = tuple(length / line.width for length in line.dash)
        return RelationStroke(self.colour(RELATIONS[quality]), width, dash)

    def px(self, pixels: float) -> int:
        """Return a length given at 100 % as it is at the size in use; at least 1 px."""
        return max(1, round(pixels * self.size / 100))

    def space(self, space: Space | str) -> int:
        """Return one of the standard distances at the size in use."""
        return self.px(SPACE[Space(space)])

    def font(self, style: Type | str = Type.BODY) -> QFont:
        """Return a font of the type scale at the size in use."""
        chosen = TYPE[Type(style)]
        font = QFont(chosen.family)
        font.setPointSizeF(chosen.points * self._points_factor())
        font.setWeight(QFont.Weight(chosen.weight))
        return font

    def _points_factor(self) -> float:
        # A Mac counts 72 dots to the inch: the same points would be a quarter smaller.
        screen = QGuiApplication.primaryScreen()
        dpi = screen.logicalDotsPerInch()
        return self.size / 100 * _REFERENCE_DPI / dpi

    def _restyle(self, app: QApplication) -> None:
        sheet = style_sheet(self.palette, self.size, self._points_factor())
        if app.styleSheet() == sheet:
            return
        register_images(self.palette)
        app.setPalette(self._qt_palette())
        QToolTip.setPalette(self._tooltip_palette())
        app.setFont(self.font())
        QToolTip.setFont(self.font(Type.SMALL))
        app.setStyleSheet(sheet)
        self.changed.emit()

    def _qt_palette(self) -> QPalette:
        palette = QPalette()
        role, group = QPalette.ColorRole, QPalette.ColorGroup
        for target, source in {
            role.Window: "window",
            role.WindowText: "text",
            role.Base: "surface",
            role.AlternateBase: "field",
            role.Text: "text",
            role.PlaceholderText: "faint",
            role.Button: "surface",
            role.ButtonText: "text",
            role.BrightText: "critical",
            role.Light: "surface",
            role.Midlight: "raised",
            role.Mid: "border",
            role.Dark: "edge",
            role.Shadow: "shadow",
            role.Highlight: "accent_soft",
            role.HighlightedText: "text",
            role.Accent: "accent",
            role.Link: "accent",
            role.LinkVisited: "private",
            role.ToolTipBase: "toast",
            role.ToolTipText: "on_toast",
        }.items():
            palette.setColor(target, self.colour(source))
        for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
            palette.setColor(group.Disabled, target, self.colour("faint", 0.7))
        return palette

    def _tooltip_palette(self) -> QPalette:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.ToolTipBase, self.colour("toast"))
        palette.setColor(QPalette.ColorRole.ToolTipText, self.colour("on_toast"))
        return palette


@dataclass(frozen=True, slots=True)
class RelationStroke:
    """How the line of a relation is drawn on the screen.

    Attributes:
        width: In px.
        dash: Lengths of stroke and gap, in widths; empty where the line is solid.
    """

    colour: QColor
    width: float
    dash: tuple[float, ...] = ()

    def pen(self, width: float | None = None) -> QPen:
        """Return the pen, as wide as given instead of at 1:1."""
        pen = QPen(self.colour, self.width if width is None else width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if self.dash:
            pen.setDashPattern(self.dash)
        return pen


class _Current:
    """Holds the one theme."""

    theme: Theme | None = None


def theme() -> Theme:
    """Return the look in use."""
    if _Current.theme is None:
        _Current.theme = Theme()
    return _Current.theme


def apply(
    app: QApplication,
    mode: Mode | str = Mode.SYSTEM,
    size: int = 100,
    *,
    reduced_motion: bool | None = None,
) -> Theme:
    """Give `app` our look, live.

    Args:
        app: The application.
        mode: Light, dark, or as the desktop is.
        size: Size of the interface in percent, 80 to 200.
        reduced_motion: Whether nothing should move; None asks the desktop.
    """
    current = theme()
    current.mode = Mode(mode)
    current.size = min(max(size, SIZE_MIN), SIZE_MAX)
    if reduced_motion is None:
        reduced_motion = system_reduces_motion()
    current.reduced_motion = reduced_motion
    # A style sheet hides the name of the style it covers; setting it anew polishes every widget.
    if not app.styleSheet():
        app.setStyle("Fusion")
    register_fonts()
    show_focus_ring(app)
    _follow_scheme(current)
    current.is_dark = _is_dark(current.mode)
    current._restyle(app)  # noqa: SLF001  # the other half of this function
    return current


def _is_dark(mode: Mode) -> bool:
    if mode is Mode.SYSTEM:
        # Where the desktop does not say, paper is light.
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return mode is Mode.DARK


def _follow_scheme(current: Theme) -> None:
    # The hint also gives native title bars and file dialogs the right colours.
    hints = QGuiApplication.styleHints()
    match current.mode:
        case Mode.SYSTEM:
            hints.unsetColorScheme()
        case Mode.LIGHT:
            hints.setColorScheme(Qt.ColorScheme.Light)
        case Mode.DARK:
            hints.setColorScheme(Qt.ColorScheme.Dark)
    if not current.property("following"):
        current.setProperty("following", True)
        hints.colorSchemeChanged.connect(_on_scheme_changed)


def _on_scheme_changed() -> None:
    current = theme()
    app = QApplication.instance()
    if current.mode is not Mode.SYSTEM or not isinstance(app, QApplication):
        return
    dark = _is_dark(Mode.SYSTEM)
    if dark != current.is_dark:
        current.is_dark = dark
        current._restyle(app)  # noqa: SLF001  # same module, other half
