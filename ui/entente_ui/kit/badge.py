"""Small marks: a word and a colour, never the colour alone."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.confidentiality import LEVEL_LABELS, Level, known_level
from entente.i18n import _
from entente_ui.kit.label import PlainLabel, set_look
from entente_ui.look.theme import theme
from entente_ui.look.tokens import CAMPS, Type

PILL_ROLES: Final = frozenset(
    ["accent", "good", "caution", "critical", "info", "private", "caucus", "neutral"]
)


class Pill(PlainLabel):
    """A word in a rounded box."""

    def __init__(
        self,
        text: str,
        role: str = "accent",
        parent: QWidget | None = None,
        *,
        outlined: bool = False,
    ) -> None:
        super().__init__(text, "body", parent)
        self.setProperty("outlined", outlined)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_role(role)

    def set_role(self, role: str) -> None:
        """Change what the colour means.

        Raises:
            ValueError: If `role` is not one of `PILL_ROLES`.
        """
        if role not in PILL_ROLES:
            raise ValueError(role)
        set_look(self, "pill", role)


class LevelMark(PlainLabel):
    """How far a text may travel: a coloured edge and the word."""

    def __init__(
        self, level: str = Level.MEDIATOR, of: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", "body", parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_level(level, of)

    def set_level(self, level: str, of: str = "") -> None:
        """Show another level.

        Args:
            level: A value of `Level`; anything else is shown as the most private.
            of: For a caucus, the short reference of whose it is, as `A11`.
        """
        self.setText(level_word(level, of))
        set_look(self, "level", known_level(level).value)


def level_word(level: str, of: str = "") -> str:
    """Return the word of a level in the language in use: `aparté A11`."""
    word = _(LEVEL_LABELS[known_level(level)])
    return f"{word} {of}" if of and level == Level.CAUCUS else word


def camp_word(camp: str | None) -> str:
    """Return the name of a camp in the language in use."""
    # Here, because the first paint needs badges of levels but none of camps.
    from entente.domain.actor import CAMP_LABELS, Camp  # noqa: PLC0415  # after the first paint

    known = {known.value for known in Camp}
    return _(CAMP_LABELS[Camp(camp)]) if camp in known else _("no camp")


def camp_letter(camp: str | None) -> str:
    """Return the letter that stands for a camp; `?` for an unknown or missing one."""
    return camp_word(camp)[0].upper() if camp in CAMPS else "?"


def paint_camp_badge(painter: QPainter, centre: QPointF, radius: float, camp: str | None) -> None:
    """Draw the disc of a camp with its letter."""
    colours = theme().camp(camp)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.ring)
    painter.drawEllipse(centre, radius, radius)
    font = theme().font(Type.SMALL_STRONG)
    font.setPixelSize(max(6, round(radius * 1.3)))
    painter.setFont(font)
    painter.setPen(QPen(colours.letter))
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, camp_letter(camp))
    painter.restore()


class CampMark(QWidget):
    """A camp as a legend shows it: disc, letter and word."""

    def __init__(self, camp: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._camp = camp
        self._word = camp_word(camp)
        self.setAccessibleName(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        disc = theme().px(16)
        width = disc + theme().px(6) + metrics.horizontalAdvance(self._word) + 1
        return QSize(width, max(disc, metrics.height()) + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        radius = theme().px(16) / 2
        centre = QPointF(radius, self.height() / 2)
        paint_camp_badge(painter, centre, radius, self._camp)
        painter.setFont(theme().font(Type.SMALL))
        painter.setPen(theme().colour("muted"))
        box = self.rect().adjusted(theme().px(16) + theme().px(6), 0, 0, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self._word)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme().font(Type.SMALL))
