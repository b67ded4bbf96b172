"""Where the mediator's time went, against where it had better go."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.attitudes import ADVICE, Attitude
from entente.i18n import _, ngettext
from entente.services.attitudes import TimeShare
from entente.services.interactions import Time
from entente_ui.actors.acting.words import duration
from entente_ui.formats import listing, number, percent
from entente_ui.kit import ElidedLabel, Panel, PlainLabel, ScrollArea, spaced
from entente_ui.look.theme import theme

_PEOPLE: Final = 6
_BAR: Final = 10
_TICK: Final = 3


class TimePanel(Panel):
    """Time by attitude and by actor; for the mediator's eyes alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "left", parent)
        self._inside = QWidget(self)
        self._rows = spaced(QVBoxLayout(self._inside), (16, 4, 12, 12), 6)
        scroll = ScrollArea(self._inside, self, name=_("Where the time went"))
        spaced(QVBoxLayout(self), 0, 0).addWidget(scroll)

    def show_time(self, shares: Mapping[Attitude, TimeShare], people: Sequence[Time]) -> None:
        """Show where the time went."""
        self._clear()
        self._rows.addWidget(PlainLabel(_("Where the time went"), "section", self._inside))
        hint = _("The line marks what is recommended: allies twice as much as opponents.")
        self._rows.addWidget(PlainLabel(hint, "small", self._inside, wrap=True))
        for attitude, share in shares.items():
            self._rows.addWidget(ShareBar(_(ADVICE[attitude].name), share, self._inside))
        if not shares:
            words = _("Rate synergy and antagonism to see the time by attitude.")
            self._rows.addWidget(PlainLabel(words, "muted", self._inside, wrap=True))
        self._show_people(people)
        self._rows.addStretch(1)

    def _show_people(self, people: Sequence[Time]) -> None:
        seen = [time for time in people if time.times]
        unseen = [time for time in people if not time.times]
        self._rows.addSpacing(theme().px(8))
        self._rows.addWidget(PlainLabel(_("By actor"), "strong", self._inside))
        for time in seen[:_PEOPLE]:
            times = ngettext("{count} time", "{count} times", time.times)
            words = _("{name}: {duration}, {times}").format(
                name=time.name,
                duration=duration(time.share),
                times=times.format(count=number(time.times)),
            )
            self._rows.addWidget(ElidedLabel(words, "body", self._inside))
        if unseen:
            words = _("Not met yet: {names}").format(names=listing([t.ref for t in unseen]))
            self._rows.addWidget(PlainLabel(words, "small", self._inside, wrap=True))

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class ShareBar(QWidget):
    """A bar for the time given to one attitude, with a line where it had better end."""

    def __init__(self, words: str, share: TimeShare, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{words}: {self._said()}")

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(22 + _BAR + 8))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.rect().adjusted(0, 0, 0, -theme().px(_BAR + 8))
        painter.setFont(theme().font("body"))
        painter.setPen(theme().colour("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignLeft), self._words)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignRight), self._said())
        self._paint_bar(painter, line.bottom() + theme().px(2))

    def _paint_bar(self, painter: QPainter, top: float) -> None:
        height, whole = theme().px(_BAR), float(self.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("raised"))
        painter.drawRoundedRect(QRectF(0, top, whole, height), height / 2, height / 2)
        given = self._share.given or 0.0
        if given:
            painter.setBrush(theme().colour("accent"))
            width = max(whole * given, float(height))
            painter.drawRoundedRect(QRectF(0, top, width, height), height / 2, height / 2)
        mark = whole * self._share.recommended
        painter.setPen(QPen(theme().colour("text"), theme().px(2)))
        reach = theme().px(_TICK)
        painter.drawLine(round(mark), round(top - reach), round(mark), round(top + height + reach))

    def _said(self) -> str:
        return _("{given}, advised {recommended}").format(
            given=percent(self._share.given or 0.0), recommended=percent(self._share.recommended)
        )
