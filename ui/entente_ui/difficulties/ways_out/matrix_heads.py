"""The heads of the matrix: party above interest across, the options down the side."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from entente.domain.option import OPTION
from entente.domain.values import show
from entente_ui.difficulties.ways_out.matrix_model import (
    MatrixModel,
    Sort,
    is_counted,
)
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme

_BAND: Final = 24
_WORDS: Final = 62
_PAD: Final = 6
_STATUS_ICONS: Final = {"kept": ("check", "good"), "dropped": ("minus", "muted")}


class InterestHead(QHeaderView):
    """The interests, each under the party it belongs to."""

    def __init__(self, matrix: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._matrix = matrix
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sectionResized.connect(lambda *_any: self.viewport().update())

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme().px(_BAND + _WORDS))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid():
            return
        painter.save()
        column = self._matrix.columns[logicalIndex]
        painter.fillRect(rect, theme().colour("surface"))
        band = theme().px(_BAND)
        words = rect.adjusted(theme().px(_PAD), band, -theme().px(_PAD), -2)
        is_interest = column.sort is Sort.INTEREST
        painter.setPen(theme().colour("text" if is_interest else "muted"))
        font = theme().font("small" if is_interest else "small_strong")
        text = str(self._matrix.headerData(logicalIndex, Qt.Orientation.Horizontal))
        paint_lines(painter, words, text, font, centred=True)
        self._paint_band(painter, rect, logicalIndex)
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_band(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the part of the party's band that lies over this column."""
        column = self._matrix.columns[section]
        if column.sort is Sort.LEAST:
            return
        mine = [
            place
            for place, each in enumerate(self._matrix.columns)
            if each.party == column.party and each.sort is not Sort.LEAST
        ]
        left = self.sectionViewportPosition(mine[0])
        right = self.sectionViewportPosition(mine[-1]) + self.sectionSize(mine[-1])
        band = QRect(left + 2, rect.top() + 2, right - left - 4, theme().px(_BAND) - 4)
        painter.setClipRect(rect)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent_soft" if column.party else "raised"))
        painter.drawRoundedRect(band, 4, 4)
        painter.setPen(theme().colour("text"))
        painter.setFont(theme().font("small_strong"))
        # The name stays in sight while the columns of its party are scrolled through.
        seen = band.intersected(self.viewport().rect())
        seen.adjust(theme().px(_PAD), 0, -theme().px(_PAD), 0)
        name = self._matrix.party_name(column.party)
        elided = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, seen.width())
        painter.drawText(seen, int(Qt.AlignmentFlag.AlignCenter), elided)


class OptionHead(QHeaderView):
    """The options; one that is dominated is grey and says why."""

    def __init__(self, matrix: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._matrix = matrix
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        option = self._matrix.option(logicalIndex)
        if option is None or not rect.isValid():
            return
        painter.save()
        is_current = self._is_current(logicalIndex)
        painter.fillRect(rect, theme().colour("accent_soft" if is_current else "surface"))
        pad = theme().px(_PAD)
        box = rect.adjusted(pad, theme().px(3), -pad, -theme().px(3))
        reason = self._matrix.reason(option)
        below = reason or self._status_words(option.status)
        if option.status in _STATUS_ICONS:
            name, role = _STATUS_ICONS[option.status]
            side = theme().px(16)
            draw_icon(painter, name, QRect(box.left(), box.top() + 1, side, side), role)
            box.setLeft(box.left() + side + pad)
        font = QFont(theme().font("body"))
        font.setStrikeOut(option.status == "dropped")
        painter.setPen(theme().colour("text" if is_counted(option) else "muted"))
        room = box.adjusted(0, 0, 0, -theme().px(18) if below else 0)
        paint_lines(painter, room, option.text, font)
        if below:
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("muted"))
            line = QRect(box.left(), box.bottom() - theme().px(17), box.width(), theme().px(18))
            words = painter.fontMetrics().elidedText(
                below, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _status_words(self, status: str) -> str:
        return show(OPTION.field("status"), status) if status in _STATUS_ICONS else ""

    def _is_current(self, section: int) -> bool:
        index = self.selectionModel().currentIndex()
        return index.isValid() and index.row() == section


def paint_lines(
    painter: QPainter, box: QRect, text: str, font: QFont, *, centred: bool = False
) -> None:
    """Paint words on as many lines as there is room for; the last one is shortened."""
    layout = QTextLayout(" ".join(text.split()), font)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(wrap)
    painter.setFont(font)
    metrics = painter.fontMetrics()
    most = max(1, box.height() // max(1, metrics.height()))
    align = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(box.width())
        start = line.textStart()
        is_last = len(lines) == most - 1
        words = layout.text()[start:] if is_last else layout.text()[start:][: line.textLength()]
        lines.append(metrics.elidedText(words.strip(), Qt.TextElideMode.ElideRight, box.width()))
    layout.endLayout()
    top = box.top()
    if centred:
        top += max(0, box.height() - len(lines) * metrics.height())
    for number, words in enumerate(lines):
        place = QRect(box.left(), top + number * metrics.height(), box.width(), metrics.height())
        painter.drawText(place, int(align | Qt.AlignmentFlag.AlignVCenter), words)
