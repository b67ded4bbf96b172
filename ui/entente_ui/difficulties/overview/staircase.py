"""Glasl's nine stages as a staircase: where the difficulty is, where it was, one click to rate."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.difficulty import STAGE_MAX, STAGE_MIN, STAGES
from entente.domain.escalation import DatedStage
from entente.i18n import N_, _
from entente_ui.difficulties.words import stage_name
from entente_ui.formats import day_month
from entente_ui.kit import NOWHERE, PaintedChoice
from entente_ui.look.theme import theme

_LEVELS: Final = {1: N_("I · win-win"), 2: N_("II · win-lose"), 3: N_("III · lose-lose")}
_LEVEL_ROLES: Final = {1: "good_soft", 2: "caution_soft", 3: "critical_soft"}
_RISE: Final = 13  # px a step at 100 %
_HEAD: Final = 26
_LOWEST: Final = 14  # so that the first step holds its number
_FOOT: Final = 40


class Staircase(PaintedChoice):
    """Nine steps; a click or Enter on one rates the difficulty. Its parts are the stages.

    Signals:
        rated: Emitted with the stage, from 1 to 9.
        looked_at: Emitted with the stage under the pointer or aimed at by key; 0 for none.
    """

    rated = Signal(int)
    looked_at = Signal(int)

    steps: ClassVar[Mapping[Qt.Key, int]] = {
        Qt.Key.Key_Left: -1,
        Qt.Key.Key_Down: -1,
        Qt.Key.Key_Right: 1,
        Qt.Key.Key_Up: 1,
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: Sequence[DatedStage] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Stage of escalation"))
        theme().changed.connect(self.updateGeometry)

    @property
    def stage(self) -> int:
        """The current stage, 0 if it was never rated."""
        return self._history[-1].stage if self._history else 0

    def show_history(self, history: Sequence[DatedStage]) -> None:
        """Show the stages, in whatever order they were written down."""
        self._history = sorted(history, key=lambda stage: stage.dated_on)
        self.aimed_part = self.stage or STAGE_MIN
        self._tell()
        self.update()

    def step_rect(self, stage: int) -> QRect:
        """Return where a step is drawn, from its tread down to the floor."""
        left, width = self._column(stage)
        top = self._tread(stage)
        return QRect(left, top, width, self._floor() - top)

    def _column(self, stage: int) -> tuple[int, int]:
        ends = [round(self.width() * n / STAGE_MAX) for n in (stage - 1, stage)]
        return ends[0], ends[1] - ends[0]

    def _floor(self) -> int:
        return self.height() - theme().px(_FOOT)

    def _tread(self, stage: int) -> int:
        return self._floor() - theme().px(_RISE) * stage - theme().px(_LOWEST)

    def _stage_at(self, x: float) -> int:
        return min(STAGE_MAX, max(STAGE_MIN, int(x * STAGE_MAX / max(1, self.width())) + 1))

    def _tell(self) -> None:
        stage = self.stage
        words = stage_name(stage) if stage else _("not rated yet")
        self.setAccessibleDescription(words)

    @override
    def sizeHint(self) -> QSize:
        rise = theme().px(_RISE) * STAGE_MAX
        return QSize(theme().px(620), rise + theme().px(_HEAD + _FOOT + _LOWEST))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stage in range(STAGE_MIN, STAGE_MAX + 1):
            self._paint_step(painter, stage)
        self._paint_levels(painter)
        self._paint_path(painter)

    def _paint_step(self, painter: QPainter, stage: int) -> None:
        box = self.step_rect(stage)
        level = STAGES[stage - 1].level
        is_now = stage == self.stage
        painter.fillRect(box, theme().colour("accent" if is_now else _LEVEL_ROLES[level]))
        if stage == self.hovered and not is_now:
            painter.fillRect(box, theme().colour("hover"))
        painter.setPen(QPen(theme().colour("edge"), 1))
        painter.drawLine(box.topLeft(), box.topRight())
        painter.setPen(theme().colour("on_accent" if is_now else "text"))
        painter.setFont(theme().font("strong" if is_now else "small_strong"))
        foot = QRect(box.left(), box.bottom() - theme().px(22), box.width(), theme().px(20))
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignCenter), str(stage))
        if self.hasFocus() and stage == self.aimed_part:
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _paint_levels(self, painter: QPainter) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        thirds = self.width() // 3
        for level, words in _LEVELS.items():
            box = QRect((level - 1) * thirds, self._floor() + 4, thirds, theme().px(18))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), _(words))

    def _paint_path(self, painter: QPainter) -> None:
        """Draw the earlier stages as a dotted way over the steps, each with its day."""
        points = [self._point(place) for place in range(len(self._history))]
        painter.setPen(QPen(theme().colour("muted"), 1, Qt.PenStyle.DotLine))
        painter.drawPolyline(QPolygonF(points))
        painter.setFont(theme().font("small"))
        metrics = painter.fontMetrics()
        taken: list[QRectF] = []
        for place in reversed(range(len(points))):
            point = points[place]
            is_now = place == len(points) - 1
            painter.setPen(QPen(theme().colour("accent" if is_now else "muted"), 2))
            painter.setBrush(theme().colour("surface"))
            painter.drawEllipse(point, theme().px(4), theme().px(4))
            words = day_month(self._history[place].dated_on)
            width = metrics.horizontalAdvance(words)
            label = QRectF(
                min(max(0.0, point.x() - width / 2), self.width() - width),
                point.y() - theme().px(8) - metrics.height(),
                width,
                metrics.height(),
            )
            if not any(label.adjusted(-3, 0, 3, 0).intersects(other) for other in taken):
                taken.append(label)
                painter.setPen(theme().colour("text" if is_now else "muted"))
                painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), words)

    def _point(self, place: int) -> QPointF:
        """Return where a rating is marked: several on one step stand side by side."""
        stage = self._history[place].stage
        same = [n for n, rating in enumerate(self._history) if rating.stage == stage]
        left, width = self._column(stage)
        share = (same.index(place) + 1) / (len(same) + 1)
        return QPointF(left + width * share, self._tread(stage) - theme().px(2))

    @override
    def part_at(self, point: QPointF) -> int:
        inside = self.rect().contains(point.toPoint())
        return self._stage_at(point.x()) if inside else NOWHERE

    @override
    def point_to(self, part: int) -> None:
        super().point_to(part)
        self.looked_at.emit(max(part, 0))

    @override
    def aim(self, part: int) -> None:
        stage = self.aimed_part = min(STAGE_MAX, max(STAGE_MIN, part))
        self.setAccessibleDescription(f"{stage_name(stage)}: {_(STAGES[stage - 1].signal)}")
        self.looked_at.emit(stage)
        self.update()

    @override
    def choose(self, part: int) -> None:
        self.aimed_part = part
        self.rated.emit(part)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.looked_at.emit(0)
