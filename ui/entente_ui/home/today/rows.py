"""Lines one can press, to go to what they speak of."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.difficulty import MANDATE_LIMIT, STAGE_MAX, STAGES
from entente.i18n import _
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme
from entente_ui.look.tokens import Type

_HEIGHT: Final = 34
_TALL: Final = 52
_STAIR_WIDTH: Final = 104
_STAIR_HEIGHT: Final = 30
_LEVEL_ROLES: Final = {1: "info", 2: "caution", 3: "critical"}


class ActionRow(QAbstractButton):
    """An icon, words, a second line, and something at the right end."""

    def __init__(
        self,
        icon_name: str,
        text: str,
        on_click: Callable[[], object],
        parent: QWidget | None = None,
        *,
        detail: str = "",
        hint: str = "",
        role: str = "muted",
    ) -> None:
        """Make a line.

        Args:
            icon_name: A value of `IconName`.
            text: The first line, shown as it is.
            on_click: Called when it is pressed.
            parent: Its widget.
            detail: A second line, empty for none.
            hint: Words at the right end.
            role: Colour of icon and hint.
        """
        super().__init__(parent)
        self._icon_name = icon_name
        self._detail = detail
        self._hint = hint
        self._role = role
        self._hovered = False
        self.setText(text)
        self.setAccessibleName(", ".join(part for part in (text, hint, detail) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on=False: on_click())
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(_TALL if self._detail else _HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), self.sizeHint().height())

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    @override
    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        side = theme().px(18)
        gap = theme().px(10)
        line = self._line()
        draw_icon(
            painter,
            self._icon_name,
            QRect(gap, line.center().y() - side // 2, side, side),
            self._role,
        )
        left = gap + side + gap
        first, second = self._rooms(painter, QRect(left, 0, self.width() - gap - left, 0))
        painter.setPen(theme().colour("text"))
        _draw(painter, first, self.text(), Type.BODY)
        painter.setPen(theme().colour("muted"))
        _draw(painter, second, self._detail, Type.SMALL)

    def _rooms(self, painter: QPainter, across: QRect) -> tuple[QRect, QRect]:
        """Draw what stands at the right end; return what is left for the two lines."""
        line = self._line()
        first = QRect(across.left(), line.top(), across.width(), line.height())
        if not self._detail:
            first.setWidth(across.width() - self._paint_hint(painter, first))
            return first, QRect()
        height = self.height() - line.bottom() - theme().px(6)
        second = QRect(across.left(), line.bottom() - theme().px(2), across.width(), height)
        second.setWidth(across.width() - self._paint_hint(painter, second))
        return first, second

    def _line(self) -> QRect:
        """Return where the first line stands."""
        if not self._detail:
            return self.rect()
        return QRect(0, theme().px(5), self.width(), theme().px(24))

    def _paint_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = theme().px(6)
        if self._hovered or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("pressed" if self.isDown() else "hover"))
            painter.drawRoundedRect(box, radius, radius)
        if self.property("ring") == "true":
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)

    def _paint_hint(self, painter: QPainter, line: QRect) -> int:
        """Draw the words at the right end of a line and return the width they took."""
        if not self._hint:
            return 0
        font = theme().font(Type.SMALL)
        width = QFontMetrics(font).horizontalAdvance(self._hint) + 2
        painter.setFont(font)
        painter.setPen(theme().colour(self._role))
        end = QRect(line.right() - width, line.top(), width, line.height())
        painter.drawText(end, int(Qt.AlignmentFlag.AlignVCenter), self._hint)
        return width + theme().px(12)


class StageRow(ActionRow):
    """A difficulty with the staircase of its escalation and where it is heading."""

    def __init__(
        self,
        icon_name: str,
        text: str,
        on_click: Callable[[], object],
        parent: QWidget | None = None,
        *,
        detail: str = "",
        stages: tuple[int, ...] = (),
        role: str = "muted",
    ) -> None:
        """Make a line.

        Args:
            icon_name: A value of `IconName`.
            text: The difficulty.
            on_click: Called when it is pressed.
            parent: Its widget.
            detail: A second line.
            stages: The last ones, the present one last; empty if it was never rated.
            role: Colour of the icon.
        """
        self._stages = stages
        super().__init__(
            icon_name, text, on_click, parent, detail=detail, hint=stage_words(stages), role=role
        )

    @override
    def _rooms(self, painter: QPainter, across: QRect) -> tuple[QRect, QRect]:
        if not self._stages:
            return super()._rooms(painter, across)
        hint, self._hint = self._hint, ""
        narrow = across.adjusted(0, 0, -self._paint_stages(painter), 0)
        rooms = super()._rooms(painter, narrow)
        self._hint = hint
        return rooms

    def _paint_stages(self, painter: QPainter) -> int:
        """Draw staircase, number and trend at the right end; return the width they took."""
        width, height = theme().px(_STAIR_WIDTH), theme().px(_STAIR_HEIGHT)
        left = self.width() - theme().px(12) - width
        stair = QRect(left, (self.height() - height) // 2, width, height)
        _paint_stair(painter, stair, self._stages[-1])
        taken = self._paint_trend(painter, stair)
        return width + taken + theme().px(16)

    def _paint_trend(self, painter: QPainter, stair: QRect) -> int:
        """Draw the number of the stage and an arrow left of the staircase."""
        number = str(self._stages[-1])
        font = theme().font(Type.SECTION)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(number)
        painter.setFont(font)
        painter.setPen(theme().colour(_LEVEL_ROLES[STAGES[self._stages[-1] - 1].level]))
        place = QRect(stair.left() - theme().px(10) - width, 0, width + 2, self.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), number)
        side = theme().px(16)
        arrow = QPointF(place.left() - theme().px(6) - side / 2, self.height() / 2)
        _paint_arrow(painter, arrow, side, trend(self._stages))
        return width + side + theme().px(22)


def trend(stages: tuple[int, ...]) -> int:
    """Return 1 if the last change went up, −1 if down, 0 if nothing changed."""
    if len(stages) < 2 or stages[-1] == stages[-2]:
        return 0
    return 1 if stages[-1] > stages[-2] else -1


def stage_words(stages: tuple[int, ...]) -> str:
    """Return the stage in words, for those who do not see the staircase."""
    if not stages:
        return _("not rated yet")
    now = stages[-1]
    words = _("stage {number} of 9, {name}").format(number=now, name=_(STAGES[now - 1].name))
    moved = trend(stages)
    if moved == 0:
        return words
    heading = _("rising") if moved > 0 else _("falling")
    return f"{words}, {heading}"


def _paint_stair(painter: QPainter, rect: QRect, stage: int) -> None:
    """Draw nine steps, those reached filled, and a line where the mandate ends."""
    gap = max(1, theme().px(2))
    width = (rect.width() - gap * (STAGE_MAX - 1)) / STAGE_MAX
    painter.setPen(Qt.PenStyle.NoPen)
    for number in range(1, STAGE_MAX + 1):
        height = rect.height() * (0.25 + 0.75 * number / STAGE_MAX)
        role = _LEVEL_ROLES[STAGES[number - 1].level] if number <= stage else "border"
        painter.setBrush(theme().colour(role))
        left = rect.left() + (number - 1) * (width + gap)
        painter.drawRoundedRect(QRectF(left, rect.bottom() - height, width, height), 1.5, 1.5)
    limit = rect.left() + MANDATE_LIMIT * (width + gap) - gap / 2
    painter.setPen(QPen(theme().colour("muted"), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(limit, rect.top() - 1), QPointF(limit, rect.bottom()))


def _paint_arrow(painter: QPainter, centre: QPointF, side: float, moved: int) -> None:
    """Draw an arrow that rises, falls or stays; the direction says it, not the colour."""
    role = {1: "critical", 0: "faint", -1: "good"}[moved]
    painter.setPen(
        QPen(
            theme().colour(role),
            1.7,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach, head = side / 2 - 1, side / 3.4
    start = QPointF(centre.x() - reach, centre.y() + moved * reach * 0.8)
    end = QPointF(centre.x() + reach, centre.y() - moved * reach * 0.8)
    painter.drawLine(start, end)
    if moved:
        tip = [QPointF(end.x() - head, end.y()), end, QPointF(end.x(), end.y() + moved * head)]
    else:
        tip = [
            QPointF(end.x() - head, end.y() - head),
            end,
            QPointF(end.x() - head, end.y() + head),
        ]
    painter.drawPolyline(QPolygonF(tip))


def _draw(painter: QPainter, rect: QRect, text: str, style: Type) -> None:
    painter.setFont(theme().font(style))
    one_line = " ".join(text.split("\n"))
    shown = painter.fontMetrics().elidedText(
        one_line, Qt.TextElideMode.ElideRight, max(0, rect.width())
    )
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), shown)
