"""The bow-tie itself: five columns, and the ribbons between them."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.risk import RISK
from entente.domain.risk_levels import Scales
from entente.i18n import N_, _
from entente.services.bowtie import CONTINGENCY, PREVENTIVE, Barrier, Bowtie
from entente_ui.kit import IconButton, PlainLabel, spaced
from entente_ui.look.theme import theme
from entente_ui.risks.bowtie.nodes import BarrierNode, Knot, Node
from entente_ui.risks.bowtie.words import sentence

#: Px at 100 %: the narrowest column, and the room between two for the ribbons.
COLUMN: Final = 132
GAP: Final = 26
_HEADS: Final = (
    N_("Causes"),
    N_("Preventive actions"),
    "",
    N_("Contingency actions"),
    N_("Effects"),
)
_ADD: Final = {
    PREVENTIVE: N_("Add a preventive action"),
    CONTINGENCY: N_("Add a contingency action"),
}


class BowtieDrawing(QWidget):
    """Shows one risk; each card leads to what it stands for.

    Signals:
        picked: Emitted with kind and key of a record whose card was pressed.
        action_wanted: Emitted with the button pressed and the role of the new action.
    """

    picked = Signal(str, str)
    action_wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", "true")
        self._content: QWidget | None = None
        self._whole = spaced(QVBoxLayout(self), 0, 0)
        self.causes: Sequence[QWidget] = ()
        self.effects: Sequence[QWidget] = ()
        self.preventive: Sequence[QWidget] = ()
        self.contingency: Sequence[QWidget] = ()
        self.knot: Knot | None = None
        theme().changed.connect(self.update)

    def show_bowtie(self, bowtie: Bowtie, scales: Scales, *, read_only: bool) -> None:
        """Show a risk."""
        self._clear()
        content = self._content = QWidget(self)
        grid = spaced(QGridLayout(content), (4, 4, 4, 12), GAP)
        grid.setVerticalSpacing(theme().px(8))
        key = bowtie.view.id
        to_risk = self._going(RISK.name, key)
        self.knot = Knot(bowtie, scales, to_risk, content)
        self.causes = [Node(text, to_risk, content) for text in bowtie.causes]
        self.effects = [Node(text, to_risk, content) for text in bowtie.effects]
        self.preventive = self._barriers(bowtie.preventive, content)
        self.contingency = self._barriers(bowtie.contingency, content)
        columns: tuple[tuple[Sequence[QWidget], str, str], ...] = (
            (self.causes, _("No cause is named."), ""),
            (self.preventive, _("Nothing is done beforehand."), PREVENTIVE),
            ((self.knot,), "", ""),
            (self.contingency, _("Nothing is ready in case it happens."), CONTINGENCY),
            (self.effects, _("No effect is named."), ""),
        )
        for place, (nodes, none, role) in enumerate(columns):
            grid.addLayout(self._head(_HEADS[place], "" if read_only else role), 0, place)
            grid.addLayout(self._column(nodes, none), 1, place)
            grid.setColumnStretch(place, 1)
            grid.setColumnMinimumWidth(place, theme().px(COLUMN))
        grid.setRowStretch(1, 1)
        self._whole.addWidget(content)
        self.setAccessibleName(sentence(bowtie))
        content.show()
        self.update()

    def _clear(self) -> None:
        if self._content is not None:
            self._whole.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
            self._content = None

    def _barriers(self, barriers: Sequence[Barrier], parent: QWidget) -> list[QWidget]:
        return [
            BarrierNode(each, self._going(BACKLOG_ITEM.name, each.key), parent) for each in barriers
        ]

    def _going(self, kind: str, key: str) -> Callable[[], object]:
        return lambda: self.picked.emit(kind, key)

    def _head(self, words: str, role: str) -> QHBoxLayout:
        line = spaced(QHBoxLayout(), 0, 4)
        line.addWidget(PlainLabel(_(words) if words else "", "field", self._content, wrap=True), 1)
        if role:
            name = _(_ADD[role])
            add = IconButton("plus", name, None, self._content)
            add.clicked.connect(lambda _on=False: self.action_wanted.emit(add, role))
            line.addWidget(add)
        return line

    def _column(self, nodes: Sequence[QWidget], none: str) -> QVBoxLayout:
        column = spaced(QVBoxLayout(), 0, 10)
        if not nodes and none:
            # Below its heading: further down, ribbons from several causes go through.
            column.addWidget(PlainLabel(none, "small", self._content, wrap=True))
        column.addStretch(1)
        for node in nodes:
            column.addWidget(node)
        column.addStretch(1)
        return column

    def ribbons(self) -> list[tuple[QPointF, QPointF]]:
        """Return where each ribbon begins and ends, from left to right."""
        if self.knot is None:
            return []
        left, right = self._side(self.knot, left=True), self._side(self.knot, left=False)
        coming = [(self._side(node, left=False), left) for node in self.causes]
        return coming + [(right, self._side(node, left=True)) for node in self.effects]

    def _side(self, node: QWidget, *, left: bool) -> QPointF:
        spot = node.mapTo(self, node.rect().topLeft())
        return QPointF(spot.x() + (0 if left else node.width()), spot.y() + node.height() / 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("edge"), theme().px(2)))
        for start, end in self.ribbons():
            path = QPainterPath(start)
            bend = (end.x() - start.x()) / 2
            path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
            painter.drawPath(path)
