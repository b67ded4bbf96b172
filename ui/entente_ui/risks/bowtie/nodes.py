"""What a bow-tie is tied of: cards for causes, actions and effects, a knot in the middle."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.risk import Reading
from entente.domain.risk_levels import Scales
from entente.i18n import _
from entente.services.bowtie import Barrier, Bowtie
from entente_ui.kit import Card, PlainLabel, spaced
from entente_ui.look.theme import theme
from entente_ui.risks.bowtie.words import status_words
from entente_ui.risks.seen import cell_now, cell_of
from entente_ui.risks.words import heat_step, reading_words, scored_words

_STRIP: Final = 30
_BAND: Final = 5


class Node(Card):
    """A cause, or an effect."""

    def __init__(self, text: str, on_click: Callable[[], object], parent: QWidget) -> None:
        super().__init__("", parent, clickable=True)
        self.setAccessibleName(text)
        self.body.addWidget(PlainLabel(text, "body", self, wrap=True))
        self.clicked.connect(on_click)


class BarrierNode(Card):
    """An action; the band at its edge is whole once it is done."""

    def __init__(self, barrier: Barrier, on_click: Callable[[], object], parent: QWidget) -> None:
        super().__init__("", parent, clickable=True)
        self._is_done = barrier.is_done
        said = status_words(barrier)
        self.setAccessibleName(f"{barrier.ref} {barrier.title}, {said}")
        words = spaced(QVBoxLayout(), (6, 0, 0, 0), 2)
        words.addWidget(PlainLabel(barrier.title, "body", self, wrap=True))
        words.addWidget(PlainLabel(said, "small", self, wrap=True))
        self.body.addLayout(words)
        self.clicked.connect(on_click)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        band = QRectF(px(4), px(7), px(_BAND), self.height() - px(14))
        painter.setPen(QPen(theme().colour("accent"), 1))
        painter.setBrush(theme().colour("accent" if self._is_done else "surface"))
        painter.drawRoundedRect(band, px(2), px(2))


class _Strip(QWidget):
    """The score of a risk on the colour of its level."""

    def __init__(self, scales: Scales, bowtie: Bowtie, parent: QWidget) -> None:
        super().__init__(parent)
        self._scales, self._cell = scales, cell_now(bowtie.view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What stands on it."""
        if self._cell is None:
            return _("not rated")
        return scored_words(self._scales, self._cell)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(_STRIP))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = None if self._cell is None else self._scales.level(*self._cell)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ink = theme().colour("muted")
        painter.setPen(QPen(theme().colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if place is not None:
            heat = theme().heat(heat_step(self._scales, place))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(heat.fill)
            ink = heat.ink
        painter.drawRoundedRect(box, theme().px(6), theme().px(6))
        painter.setPen(ink)
        painter.setFont(theme().font("small_strong"))
        words = painter.fontMetrics().elidedText(
            self.words, Qt.TextElideMode.ElideRight, self.width() - theme().px(8)
        )
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words)


class Knot(Card):
    """What may happen, in the middle."""

    def __init__(
        self, bowtie: Bowtie, scales: Scales, on_click: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__("", parent, clickable=True)
        view = bowtie.view
        kind = _("threat") if view.is_threat else _("opportunity")
        strip = _Strip(scales, bowtie, self)
        self.setAccessibleName(f"{view.ref} {view.event}, {kind}, {strip.words}")
        self.body.addWidget(PlainLabel(f"{view.ref} · {kind}", "small", self))
        self.body.addWidget(PlainLabel(view.event, "section", self, wrap=True))
        self.body.addWidget(strip)
        for reading in (Reading.INHERENT, Reading.TARGET):
            if cell_of(view, reading):
                said = reading_words(scales, view, reading)
                self.body.addWidget(PlainLabel(said, "small", self, wrap=True))
        if bowtie.response:
            self.body.addWidget(PlainLabel(bowtie.response, "small", self, wrap=True))
        self.clicked.connect(on_click)
